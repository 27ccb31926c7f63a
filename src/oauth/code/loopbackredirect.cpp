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

/// True if the response has one code or one error, and says nothing twice.
bool isComplete(const QUrlQuery &response)
{
    const auto values = [&](const char *name) { return loopback::formValues(response, QLatin1String(name)); };
    const bool isUnambiguous = values("code").size() <= 1 && values("error").size() <= 1 && values("iss").size() <= 1;
    return isUnambiguous && !(values("code").value(0) + values("error").value(0)).isEmpty();
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
{
    m_listener.setRefusalHandler([this](const loopback::Refusal &refusal) { return refuse(refusal); });
}

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

    if (!isAnswer(request))
        return connection.respond(page(RedirectOutcome::Foreign));
    if (!isComplete(request.query))
        return connection.respond(page(RedirectOutcome::Incomplete));

    m_waiting.append(&connection);
    if (!m_isRedirected) {
        m_isRedirected = true;
        Q_EMIT redirected(request.query);
    }
}

bool LoopbackRedirect::isAnswer(const loopback::Request &request) const
{
    const QString state = loopback::formValue(request.query, QStringLiteral("state")).value_or(QString());
    return request.path == m_path && isSame(state.toUtf8(), m_state.toUtf8());
}

loopback::Response LoopbackRedirect::refuse(const loopback::Refusal &refusal)
{
    if (refusal.status != statusOf(RedirectOutcome::TooLarge))
        return {.status = refusal.status};
    // Later: the connection is on the stack, and the receiver may end the attempt.
    if (refusal.request && refusal.request->method == "GET" && isAnswer(*refusal.request) && !m_isRedirected)
        QMetaObject::invokeMethod(this, &LoopbackRedirect::cookiesRefused, Qt::QueuedConnection);
    return page(RedirectOutcome::TooLarge);
}

} // namespace oauth

#include "moc_loopbackredirect.cpp"
