// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "github/pictures.h"

#include <QStringList>

namespace github {

bool isPictureOfHost(const QUrl &picture, const QUrl &page)
{
    const QString host = picture.host();
    if (host.isEmpty() || picture.scheme() != page.scheme() || !picture.userInfo().isEmpty())
        return false;
    if (host == page.host())
        return picture.port() == page.port();
    if (picture.port() != -1)
        return false;
    static const QStringList ofGitHub{QStringLiteral("avatars"), QStringLiteral("camo"), QStringLiteral("media"),
                                      QStringLiteral("private-user-images"), QStringLiteral("raw"),
                                      QStringLiteral("user-images")};
    const bool isSubdomain = host.endsWith(QLatin1Char('.') + page.host());
    const bool isUserContent = host.endsWith(QLatin1String(".githubusercontent.com"))
        && ofGitHub.contains(host.section(QLatin1Char('.'), 0, -3));
    const bool isAsset = host == QLatin1String("github.githubassets.com"); // Emoji of GitHub's own.
    return isSubdomain || (page.host() == QLatin1String("github.com") && (isUserContent || isAsset));
}

} // namespace github
