// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/words/permissions.h"

#include "gui/words/translate.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace words {

namespace {

/// What the person shares, in the middle of a sentence. Empty for what needs no words.
QString shared(const QString &scope)
{
    static const QHash<QString, const char *> known{
        {QStringLiteral("read:user"), QT_TRANSLATE_NOOP("words", "your profile")},
        {QStringLiteral("user"), QT_TRANSLATE_NOOP("words", "your profile")},
        {QStringLiteral("profile"), QT_TRANSLATE_NOOP("words", "your profile")},
        {QStringLiteral("read_user"), QT_TRANSLATE_NOOP("words", "your profile")},
        {QStringLiteral("user:email"), QT_TRANSLATE_NOOP("words", "your email addresses")},
        {QStringLiteral("email"), QT_TRANSLATE_NOOP("words", "your email address")},
        {QStringLiteral("notifications"), QT_TRANSLATE_NOOP("words", "your notifications")},
        {QStringLiteral("repo"), QT_TRANSLATE_NOOP("words", "your repositories")},
        {QStringLiteral("read:org"), QT_TRANSLATE_NOOP("words", "your organizations")}};
    const char *text = known.value(scope);
    return text ? tr(text) : scope;
}

} // namespace

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
        {QLatin1String("read_user"), QT_TRANSLATE_NOOP("words", "Read your profile")},
        {QLatin1String("user:follow"), QT_TRANSLATE_NOOP("words", "Follow people")},
        {QLatin1String("admin:org"), QT_TRANSLATE_NOOP("words", "Manage your organizations")},
        {QLatin1String("admin:public_key"), QT_TRANSLATE_NOOP("words", "Manage your SSH keys")},
        {QLatin1String("delete_repo"), QT_TRANSLATE_NOOP("words", "Delete your repositories")},
    };
    for (const auto &[name, text] : known) {
        if (name == scope)
            return tr(text);
    }
    return scope;
}

/// GitHub's scopes; those of other servers include nothing else.
bool isCovered(const QString &scope, const QStringList &granted)
{
    static const QHash<QString, QStringList> wider{
        {QStringLiteral("read:user"), {QStringLiteral("user")}},
        {QStringLiteral("user:email"), {QStringLiteral("user")}},
        {QStringLiteral("user:follow"), {QStringLiteral("user")}},
        {QStringLiteral("public_repo"), {QStringLiteral("repo")}},
        {QStringLiteral("notifications"), {QStringLiteral("repo")}},
        {QStringLiteral("read:org"), {QStringLiteral("write:org"), QStringLiteral("admin:org")}}};
    if (granted.contains(scope))
        return true;
    const QStringList others = wider.value(scope);
    return std::any_of(others.begin(), others.end(), [&granted](const QString &other) { return granted.contains(other); });
}

QString askedFor(const Provider &provider)
{
    if (provider.isGitHubApp())
        return tr("Latchkey asks for what its GitHub App may see. Nothing else until you say so.");
    QStringList things;
    const QStringList scopes = provider.client.scope.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &scope : scopes) {
        const QString thing = scope == QLatin1String("openid") ? QString() : shared(scope);
        if (!thing.isEmpty() && !things.contains(thing))
            things.append(thing);
    }
    if (things.isEmpty())
        return tr("Latchkey asks only who you are.");
    return tr("Latchkey asks for: %1. Nothing else until you say so.").arg(things.join(tr(", ")));
}

} // namespace words
