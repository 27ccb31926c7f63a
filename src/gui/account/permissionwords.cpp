// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/account/permissionwords.h"

namespace words {

QStringList usefulScopes(const Provider &provider)
{
    QStringList scopes = provider.client.scope.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (provider.api == Provider::Api::GitHub && !provider.isGitHubApp())
        scopes += {QStringLiteral("notifications"), QStringLiteral("repo")};
    scopes.removeDuplicates();
    return scopes;
}

} // namespace words
