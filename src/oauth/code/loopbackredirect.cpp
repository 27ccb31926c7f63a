// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/code/loopbackredirect.h"

#include "loopback/connection.h"

namespace oauth {

namespace {

loopback::Response page(RedirectOutcome outcome)
{
    return {.status = statusOf(outcome), .contentType = "text/html; charset=utf-8", .body = redirectPage(outcome)};
}

/// Compares in constant time.
bool isSame(const QByteArray &left, const QByteArray &right)
{
    if (left.size() != right.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < left.size(); ++i)
        difference |= unsigned(uchar(left[i]) ^ uchar(right[i]));
    return difference == 0;
}

} // namespace

LoopbackRedirect::LoopbackRedirect(const QString &path)
    : m_listener([this](const loopback::Request &request, loopback::Connection &connection) {
          receive(request, connection);
      }),
      m_path(path)
{}

bool LoopbackRedirect::expect(const QString &state, quint16 port)
{
    Q_ASSERT(!state.isEmpty() && m_state.isEmpty());
    if (!m_listener.listen(port))
        return false;
    m_state = state;
    QUrl redirectUri = m_listener.origin();
    redirectUri.setPath(m_path);
    m_uri = redirectUri.toString(QUrl::FullyEncoded);
    return true;
}

void LoopbackRedirect::conclude(RedirectOutcome outcome)
{
    for (const QPointer<loopback::Connection> &connection : std::as_const(m_waiting)) {
        if (connection)
            connection->respond(page(outcome));
    }
    m_waiting.clear();
    m_listener.close();
}

void LoopbackRedirect::receive(const loopback::Request &request, loopback::Connection &connection)
{
    if (request.path != m_path)
        return connection.respond({.status = 404});
    if (request.method != "GET")
        return connection.respond({.status = 405, .headers = {{"Allow", "GET"}}});

    const QString state = loopback::formValue(request.query, QStringLiteral("state")).value_or(QString());
    if (!isSame(state.toUtf8(), m_state.toUtf8()))
        return connection.respond(page(RedirectOutcome::Foreign));

    m_waiting.append(&connection);
    if (!m_isRedirected) {
        m_isRedirected = true;
        Q_EMIT redirected(request.query);
    }
}

} // namespace oauth

#include "moc_loopbackredirect.cpp"
