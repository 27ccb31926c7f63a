// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/account/permissionwords.h"

#include "gui/parts/translate.h"

namespace words {

QString permission(const QString &scope)
{
    static constexpr std::pair<QLatin1String, const char *> known[] = {
        {QLatin1String("read:user"), QT_TRANSLATE_NOOP("words", "Read your profile")},
        {QLatin1String("user"), QT_TRANSLATE_NOOP("words", "Read and change your profile")},
        {QLatin1String("user:email"), QT_TRANSLATE_NOOP("words", "Read your email addresses")},
        {QLatin1String("email"), QT_TRANSLATE_NOOP("words", "Read your email addresses")},
        {QLatin1String("profile"), QT_TRANSLATE_NOOP("words", "Read your profile")},
        {QLatin1String("openid"), QT_TRANSLATE_NOOP("words", "Know who you are")},
        {QLatin1String("offline_access"), QT_TRANSLATE_NOOP("words", "Stay signed in while you are away")},
        {QLatin1String("notifications"), QT_TRANSLATE_NOOP("words", "See your notifications and mark them as read")},
        {QLatin1String("repo"), QT_TRANSLATE_NOOP("words", "See private repositories, their issues and pull requests")},
        {QLatin1String("public_repo"), QT_TRANSLATE_NOOP("words", "Work with public repositories")},
        {QLatin1String("read:org"), QT_TRANSLATE_NOOP("words", "See the organizations you belong to")},
        {QLatin1String("gist"), QT_TRANSLATE_NOOP("words", "Work with your gists")},
        {QLatin1String("workflow"), QT_TRANSLATE_NOOP("words", "Change workflows of GitHub Actions")},
    };
    for (const auto &[name, text] : known) {
        if (name == scope)
            return tr(text);
    }
    return scope;
}

QStringList usefulScopes(const Provider &provider)
{
    QStringList scopes = provider.client.scope.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (provider.api == Provider::Api::GitHub && !provider.isGitHubApp())
        scopes += {QStringLiteral("notifications"), QStringLiteral("repo")};
    scopes.removeDuplicates();
    return scopes;
}

} // namespace words
