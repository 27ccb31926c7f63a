// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "github/viewer.h"

#include "jsonobject.h"

namespace github {

namespace {

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString().trimmed();
}

/// Only web addresses: what comes from a profile is opened by a press.
QUrl webAddress(const QString &text)
{
    if (text.isEmpty())
        return {};
    const QUrl url = QUrl::fromUserInput(text);
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    return isWeb && !url.host().isEmpty() ? url : QUrl();
}

std::optional<qint64> count(const QJsonObject &object, const char *key)
{
    const qint64 number = object.value(QLatin1String(key)).toInteger(-1);
    return number < 0 ? std::nullopt : std::optional(number);
}

QNetworkRequest gitHubRequest(const QUrl &apiBaseUrl, const QString &path)
{
    QUrl url = apiBaseUrl;
    url.setPath(url.path() + path);
    QNetworkRequest request(url);
    request.setRawHeader("Accept", "application/vnd.github+json");
    request.setRawHeader("X-GitHub-Api-Version", "2022-11-28");
    return request;
}

Result<Viewer> readViewer(const QByteArray &body)
{
    const Result<QJsonObject> user = readJsonObject(body);
    if (!user)
        return user.error();
    Viewer viewer;
    viewer.login = text(*user, "login");
    if (viewer.login.isEmpty())
        return Error{Error::Kind::Malformed, QStringLiteral("user"), QStringLiteral("login is missing")};
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

Result<Viewer> readClaims(const QByteArray &body)
{
    const Result<QJsonObject> claims = readJsonObject(body);
    if (!claims)
        return claims.error();
    Viewer viewer;
    for (const char *claim : {"preferred_username", "nickname", "email", "sub"}) {
        if (viewer.login.isEmpty())
            viewer.login = text(*claims, claim);
    }
    if (viewer.login.isEmpty())
        return Error{Error::Kind::Malformed, QStringLiteral("userinfo"), QStringLiteral("sub is missing")};
    viewer.name = text(*claims, "name");
    viewer.email = text(*claims, "email");
    viewer.location = text(claims->value(QLatin1String("address")).toObject(), "formatted");
    viewer.website = webAddress(text(*claims, "website"));
    viewer.page = webAddress(text(*claims, "profile"));
    viewer.avatar = webAddress(text(*claims, "picture"));
    return viewer;
}

/// By its first bytes: the picture formats that Qt reads everywhere. A captive portal's page is none.
bool isImage(const QByteArray &body)
{
    return body.startsWith("\x89PNG") || body.startsWith("\xff\xd8\xff") || body.startsWith("GIF8")
        || body.startsWith("BM") || (body.startsWith("RIFF") && body.mid(8).startsWith("WEBP"));
}

} // namespace

Request<Viewer> viewer(const QUrl &apiBaseUrl)
{
    return {gitHubRequest(apiBaseUrl, QStringLiteral("/user")), readViewer};
}

Request<Viewer> viewerFromUserinfo(const QUrl &userinfoEndpoint)
{
    return {QNetworkRequest(userinfoEndpoint), readClaims};
}

Request<QByteArray> image(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setRawHeader("Accept", "image/*");
    return {request, [](const QByteArray &body) -> Result<QByteArray> {
        if (!isImage(body))
            return Error{Error::Kind::Malformed, QStringLiteral("not_an_image")};
        return body;
    }};
}

} // namespace github
