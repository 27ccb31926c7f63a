// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "fuzz.h"

#include "http/answer.h"
#include "result/printabletext.h"

#include <array>

/// An answer of an OAuth endpoint. The first byte of the input selects the media type and the status, the rest is the body.
inline http::Answer oauthAnswer(const QByteArray &input)
{
    constexpr std::array types{"application/json", "application/x-www-form-urlencoded", "text/html", ""};
    constexpr std::array statuses{200, 400, 401, 302};
    const unsigned label = input.isEmpty() ? 0 : uchar(input[0]);
    http::Answer answer;
    answer.mediaType = types[label % types.size()];
    answer.status = statuses[label / 4 % statuses.size()];
    answer.body = input.mid(1);
    return answer;
}

/// An error is logged and shown. A long run of letters and digits may be a secret.
inline void lookAtError(const Error &error)
{
    REQUIRE(error.kind == Error::Kind::Denied || error.kind == Error::Kind::Malformed
            || error.kind == Error::Kind::Unreachable);
    REQUIRE(isPlainCode(error.code));
    REQUIRE(error.detail.size() <= 200 && isPrintable(error.detail));
    qsizetype run = 0;
    for (const QChar c : error.detail) {
        run = c.unicode() < 0x80 && c.isLetterOrNumber() ? run + 1 : 0;
        REQUIRE(run < 28);
    }
}
