// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauthanswer.h"

#include "oauth/tokenresponse.h"

#include <QTimeZone>

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

void look(const QByteArray &input)
{
    http::Answer answer = oauthAnswer(input);
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
