// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/registration/registrationcheck.h"

#include "http/answer.h"
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
    : m_checked{provider},
      m_network(limits),
      m_authentication(oauth::ClientAuthentication::atTokenEndpoint(provider.server, provider.client))
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
        m_authentication = oauth::ClientAuthentication::atTokenEndpoint(*server, m_checked.provider.client);
        askForDeviceCode();
    });
}

void RegistrationCheck::askForDeviceCode()
{
    const QUrl endpoint = m_checked.provider.server.deviceAuthorizationEndpoint;
    if (endpoint.isEmpty())
        return askForTokens();
    const http::Parameters form{{QStringLiteral("scope"), m_checked.provider.client.scope}};
    QNetworkReply *reply = oauth::postForm(m_network, endpoint, m_authentication.sign(form));
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
    if (!code && m_authentication.turnAfter(code.error()))
        return askForDeviceCode();
    m_checked.givesCodes = bool(code);
    const bool hasSecret = !m_checked.provider.client.clientSecret.isEmpty();
    if (!code && oauth::errorcode::isAboutClient(code.error()) && !hasSecret)
        return finish(denied("unknown_client"));
    if (!code) // What was refused here may be the device flow, with either method.
        m_authentication =
            oauth::ClientAuthentication::atTokenEndpoint(m_checked.provider.server, m_checked.provider.client);
    if (hasSecret || !code)
        return askForTokens();
    accept();
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
    };
    m_tokenRequest->post(m_authentication.sign(form), this, [this](const Result<oauth::TokenSet> &tokens) {
        if (tokens)
            accept();
        else if (m_authentication.turnAfter(tokens.error()))
            askForTokens();
        else
            readTokenAnswer(m_authentication.verdict(tokens.error()));
    });
}

void RegistrationCheck::readTokenAnswer(const Error &error)
{
    if (error.kind == Error::Kind::Unreachable)
        return finish(error);
    if (error.code == oauth::errorcode::endpointMissing)
        return finish(denied("unknown_client"));
    const bool hasSecret = !m_checked.provider.client.clientSecret.isEmpty();
    // GitHub refuses a known client id without a secret in the same way, although device codes work with it.
    if (oauth::errorcode::isAboutClient(error) && (hasSecret || !m_checked.provider.needsSecretForPages))
        return finish(denied(hasSecret ? "wrong_secret" : "unknown_client"));
    accept();
}

/// A method that the server did not want first is kept with the registration.
void RegistrationCheck::accept()
{
    if (m_authentication.hasTurned())
        m_checked.provider.client.authMethod = m_authentication.method();
    finish(m_checked);
}

void RegistrationCheck::finish(const Result<CheckedRegistration> &result)
{
    m_answering.answerLater(this, result);
}

#include "moc_registrationcheck.cpp"
