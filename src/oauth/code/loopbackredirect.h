// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "loopback/listener.h"
#include "oauth/code/redirectpage.h"

#include <QPointer>

namespace oauth {

/// The redirect URI of one attempt (RFC 8252 §7.3).
/// A request without the state of this attempt changes nothing, nor does one without a code or an error, or with two of them
/// (RFC 6749 §§3.1, 4.1.2). The first other one counts. Its page waits for conclude(), to say how the sign-in ended, and
/// repeats of the request get the same page.
class LoopbackRedirect : public QObject
{
    Q_OBJECT

public:
    /// `path` is the path of the redirect URI, with its leading slash.
    explicit LoopbackRedirect(const QString &path);

    /// Listens for an answer with this state. Port 0 lets the system choose. False if the port is taken.
    bool expect(const QString &state, quint16 port);

    /// The redirect URI as sent to the server. Empty before expect(); stays valid after conclude().
    QString uri() const { return m_uri; }

    /// Shows how the sign-in ended, and closes the port.
    void conclude(RedirectOutcome outcome);

Q_SIGNALS:
    /// The authorization response (RFC 6749 §§4.1.2, 4.1.2.1) to this attempt. Emitted once.
    void redirected(const QUrlQuery &response);

    /// The browser has sent an answer to this attempt with so many cookies that it cannot be read. It may come again with
    /// fewer.
    void cookiesRefused();

private:
    bool isAnswer(const loopback::Request &request) const;
    loopback::Response refuse(const loopback::Refusal &refusal);
    void receive(const loopback::Request &request, loopback::Connection &connection);

    loopback::Listener m_listener;
    const QString m_path;
    QString m_state;
    QString m_uri;
    QList<QPointer<loopback::Connection>> m_waiting;
    bool m_isRedirected = false;
};

} // namespace oauth
