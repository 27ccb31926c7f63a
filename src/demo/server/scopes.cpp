// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/server/scopes.h"

#include <QHash>

namespace demo {

namespace {

QString meaningOf(const QString &scope)
{
    static const QHash<QString, QString> meanings{
        {QStringLiteral("read:user"), QStringLiteral("your profile, also what is private in it")},
        {QStringLiteral("user:email"), QStringLiteral("your e-mail addresses")},
        {QStringLiteral("read:org"), QStringLiteral("your organizations and teams")},
        {QStringLiteral("notifications"), QStringLiteral("your notifications")},
        {QStringLiteral("repo"), QStringLiteral("your repositories, also private ones")},
    };
    return meanings.value(scope);
}

} // namespace

QString scopeItems(const QStringList &scopes)
{
    QString items;
    for (const QString &scope : scopes) {
        const QString meaning = meaningOf(scope);
        const QString code = QStringLiteral("<code>%1</code>").arg(scope.toHtmlEscaped());
        items += QStringLiteral("<li>%1</li>").arg(meaning.isEmpty() ? code : meaning + QLatin1Char(' ') + code);
    }
    return items.isEmpty() ? QStringLiteral("<li>your public profile</li>") : items;
}

} // namespace demo
