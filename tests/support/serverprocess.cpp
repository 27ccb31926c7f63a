// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/serverprocess.h"

#include "oauth/code/pkce.h"
#include "support/eventually.h"
#include "support/scriptedserver.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUrlQuery>

namespace {

constexpr std::chrono::milliseconds patience{30000}; // Django starts slowly on a busy machine.

QByteArray encoded(const FormFields &fields)
{
    QByteArray text;
    for (const auto &[name, value] : fields)
        text += (text.isEmpty() ? "" : "&") + name.toLatin1() + '=' + QUrl::toPercentEncoding(value);
    return text;
}

PlainAnswer waitFor(QNetworkReply *started)
{
    const std::unique_ptr<QNetworkReply> reply(started);
    if (!eventually([&] { return reply->isFinished(); }, patience))
        qFatal("no answer from %s", qPrintable(reply->url().path()));
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
}

} // namespace

ServerProcess::ServerProcess(const QString &program, const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(program, arguments);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(int(patience.count())))
            return;
    }
    const QByteArray line = m_process.readLine();
    if (line.startsWith("READY "))
        m_ready = QJsonDocument::fromJson(line.sliced(6)).object();
}

ServerProcess::~ServerProcess()
{
    m_process.closeWriteChannel();
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(int(patience.count())))
        qFatal("the server does not end with its standard input");
}

QUrl ServerProcess::origin() const
{
    return QUrl(m_ready.contains(QLatin1String("origin")) ? value("origin") : value("issuer"));
}

QUrl ServerProcess::at(const QString &path) const
{
    QUrl url = origin();
    url.setPath(path);
    return url;
}

QJsonObject ServerProcess::stats() const
{
    return ask(at(QStringLiteral("/test/stats"))).json();
}

int ServerProcess::count(const QString &path) const
{
    QJsonValue value = stats();
    for (const QString &name : path.split(QLatin1Char('/')))
        value = value.toObject().value(name);
    return value.toInt();
}

void ServerProcess::order(const QString &name) const
{
    if (ask(at(QStringLiteral("/test/") + name), FormFields()).status != 204)
        qFatal("the server refused the command");
}

QJsonObject PlainAnswer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

PlainAnswer ask(const QUrl &url, const QByteArray &bearerToken)
{
    QNetworkAccessManager network;
    QNetworkRequest request(url);
    if (!bearerToken.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + bearerToken);
    return waitFor(network.get(request));
}

PlainAnswer ask(const QUrl &url, const FormFields &form)
{
    QNetworkAccessManager network;
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    return waitFor(network.post(request, encoded(form)));
}

FormFields obtainCode(FormFillingUserAgent &person, const QUrl &authorizationEndpoint, const QString &clientId,
                      const QString &scope)
{
    ScriptedServer client;
    const QString path = QStringLiteral("/oauth/callback");
    client.answer(path, html("<p>Thank you"));
    const QString redirectUri = client.at(path).toString();
    const oauth::Pkce pkce;
    QUrl request = authorizationEndpoint;
    request.setQuery(QString::fromLatin1(encoded({{QStringLiteral("response_type"), QStringLiteral("code")},
                                                  {QStringLiteral("client_id"), clientId},
                                                  {QStringLiteral("redirect_uri"), redirectUri},
                                                  {QStringLiteral("scope"), scope},
                                                  {QStringLiteral("state"), QStringLiteral("state")},
                                                  {QStringLiteral("code_challenge"), QString::fromLatin1(pkce.challenge())},
                                                  {QStringLiteral("code_challenge_method"), QStringLiteral("S256")}})));
    person.show(request);
    if (!eventually([&] { return !client.requestsAt(path).isEmpty(); }, patience))
        qFatal("no authorization code");
    const auto code = loopback::formValue(client.onlyRequestAt(path).query, QStringLiteral("code"));
    return {{QStringLiteral("grant_type"), QStringLiteral("authorization_code")},
            {QStringLiteral("client_id"), clientId},
            {QStringLiteral("redirect_uri"), redirectUri},
            {QStringLiteral("code"), code.value_or(QString())},
            {QStringLiteral("code_verifier"), QString::fromLatin1(pkce.verifier)}};
}
