// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "loopback/listener.h"
#include "oauth/redirectpage.h"

#include <QOAuthHttpServerReplyHandler>
#include <QPointer>

namespace oauth {

/// The redirect URI of one attempt: Qt's reply handler, with the strict listener of `loopback` in place of its own,
/// which loses callbacks and has no limits (Qt 6.4 to 6.11).
/// A request without the state of this attempt changes nothing, whoever sent it. The first one with it counts; its
/// page waits for conclude(), so that it can say how the sign-in ended, and repeats of it get the same page.
class LoopbackReplyHandler : public QOAuthHttpServerReplyHandler
{
    Q_OBJECT

public:
    /// `path` is that of the redirect URI, with its leading slash.
    explicit LoopbackReplyHandler(const QString &path);

    /// Waits for an answer with this state; port 0 lets the system choose. False when the port is taken.
    bool expect(const QString &state, quint16 port);

    /// The redirect URI; stays valid after conclude().
    QString callback() const override { return m_redirectUri; }

    /// Tells the person how it ended, and closes the port.
    void conclude(RedirectOutcome outcome);

Q_SIGNALS:
    /// The authorization response (RFC 6749 §§4.1.2, 4.1.2.1), checked to be for this attempt; comes once.
    void redirected(const QUrlQuery &response);

    /// The token endpoint has answered. The reply deletes itself.
    void tokenReplyFinished(QNetworkReply *reply);

protected:
    void networkReplyFinished(QNetworkReply *reply) override;

private:
    void receive(const loopback::Request &request, loopback::Connection &connection);

    loopback::Listener m_listener;
    const QString m_path;
    QString m_state;
    QString m_redirectUri;
    QList<QPointer<loopback::Connection>> m_waiting;
    bool m_isRedirected = false;
};

} // namespace oauth
