// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/errorcodes.h"

#include <QStringList>

namespace oauth::errorcode {

bool isAboutClient(const Error &error)
{
    static const QStringList codes{QStringLiteral("invalid_client"), QStringLiteral("unauthorized_client"),
                                   QStringLiteral("incorrect_client_credentials")};
    return error.kind == Error::Kind::Denied && codes.contains(error.code);
}

} // namespace oauth::errorcode
