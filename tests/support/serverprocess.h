// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/formfillinguseragent.h"

#include <QJsonObject>
#include <QProcess>
#include <QUrl>

/// A process with one of the real OAuth servers of tests/servers. It ends with this object.
class ServerProcess
{
public:
    /// Waits until the server listens, or has failed to: see isRunning().
    ServerProcess(const QString &program, const QStringList &arguments);
    ~ServerProcess();

    bool isRunning() const { return !m_ready.isEmpty(); }

    /// A value of the server's READY line.
    QString value(const char *name) const { return m_ready.value(QLatin1String(name)).toString(); }
    QUrl origin() const;
    QUrl at(const QString &path) const;

    /// The server's counters, or one of them by its path, such as "tokenRequests/refresh_token".
    QJsonObject stats() const;
    int count(const QString &path) const;

    /// Gives an operator's command: `drop-access-tokens`, `revoke-all` or, Django only, `fail-refreshes`.
    void order(const QString &name) const;

private:
    QProcess m_process;
    QJsonObject m_ready;
};

/// The answer to an HTTP request that the test itself sends.
struct PlainAnswer
{
    int status = 0;
    QByteArray body;

    QJsonObject json() const;
};

using FormFields = QList<std::pair<QString, QString>>;

/// Sends a GET or POST request and waits for the answer.
PlainAnswer ask(const QUrl &url, const QByteArray &bearerToken = {});
PlainAnswer ask(const QUrl &url, const FormFields &form);

/// Obtains an authorization code without the application, and returns the token request for it, which is not sent.
FormFields obtainCode(FormFillingUserAgent &person, const QUrl &authorizationEndpoint, const QString &clientId,
                      const QString &scope);
