// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/identification.h"

#include "http/answer.h"
#include "http/errorcodes.h"
#include "oauth/tokenresponse.h"
#include "session/resource/refusal.h"

#include <QRegularExpression>
#include <QTimer>

namespace {

/// For the overview, the README and the profile; with HTTP/2 one connection carries all of them.
constexpr int firstQuestions = 3;

constexpr int mostTries = 3;

} // namespace

Identification::Identification(const Provider &provider, const oauth::TokenSet &tokens,
                               std::shared_ptr<http::StrictAccessManager> network, const SessionOptions &options)
    : m_provider(provider), m_tokens(tokens), m_network(std::move(network)), m_options(options)
{}

Identification::~Identification() = default;

void Identification::start(QObject *context, Receiver<Identified> receiver)
{
    m_answering = {context, std::move(receiver)};
    ask();
}

void Identification::ask()
{
    m_tries += 1;
    const QUrl url = m_provider.identityUrl();
    QNetworkRequest request = m_provider.identityRequest();
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::SameOriginRedirectPolicy);
    request.setRawHeader("Authorization", "Bearer " + m_tokens.accessToken.toLatin1());
    QNetworkReply *reply = m_network->get(request);
    // The profile's requests follow at once, and the server may close the connection of this one.
    for (int question = 0; question < firstQuestions; ++question)
        m_network->connectAhead(url);
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        readReply(*reply);
    });
}

void Identification::readReply(QNetworkReply &reply)
{
    const Result<http::Answer> answer = http::readAnswer(reply, http::TooManyRequests::IsAnAnswer);
    if (!answer && http::errorcode::isTransient(answer.error()) && m_tries < mostTries)
        return QTimer::singleShot(m_options.refusalPause / 2, this, &Identification::ask);
    if (!answer)
        return m_answering.answerNow(answer.error());
    if (!answer->isSuccess())
        return m_answering.answerNow(
            refusalOfNewToken(*answer, m_provider, m_tokens.isPersonalAccessToken, m_options.clock()));
    const Result<Identity> identity = readIdentity(m_provider.api, answer->body);
    if (!identity)
        return m_answering.answerNow(identity.error());
    // OpenID Connect Core §5.3.2.
    if (!m_tokens.subject.isEmpty() && identity->id != m_tokens.subject)
        return m_answering.answerNow(Error::denied(QStringLiteral("wrong_subject")));
    readAboutToken(*answer);
    m_answering.answerNow(Identified{*identity, m_tokens, {answer->body, answer->header("etag"), m_options.clock()}});
}

/// A personal access token comes without a token response. GitHub says here what it may do, and until when.
void Identification::readAboutToken(const http::Answer &answer)
{
    if (!m_tokens.isPersonalAccessToken || m_provider.api != Provider::Api::GitHub)
        return;
    m_tokens.scopes = oauth::splitScopes(QString::fromLatin1(answer.header("x-oauth-scopes")));
    m_tokens.expiresAt = tokenExpiry(answer.header("github-authentication-token-expiration"));
}

/// GitHub writes "2026-12-31 08:30:00 UTC", and for some tokens "2026-12-31 08:30:00 -0500".
QDateTime tokenExpiry(const QByteArray &header)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d) (UTC|[+-]\\d{4})$"));
    const auto match = pattern.match(QString::fromLatin1(header.trimmed()));
    if (!match.hasMatch())
        return {};
    const QString zone = match.captured(3) == QLatin1String("UTC") ? QStringLiteral("Z") : match.captured(3);
    const QString text = match.captured(1) + QLatin1Char('T') + match.captured(2) + zone;
    return QDateTime::fromString(text, Qt::ISODate).toUTC();
}

#include "moc_identification.cpp"
