// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz.h"

#include "http/endpoint.h"
#include "session/storage/storedsession.h"

namespace fuzz_storedsession {

/// A keychain entry, which may be anything: it is refused, or writing what was read gives the same.
void look(const QByteArray &input)
{
    const Result<StoredSession> session = StoredSession::fromEntry(input);
    if (!session) {
        REQUIRE(session.error().kind == Error::Kind::Storage);
        REQUIRE(session.error().code == QLatin1String("unreadable_entry")
                || session.error().code == QLatin1String("newer_entry"));
        return;
    }
    REQUIRE(!session->identity.id.isEmpty() && !session->tokens.accessToken.isEmpty());
    const auto &server = session->discovered;
    for (const QUrl &url : {server.authorizationEndpoint, server.tokenEndpoint, server.revocationEndpoint,
                            server.userinfoEndpoint})
        REQUIRE(url.isEmpty() || http::isSafeEndpoint(url));

    const QByteArray written = session->toEntry();
    const Result<StoredSession> again = StoredSession::fromEntry(written);
    REQUIRE(again);
    REQUIRE(again->toEntry() == written);
    REQUIRE(again->tokens.accessToken == session->tokens.accessToken);
    REQUIRE(again->tokens.refreshToken == session->tokens.refreshToken);
    REQUIRE(again->tokens.expiresAt == session->tokens.expiresAt);
}

} // namespace fuzz_storedsession

FUZZ_TARGET(storedsession)
