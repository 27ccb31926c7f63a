// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QNetworkAccessManager>
#include <QTcpSocket>
#include <QUrl>

#include <memory>

/// A page as a browser has loaded it.
struct Page
{
    bool isFinished = false;
    int status = 0; ///< 0: there was no answer.
    QString html;

    /// Which of the redirect pages it is: "accepted", "denied", "failed" or "foreign".
    QString kind() const;
};

/// A person's browser: follows redirects and keeps cookies.
class Browser
{
public:
    /// Loads a page, which is filled in when it has come.
    std::shared_ptr<Page> visit(const QUrl &url);

private:
    QNetworkAccessManager m_network;
};

/// Sends bytes as they are, for what no browser would send.
class RawClient
{
public:
    explicit RawClient(const QUrl &server, const QString &address = QStringLiteral("127.0.0.1"));

    bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }

    /// Sends one segment.
    void send(const QByteArray &bytes);

    /// What has come so far, and its HTTP status.
    QByteArray received();
    int status();

private:
    QTcpSocket m_socket;
    QByteArray m_received;
};

/// True where somebody listens.
bool canConnect(const QUrl &server, const QString &address = QStringLiteral("127.0.0.1"));

/// Lets everything that is under way on loopback arrive: a request to a server of its own has been there and back. Used
/// before looking whether something has *not* happened.
void settle();
