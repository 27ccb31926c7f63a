// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/formfillinguseragent.h"

#include <QJsonObject>
#include <QProcess>
#include <QUrl>

/// One of the real OAuth servers of tests/servers, for as long as this object lives: they end with their standard input.
class ServerProcess
{
public:
    /// Waits until the server listens; isRunning() tells whether it does.
    ServerProcess(const QString &program, const QStringList &arguments);
    ~ServerProcess();

    bool isRunning() const { return !m_ready.isEmpty(); }

    /// What the server said of itself in its READY line.
    QString value(const char *name) const { return m_ready.value(QLatin1String(name)).toString(); }
    QUrl origin() const;
    QUrl at(const QString &path) const;

    /// What the server has counted, or one number of it: "tokenRequests/refresh_token".
    QJsonObject stats() const;
    int count(const QString &path) const;

    /// As the server's operator: `drop-access-tokens`, `revoke-all` or, Django only, `fail-refreshes`.
    void order(const QString &name) const;

private:
    QProcess m_process;
    QJsonObject m_ready;
};

/// An HTTP answer to a question outside the application; waits for it.
struct PlainAnswer
{
    int status = 0;
    QByteArray body;

    QJsonObject json() const;
};

using FormFields = QList<std::pair<QString, QString>>;

/// GET or POST, as `curl` would.
PlainAnswer ask(const QUrl &url, const QByteArray &bearerToken = {});
PlainAnswer ask(const QUrl &url, const FormFields &form);

/// Takes a person through an authorization request of its own, past the application, and returns the token request for
/// the code that came of it, which has not been sent.
FormFields obtainCode(FormFillingUserAgent &person, const QUrl &authorizationEndpoint, const QString &clientId,
                      const QString &scope);
