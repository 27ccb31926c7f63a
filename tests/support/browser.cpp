// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/browser.h"

#include "support/eventually.h"
#include "support/scriptedserver.h"

#include <QNetworkReply>
#include <QRegularExpression>
#include <QTest>
#include <QUrlQuery>

QString WebPage::kind() const
{
    static const QRegularExpression bodyClass(QStringLiteral("<body class=\"([a-z]+)\">"));
    return bodyClass.match(html).captured(1);
}

std::shared_ptr<WebPage> Browser::visit(const QUrl &url)
{
    auto page = std::make_shared<WebPage>();
    QNetworkReply *reply = m_network.get(QNetworkRequest(url));
    QObject::connect(reply, &QNetworkReply::finished, reply, [reply, page] {
        page->isFinished = true;
        page->status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        page->html = QString::fromUtf8(reply->readAll());
        reply->deleteLater();
    });
    return page;
}

RawClient::RawClient(const QUrl &server, const QString &address)
{
    m_socket.connectToHost(address, quint16(server.port()));
    m_socket.waitForConnected(2000);
}

void RawClient::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    m_socket.waitForBytesWritten(2000);
}

QByteArray RawClient::received()
{
    return m_received += m_socket.readAll();
}

int RawClient::status()
{
    return received().startsWith("HTTP/1.1 ") ? m_received.mid(9, 3).toInt() : 0;
}

QUrl redirectUriOf(const QUrl &authorizationRequest)
{
    return QUrl(QUrlQuery(authorizationRequest).queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyDecoded));
}

QByteArray callbackWithTooManyCookies(const QUrl &authorizationRequest)
{
    const QUrl redirectUri = redirectUriOf(authorizationRequest);
    const QString state = QUrlQuery(authorizationRequest).queryItemValue(QStringLiteral("state"), QUrl::FullyEncoded);
    return "GET " + redirectUri.path().toLatin1() + "?code=c1&state=" + state.toLatin1() + " HTTP/1.1\r\nHost: "
        + redirectUri.authority().toLatin1() + "\r\nCookie: c=" + QByteArray(80 * 1024, 'x') + "\r\n\r\n";
}

bool canConnect(const QUrl &server, const QString &address)
{
    return RawClient(server, address).isConnected();
}

void settle()
{
    ScriptedServer server;
    Browser browser;
    for (int i = 0; i < 2; ++i) {
        const auto page = browser.visit(server.origin());
        if (!eventually([&] { return page->isFinished; }))
            qFatal("no answer on loopback");
    }
}
