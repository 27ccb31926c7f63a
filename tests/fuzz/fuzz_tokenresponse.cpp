// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz.h"

#include "oauth/tokenresponse.h"
#include "result/printabletext.h"

#include <QTimeZone>

#include <array>

namespace fuzz_tokenresponse {

using namespace oauth;

const QDateTime now(QDate(2026, 5, 4), QTime(10, 0), Qt::UTC);

bool isVisible(const QString &token)
{
    return std::all_of(token.begin(), token.end(), [](QChar c) { return c > QChar(0x20) && c < QChar(0x7f); });
}

bool isWithinReason(const QDateTime &time)
{
    return !time.isValid() || (time >= now && time <= now.addYears(11));
}

void lookAtTokens(const TokenSet &tokens)
{
    REQUIRE(!tokens.accessToken.isEmpty() && isVisible(tokens.accessToken) && isVisible(tokens.refreshToken));
    REQUIRE(tokens.obtainedAt == now && isWithinReason(tokens.expiresAt) && isWithinReason(tokens.refreshExpiresAt));
    for (const QString &scope : tokens.scopes)
        REQUIRE(!scope.isEmpty() && isVisible(scope) && !scope.contains(QLatin1Char(',')));
}

/// An error is logged and shown.
void lookAtError(const Error &error)
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

/// The first byte selects the media type, the rest is the body.
void look(const QByteArray &input)
{
    if (input.isEmpty())
        return;
    constexpr std::array types{"application/json", "application/x-www-form-urlencoded", "text/html", ""};
    constexpr std::array statuses{200, 400, 401, 302};
    const unsigned label = uchar(input[0]);
    http::Answer answer;
    answer.mediaType = types[label % types.size()];
    answer.status = statuses[label / 4 % statuses.size()];
    answer.body = input.mid(1);

    const Result<TokenSet> tokens = readTokenResponse(answer, QStringLiteral("read:user"), now);
    if (!tokens)
        return lookAtError(tokens.error());
    REQUIRE(answer.isSuccess() && !answer.body.trimmed().startsWith('<'));
    // What is in the answer counts, and not how it is labelled.
    answer.mediaType = "text/html";
    const Result<TokenSet> same = readTokenResponse(answer, QStringLiteral("read:user"), now);
    REQUIRE(!same || same->accessToken == tokens->accessToken);
    lookAtTokens(*tokens);
}

} // namespace fuzz_tokenresponse

FUZZ_TARGET(tokenresponse)
