// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz.h"

#include "github/viewer.h"
#include "session/identity.h"

namespace {

/// What a profile links to is opened by a press.
bool isWebOrNothing(const QUrl &url)
{
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    return url.isEmpty() || (isWeb && !url.host().isEmpty());
}

void lookAtViewer(const Result<github::Viewer> &viewer)
{
    if (!viewer) {
        REQUIRE(viewer.error().kind == Error::Kind::Malformed && isPlainCode(viewer.error().code));
        return;
    }
    REQUIRE(!viewer->login.isEmpty() && !viewer->displayName().isEmpty());
    for (const QUrl &url : {viewer->website, viewer->page, viewer->avatar})
        REQUIRE(isWebOrNothing(url));
    for (const auto &count : {viewer->followers, viewer->following, viewer->publicRepositories})
        REQUIRE(!count || *count >= 0);
}

void lookAtIdentity(Provider::Api api, const QByteArray &body)
{
    const Result<Identity> identity = readIdentity(api, body);
    if (identity)
        REQUIRE(!identity->id.isEmpty());
    else
        REQUIRE(identity.error().kind == Error::Kind::Malformed && isPlainCode(identity.error().code));
}

} // namespace

/// One body, read as each of the answers that tell who somebody is.
void look(const QByteArray &input)
{
    static const auto ofGitHub = github::viewer(QUrl(QStringLiteral("https://api.github.com")));
    static const auto ofOidc = github::viewerFromUserinfo(QUrl(QStringLiteral("https://sso.example.org/me")));
    lookAtViewer(ofGitHub.read(input));
    lookAtViewer(ofOidc.read(input));
    lookAtIdentity(Provider::Api::GitHub, input);
    lookAtIdentity(Provider::Api::Oidc, input);
}
