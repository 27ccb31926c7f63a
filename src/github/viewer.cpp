// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "github/viewer.h"

#include "github/api/json.h"
#include "result/jsonobject.h"

namespace github {

namespace {

Result<Viewer> readUser(const http::Answer &answer)
{
    const Result<QJsonObject> user = readJsonObject(answer.body);
    if (!user)
        return user.error();
    Viewer viewer;
    viewer.login = text(*user, "login");
    if (viewer.login.isEmpty())
        return Error::malformed(QStringLiteral("user"), QStringLiteral("login is missing"));
    viewer.name = text(*user, "name");
    viewer.bio = text(*user, "bio");
    viewer.company = text(*user, "company");
    viewer.location = text(*user, "location");
    viewer.email = text(*user, "email");
    viewer.website = webAddress(text(*user, "blog"));
    viewer.page = webAddress(text(*user, "html_url"));
    viewer.avatar = webAddress(text(*user, "avatar_url"));
    viewer.followers = count(*user, "followers");
    viewer.following = count(*user, "following");
    viewer.publicRepositories = count(*user, "public_repos");
    viewer.memberSince = QDateTime::fromString(text(*user, "created_at"), Qt::ISODate).date();
    return viewer;
}

Result<Viewer> readClaims(const http::Answer &answer)
{
    const Result<QJsonObject> claims = readJsonObject(answer.body);
    if (!claims)
        return claims.error();
    Viewer viewer;
    for (const char *claim : {"preferred_username", "nickname", "email", "sub"}) {
        if (viewer.login.isEmpty())
            viewer.login = text(*claims, claim);
    }
    if (viewer.login.isEmpty())
        return Error::malformed(QStringLiteral("userinfo"), QStringLiteral("sub is missing"));
    viewer.name = text(*claims, "name");
    viewer.email = text(*claims, "email");
    viewer.location = text(claims->value(QLatin1String("address")).toObject(), "formatted");
    viewer.website = webAddress(text(*claims, "website"));
    viewer.page = webAddress(text(*claims, "profile"));
    viewer.avatar = webAddress(text(*claims, "picture"));
    return viewer;
}

/// Recognizes the image formats of browsers by their first bytes. A captive portal's page is not an image.
bool isImage(const QByteArray &body)
{
    const QByteArray start = body.left(1024);
    const bool isSvg = start.startsWith('<') && start.contains("<svg") && !start.contains("<html");
    return isSvg || start.startsWith("\x89PNG") || start.startsWith("\xff\xd8\xff") || start.startsWith("GIF8")
        || start.startsWith("BM") || start.mid(4).startsWith("ftypavif") || start.startsWith(QByteArray("\0\0\1\0", 4))
        || (start.startsWith("RIFF") && start.mid(8).startsWith("WEBP"));
}

} // namespace

Request<Viewer> viewer(const QUrl &apiBaseUrl)
{
    return {gitHubRequest(apiBaseUrl, QStringLiteral("/user")), readUser};
}

Request<Viewer> viewerFromUserinfo(const QUrl &userinfoEndpoint)
{
    return {QNetworkRequest(userinfoEndpoint), readClaims};
}

Request<QByteArray> image(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setRawHeader("Accept", "image/*");
    return {request, [](const http::Answer &answer) -> Result<QByteArray> {
        if (!isImage(answer.body))
            return Error::malformed(QStringLiteral("not_an_image"));
        return answer.body;
    }};
}

} // namespace github
