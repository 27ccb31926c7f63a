// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/strictaccessmanager.h"
#include "oauth/clientauthentication.h"
#include "oauth/tokenset.h"
#include "result/answering.h"

namespace oauth {

/// Asks a token endpoint for tokens (RFC 6749 §3.2), one form at a time. Deleting it abandons the request in flight.
class TokenRequest : public QObject
{
    Q_OBJECT

public:
    /// An answer that names no scopes grants `requestedScope` (RFC 6749 §5.1).
    TokenRequest(const QUrl &tokenEndpoint, const QString &requestedScope, const http::AnswerLimits &limits = {});

    /// Keeps a connection ready for the next form.
    void keepConnected() { m_network.keepConnected(m_tokenEndpoint); }

    /// Posts a form; not while another one is waiting for its answer. Errors are those of http::readAnswer() and
    /// readTokenResponse().
    void post(const AuthenticatedForm &form, QObject *context, Receiver<TokenSet> receiver);

private:
    const QUrl m_tokenEndpoint;
    const QString m_requestedScope;
    http::StrictAccessManager m_network;
    Answering<TokenSet> m_answering;
};

/// Posts a form (RFC 6749 App. B) to an endpoint.
QNetworkReply *postForm(QNetworkAccessManager &network, const QUrl &endpoint, const AuthenticatedForm &form);

} // namespace oauth
