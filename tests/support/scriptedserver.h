// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "loopback/httpmessage.h"

#include <QHash>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

/// A server on 127.0.0.1 that answers as it is told, also in ways that no server should, and keeps what it was asked.
class ScriptedServer : public QObject
{
public:
    enum class Manner {
        Whole,
        CutOff, ///< Half of the body, then the end.
        Reset, ///< The connection is broken off without an answer.
        Hang, ///< Nothing until answerWaiting().
        Drip, ///< A byte of the body now and then, for ever.
    };

    struct Answer
    {
        loopback::Response response = {};
        Manner manner = Manner::Whole;

        /// True where only the client's patience ends it.
        bool isEndless() const { return manner == Manner::Hang || manner == Manner::Drip; }
    };

    using Script = std::function<Answer(const loopback::Request &)>;

    /// Listens at once.
    ScriptedServer();

    QUrl origin() const;
    QUrl at(const QString &path) const;

    /// From now on, requests for `path` are answered so; those for other paths by 404.
    void answer(const QString &path, const Answer &answer);
    void answer(const QString &path, Script script);

    /// Answers those who were left hanging.
    void answerWaiting(const Answer &answer);

    /// All requests so far, or those for a path.
    const QList<loopback::Request> &requests() const { return m_requests; }
    QList<loopback::Request> requestsAt(const QString &path) const;

    /// The only request for a path, with an empty method where there is not exactly one.
    loopback::Request onlyRequestAt(const QString &path) const;

    qsizetype openConnectionCount() const;

private:
    void acceptConnections();
    void readMore(QTcpSocket &socket, QByteArray &received);
    void send(QTcpSocket &socket, const Answer &answer);
    void drip(QTcpSocket &socket, const loopback::Response &response);

    QTcpServer m_server;
    QHash<QString, Script> m_scripts;
    QList<loopback::Request> m_requests;
    QList<QPointer<QTcpSocket>> m_connections;
    QList<QPointer<QTcpSocket>> m_waiting;
};

/// An answer in JSON.
ScriptedServer::Answer json(const QByteArray &body, int status = 200);
ScriptedServer::Answer html(const QByteArray &body, int status = 200);
ScriptedServer::Answer redirectTo(const QUrl &url, int status = 302);

/// A field of a request's form, decoded; nothing where it is absent or comes twice.
std::optional<QString> formField(const loopback::Request &request, const QString &name);

/// The names of the fields of a request's form, in alphabetical order.
QStringList formFieldNames(const loopback::Request &request);
