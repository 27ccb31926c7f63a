// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/registration/registrationcheck.h"

#include "http/answer.h"
#include "http/errorcodes.h"
#include "oauth/device/deviceauthorization.h"
#include "oauth/errorcodes.h"

#include <QNetworkReply>

namespace {

Error denied(const char *code)
{
    return {Error::Kind::Denied, QLatin1String(code)};
}

} // namespace

RegistrationCheck::RegistrationCheck(const Provider &provider, const http::AnswerLimits &limits)
    : m_checked{provider}, m_network(limits)
{}

RegistrationCheck::~RegistrationCheck() = default;

void RegistrationCheck::start(QObject *context, Receiver<CheckedRegistration> receiver)
{
    Q_ASSERT(!m_answering.isDue());
    m_answering = {context, std::move(receiver)};
    if (!m_checked.provider.needsDiscovery())
        return askForDeviceCode();
    m_discovery = std::make_unique<oauth::Discovery>(m_checked.provider.server);
    m_discovery->start(this, [this](const Result<oauth::AuthorizationServer> &server) {
        if (!server)
            return finish(server.error());
        m_checked.provider.server = *server;
        askForDeviceCode();
    });
}

void RegistrationCheck::askForDeviceCode()
{
    const QUrl endpoint = m_checked.provider.server.deviceAuthorizationEndpoint;
    if (endpoint.isEmpty())
        return askForTokens();
    const oauth::ClientRegistration &client = m_checked.provider.client;
    QNetworkReply *reply = oauth::postForm(m_network, endpoint, {{QStringLiteral("client_id"), client.clientId},
                                                                 {QStringLiteral("client_secret"), client.clientSecret},
                                                                 {QStringLiteral("scope"), client.scope}});
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        readDeviceAnswer(*reply);
    });
}

void RegistrationCheck::readDeviceAnswer(QNetworkReply &reply)
{
    const Result<http::Answer> answer = http::readAnswer(reply);
    if (!answer)
        return finish(answer.error());
    // GitHub answers so for an unknown client id.
    if (answer->status == 404)
        return finish(denied("unknown_client"));
    const auto code = oauth::readDeviceAuthorization(*answer, QDateTime::currentDateTimeUtc());
    m_checked.givesCodes = bool(code);
    const bool hasSecret = !m_checked.provider.client.clientSecret.isEmpty();
    if (!code && oauth::errorcode::isAboutClient(code.error()) && !hasSecret)
        return finish(denied("unknown_client"));
    if (hasSecret || !code)
        return askForTokens();
    finish(m_checked);
}

void RegistrationCheck::askForTokens()
{
    const Provider &provider = m_checked.provider;
    m_tokenRequest = std::make_unique<oauth::TokenRequest>(provider.server.tokenEndpoint, QString());
    const http::Parameters form{
        {QStringLiteral("grant_type"), QStringLiteral("authorization_code")},
        {QStringLiteral("code"), QStringLiteral("latchkey-asks-whether-it-is-known")},
        {QStringLiteral("redirect_uri"), QStringLiteral("http://127.0.0.1") + provider.client.redirectPath},
        {QStringLiteral("code_verifier"), QString(43, QLatin1Char('0'))},
        {QStringLiteral("client_id"), provider.client.clientId},
        {QStringLiteral("client_secret"), provider.client.clientSecret},
    };
    m_tokenRequest->post(form, this, [this](const Result<oauth::TokenSet> &tokens) {
        tokens ? finish(m_checked) : readTokenAnswer(tokens.error());
    });
}

void RegistrationCheck::readTokenAnswer(const Error &error)
{
    if (error.kind == Error::Kind::Unreachable)
        return finish(error);
    if (error.code == http::errorcode::codeOfStatus(404))
        return finish(denied("unknown_client"));
    const bool hasSecret = !m_checked.provider.client.clientSecret.isEmpty();
    // GitHub refuses a known client id without a secret in the same way, although device codes work with it.
    if (oauth::errorcode::isAboutClient(error) && (hasSecret || !m_checked.provider.needsSecretForPages))
        return finish(denied(hasSecret ? "wrong_secret" : "unknown_client"));
    finish(m_checked);
}

void RegistrationCheck::finish(const Result<CheckedRegistration> &result)
{
    m_answering.answerLater(this, result);
}

#include "moc_registrationcheck.cpp"
