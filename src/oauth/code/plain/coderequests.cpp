// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/code/coderequests.h"

#include "oauth/tokenrequest.h"

namespace oauth {

namespace {

/// Sends the forms without Qt Network Authorization, for builds that lack it (Windows with mingw).
class PlainCodeRequests : public CodeRequests
{
public:
    explicit PlainCodeRequests(const Subject &subject)
        : m_authorizationEndpoint(subject.server.authorizationEndpoint),
          m_tokenRequest(subject.server.tokenEndpoint, subject.requestedScope, subject.limits)
    {}

    QUrl authorization(const http::Parameters &parameters, const QString &) override
    {
        // A query in the endpoint is kept (RFC 6749 §3.1).
        QByteArray query = m_authorizationEndpoint.query(QUrl::FullyEncoded).toLatin1();
        if (!query.isEmpty())
            query += '&';
        QUrl request = m_authorizationEndpoint;
        request.setQuery(QString::fromLatin1(query + http::urlEncoded(parameters)), QUrl::StrictMode);
        return request;
    }

    void keepConnected() override { m_tokenRequest.keepConnected(); }

    void redeem(const AuthenticatedForm &form, QObject *context, Receiver<TokenSet> receiver) override
    {
        m_tokenRequest.post(form, context, std::move(receiver));
    }

    void refresh(const AuthenticatedForm &form, QObject *context, Receiver<TokenSet> receiver) override
    {
        m_tokenRequest.post(form, context, std::move(receiver));
    }

private:
    const QUrl m_authorizationEndpoint;
    TokenRequest m_tokenRequest;
};

} // namespace

std::unique_ptr<CodeRequests> makeCodeRequests(const CodeRequests::Subject &subject)
{
    return std::make_unique<PlainCodeRequests>(subject);
}

} // namespace oauth
