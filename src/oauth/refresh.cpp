// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/refresh.h"

#include "oauth/idtoken.h"
#include "oauth/log.h"
#include "oauth/tokenresponse.h"

namespace oauth {

Refresh::Refresh(const AuthorizationServer &server, const ClientRegistration &client, const TokenSet &tokens,
                 const AnswerLimits &limits)
    : m_server(server),
      m_client(client),
      m_tokens(tokens),
      m_network(std::make_unique<StrictAccessManager>(limits)),
      m_flow(server, client, *m_network, m_replyHandler)
{
    m_flow.setRefreshToken(tokens.refreshToken);
    connect(&m_replyHandler, &TokenReplyHandler::tokenReplyFinished, this, &Refresh::readTokens);
}

Refresh::~Refresh()
{
    m_network.reset();
}

void Refresh::start(QObject *context, Receiver<TokenSet> receiver)
{
    m_context = context;
    m_receiver = std::move(receiver);
#if QT_VERSION >= QT_VERSION_CHECK(6, 9, 0)
    m_flow.refreshTokens();
#else
    m_flow.refreshAccessToken();
#endif
    m_network->answerNoChallenges();
}

void Refresh::readTokens(QNetworkReply *reply)
{
    const Result<HttpAnswer> answer = readAnswer(*reply);
    const Result<TokenSet> received = answer
        ? readTokenResponse(*answer, m_tokens.scopes.join(QLatin1Char(' ')), QDateTime::currentDateTimeUtc())
        : Result<TokenSet>(answer.error());
    Result<TokenSet> tokens = withSubjectOf(m_tokens, received, m_server, m_client);
    if (tokens && tokens->refreshToken.isEmpty()) {
        tokens->refreshToken = m_tokens.refreshToken;
        tokens->refreshExpiresAt = m_tokens.refreshExpiresAt;
    }
    if (!tokens)
        qCInfo(log) << "refresh failed:" << tokens.error().code << tokens.error().detail;
    // Later: the receiver may delete this object, which is still at work here.
    QMetaObject::invokeMethod(this, [context = m_context, receiver = std::exchange(m_receiver, nullptr), tokens] {
        if (context && receiver)
            receiver(tokens);
    }, Qt::QueuedConnection);
}

bool endsSession(const Error &error)
{
    static const QStringList codes{QStringLiteral("invalid_grant"), QStringLiteral("bad_refresh_token"),
                                   QStringLiteral("id_token")};
    return error.kind == Error::Kind::Denied && codes.contains(error.code);
}

} // namespace oauth
