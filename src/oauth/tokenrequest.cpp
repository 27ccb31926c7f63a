// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/tokenrequest.h"

#include "http/answer.h"
#include "http/errorcodes.h"
#include "oauth/errorcodes.h"
#include "oauth/tokenresponse.h"

#include <QNetworkReply>

namespace oauth {

namespace {

/// A server may say with 429 that it is polled too fast (RFC 8628 §3.5). Any other 429 is like a 5xx.
Result<TokenSet> readTokenReply(QNetworkReply &reply, const QString &requestedScope)
{
    const Result<http::Answer> answer = http::readAnswer(reply, http::TooManyRequests::IsAnAnswer);
    if (!answer)
        return answer.error();
    const Result<TokenSet> tokens = readTokenResponse(*answer, requestedScope, QDateTime::currentDateTimeUtc());
    if (tokens || answer->status != 429 || errorcode::isProtocolError(tokens.error()))
        return tokens;
    Error error = Error::unreachable(http::errorcode::codeOfStatus(answer->status), reply.url().host());
    error.retryAfter = tokens.error().retryAfter;
    return error;
}

} // namespace

TokenRequest::TokenRequest(const QUrl &tokenEndpoint, const QString &requestedScope, const http::AnswerLimits &limits)
    : m_tokenEndpoint(tokenEndpoint), m_requestedScope(requestedScope), m_network(limits)
{}

void TokenRequest::post(const AuthenticatedForm &form, QObject *context, Receiver<TokenSet> receiver)
{
    Q_ASSERT(!m_answering.isDue());
    m_answering = {context, std::move(receiver)};
    QNetworkReply *reply = postForm(m_network, m_tokenEndpoint, form);
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        m_answering.answerLater(this, readTokenReply(*reply, m_requestedScope));
    });
}

QNetworkReply *postForm(QNetworkAccessManager &network, const QUrl &endpoint, const AuthenticatedForm &form)
{
    QNetworkRequest request(endpoint);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    if (!form.authorization.isEmpty())
        request.setRawHeader("Authorization", form.authorization);
    return network.post(request, http::urlEncoded(form.parameters));
}

} // namespace oauth

#include "moc_tokenrequest.cpp"
