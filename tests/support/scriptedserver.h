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

/// A server on 127.0.0.1 that answers by a script, even in ways that no server should, and keeps its requests.
class ScriptedServer : public QObject
{
public:
    enum class Manner {
        Whole,
        CutOff, ///< Half of the body, then the connection ends.
        Reset, ///< Resets the connection without an answer.
        Hang, ///< No answer until answerWaiting().
        Drip, ///< The body byte by byte, without end.
    };

    struct Answer
    {
        loopback::Response response = {};
        Manner manner = Manner::Whole;

        /// True if only the client's timeout ends it.
        bool isEndless() const { return manner == Manner::Hang || manner == Manner::Drip; }
    };

    using Script = std::function<Answer(const loopback::Request &)>;

    /// Listens at once, on a port that the system chooses.
    ScriptedServer();

    QUrl origin() const;
    QUrl at(const QString &path) const;

    /// Sets the answer for `path`. Other paths get 404.
    void answer(const QString &path, const Answer &answer);
    void answer(const QString &path, Script script);

    /// Answers the requests that Hang left waiting.
    void answerWaiting(const Answer &answer);

    /// The requests so far, of all paths or of one.
    const QList<loopback::Request> &requests() const { return m_requests; }
    QList<loopback::Request> requestsAt(const QString &path) const;

    /// The only request for a path; with an empty method if there is not exactly one.
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

/// A field of a request's form, decoded; nothing if it is absent or repeated.
std::optional<QString> formField(const loopback::Request &request, const QString &name);

/// The field names of a request's form, sorted.
QStringList formFieldNames(const loopback::Request &request);
