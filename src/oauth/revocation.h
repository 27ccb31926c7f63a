// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/strictaccessmanager.h"
#include "oauth/clientauthentication.h"
#include "result/answering.h"

#include <QQueue>

namespace oauth {

/// How much to revoke.
enum class Extent {
    Tokens, ///< The tokens of this sign-in.
    Grant, ///< Everything that the person has granted this client, if the server supports that (GitHub does).
};

/// Revokes tokens: the refresh token first, then the access token (RFC 7009), or by GitHub's REST API. Deleting it
/// abandons what has not been sent.
class Revocation : public QObject
{
    Q_OBJECT

public:
    Revocation(const AuthorizationServer &server, const ClientRegistration &client, const TokenSet &tokens,
               Extent extent = Extent::Tokens, const http::AnswerLimits &limits = {});

    /// True if the server has a way to revoke.
    static bool isPossible(const AuthorizationServer &server, const ClientRegistration &client);

    /// Denied "not_possible": the server has no way to revoke. Denied, with its code or "http_422" and the like: it refused
    /// for good. Unreachable, with the wait that it requests: a rate limit, any other error of http::readAnswer(), or an
    /// answer of something on the way. A token that the server does not know counts as revoked (RFC 7009 §2.2). One of a
    /// kind that it does not revoke is skipped, unless that leaves none.
    void start(QObject *context, Receiver<void> receiver);

private:
    struct Step
    {
        QString token;
        QString hint;
    };

    bool usesEndpoint() const { return !m_server.revocationEndpoint.isEmpty() && !m_endsGrant; }
    void next();
    void proceed();
    QNetworkReply *send(const Step &step);
    void readReply(QNetworkReply &reply);
    void finish(const Result<void> &result);

    const AuthorizationServer m_server;
    const ClientRegistration m_client;
    ClientAuthentication m_authentication;
    const bool m_endsGrant;
    QQueue<Step> m_steps;
    bool m_hasRevoked = false;
    std::optional<Error> m_unsupported; ///< The server does not revoke this kind of token.
    http::StrictAccessManager m_network;
    Answering<void> m_answering;
};

} // namespace oauth
