// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/serverprocess.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

namespace {

constexpr int patience = 30000; // Python and Django may be slow on a busy machine.

} // namespace

ServerProcess::ServerProcess(const QString &program, const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(program, arguments);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(patience))
            return;
    }
    const QByteArray line = m_process.readLine();
    if (line.startsWith("READY "))
        m_ready = QJsonDocument::fromJson(line.sliced(6)).object();
}

ServerProcess::~ServerProcess()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(patience))
        m_process.kill();
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
    const QList<std::pair<QString, QString>> nothing;
    if (ask(at(QStringLiteral("/test/") + name), &nothing).status != 204)
        qFatal("the server does not obey");
}

QJsonObject PlainAnswer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

PlainAnswer ask(const QUrl &url, const QList<std::pair<QString, QString>> *form, const QByteArray &bearerToken)
{
    QNetworkAccessManager network;
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    if (!bearerToken.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + bearerToken);
    QByteArray body;
    if (form) {
        for (const auto &[name, value] : *form)
            body += (body.isEmpty() ? "" : "&") + name.toLatin1() + '=' + QUrl::toPercentEncoding(value);
    }
    const std::unique_ptr<QNetworkReply> reply(form ? network.post(request, body) : network.get(request));
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }, patience))
        qFatal("no answer from %s", qPrintable(url.path()));
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
}
