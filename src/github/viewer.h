// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/api/request.h"

#include <QDate>
#include <QString>
#include <QUrl>

#include <optional>

namespace github {

/// The signed-in person as GitHub describes them. Members that they have not filled in are empty.
struct Viewer
{
    QString login;
    QString name;
    QString bio;
    QString company;
    QString location;
    QString email;
    QUrl website;
    QUrl page; ///< The profile on the web.
    QUrl avatar;
    std::optional<qint64> followers;
    std::optional<qint64> following;
    std::optional<qint64> publicRepositories;
    QDate memberSince;

    /// The name, or the login if there is none.
    QString displayName() const { return name.isEmpty() ? login : name; }
};

/// `GET /user` of GitHub's REST API.
Request<Viewer> viewer(const QUrl &apiBaseUrl);

/// The claims of an OpenID provider's userinfo endpoint (OpenID Connect Core §5.1), read into the same struct so that
/// one page shows both.
Request<Viewer> viewerFromUserinfo(const QUrl &userinfoEndpoint);

/// The bytes of an image. Malformed "not_an_image" for anything else.
Request<QByteArray> image(const QUrl &url);

} // namespace github
