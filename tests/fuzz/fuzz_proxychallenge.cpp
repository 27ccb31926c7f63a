// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz.h"

#include "http/proxy/proxychallenge.h"

namespace fuzz_proxychallenge {

/// The first byte chooses what the request had; the rest is the answer. Whatever the proxy answers, Qt is let answer it at
/// most twice.
void look(const QByteArray &input)
{
    if (input.isEmpty())
        return;
    const bool hasName = input.front() & 1;
    const QByteArray answer = input.mid(1);
    const QByteArray first = "CONNECT github.com:443 HTTP/1.1\r\n\r\n";
    const QByteArray basic = "CONNECT github.com:443 HTTP/1.1\r\nProxy-Authorization: Basic eA==\r\n\r\n";
    const QByteArray ntlm = "CONNECT github.com:443 HTTP/1.1\r\nProxy-Authorization: NTLM eA==\r\n\r\n";
    http::problemOfChallenge(first, answer, hasName, 1);
    REQUIRE(http::problemOfChallenge(basic, answer, hasName, 2));
    REQUIRE(http::problemOfChallenge(ntlm, answer, hasName, 3));
    if (!answer.toLower().contains("ntlm"))
        REQUIRE(http::problemOfChallenge(ntlm, answer, hasName, 2));
}

} // namespace fuzz_proxychallenge

FUZZ_TARGET(proxychallenge)
