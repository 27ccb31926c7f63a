// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/tokenrequest.h"

#include "http/answer.h"
#include "oauth/tokenresponse.h"

#include <QNetworkReply>

namespace oauth {

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
        const Result<http::Answer> answer = http::readAnswer(*reply);
        const Result<TokenSet> tokens = answer
            ? readTokenResponse(*answer, m_requestedScope, QDateTime::currentDateTimeUtc())
            : Result<TokenSet>(answer.error());
        m_answering.answerLater(this, tokens);
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
