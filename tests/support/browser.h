// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QNetworkAccessManager>
#include <QTcpSocket>
#include <QUrl>

#include <memory>

/// A page that a browser loads.
struct WebPage
{
    bool isFinished = false;
    int status = 0; ///< 0: no answer.
    QString html;

    /// Which of Latchkey's redirect pages this is: "accepted", "denied", "failed" and so on.
    QString kind() const;
};

/// A person's browser: follows redirects and keeps cookies.
class Browser
{
public:
    /// Loads a page. The result is filled in when the answer arrives.
    std::shared_ptr<WebPage> visit(const QUrl &url);

private:
    QNetworkAccessManager m_network;
};

/// Sends raw bytes, for requests that no browser would send.
class RawClient
{
public:
    explicit RawClient(const QUrl &server, const QString &address = QStringLiteral("127.0.0.1"));

    bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }

    /// Sends one segment.
    void send(const QByteArray &bytes);

    /// The bytes received so far, and their HTTP status.
    QByteArray received();
    int status();

private:
    QTcpSocket m_socket;
    QByteArray m_received;
};

/// The redirect URI of an authorization request.
QUrl redirectUriOf(const QUrl &authorizationRequest);

/// A browser's answer to an authorization request, with more cookies than Latchkey reads.
QByteArray callbackWithTooManyCookies(const QUrl &authorizationRequest);

/// True if the port accepts connections.
bool canConnect(const QUrl &server, const QString &address = QStringLiteral("127.0.0.1"));

/// Waits until all that is in flight on loopback has arrived, by a round trip to a server made for that. Call it before
/// verifying that something has *not* happened.
void settle();
