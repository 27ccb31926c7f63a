// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewers.h"

#include "session/storage/identity.h"

namespace fuzz_restanswer {

void lookAt(const Result<github::Viewer> &viewer)
{
    if (viewer)
        lookAtViewer(*viewer);
    else
        REQUIRE(isMalformed(viewer.error()));
}

void lookAtIdentity(Provider::Api api, const QByteArray &body)
{
    const Result<Identity> identity = readIdentity(api, body);
    if (identity)
        REQUIRE(!identity->id.isEmpty());
    else
        REQUIRE(isMalformed(identity.error()));
}

/// One body, read as each of the answers that identify a person.
void look(const QByteArray &input)
{
    static const auto ofGitHub = github::viewer(QUrl(QStringLiteral("https://api.github.com")));
    static const auto ofOidc = github::viewerFromUserinfo(QUrl(QStringLiteral("https://sso.example.org/me")));
    lookAt(ofGitHub.read({.status = 200, .body = input}));
    lookAt(ofOidc.read({.status = 200, .body = input}));
    lookAtIdentity(Provider::Api::GitHub, input);
    lookAtIdentity(Provider::Api::Oidc, input);
}

} // namespace fuzz_restanswer

FUZZ_TARGET(restanswer)
