// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QNetworkAccessManager>
#include <QTimer>

#include <chrono>

namespace http {

/// How long an answer may take, and how large it may be.
struct AnswerLimits
{
    std::chrono::milliseconds silence{15000}; ///< Between two bytes.
    std::chrono::milliseconds total{30000}; ///< From request to end, so that a drip of bytes ends too.
    qint64 bytes = 4 * 1024 * 1024; ///< Of the body.
};

/// A QNetworkAccessManager without surprises: no cookies, no redirects unless the request allows them, no answers to
/// authentication challenges, no repeated requests, and no endless waits. Asks for JSON unless told otherwise. Uses the
/// proxies of systemProxyFor(), or that of setProxy(), and reports why one lets nothing through.
class StrictAccessManager : public QNetworkAccessManager
{
    Q_OBJECT

public:
    explicit StrictAccessManager(const AnswerLimits &limits = {}, QObject *parent = nullptr);

    /// Opens a connection to a server that is about to be asked. Useless if a free one is open already.
    void connectAhead(const QUrl &url);

    /// Keeps a connection ready while a person takes their time: opens a new one every 20 s, for three minutes or until
    /// the next request. A server may close an idle connection just as a request goes out, and not every request may be
    /// sent twice.
    void keepConnected(const QUrl &url);

    /// Stops Qt's flow from answering a 401 with the client id and an empty password (all Qt versions). Call it after
    /// each request of the flow, which connects its handler then.
    void answerNoChallenges();

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body) override;

private:
    const class ProxyRoute &route();

    const AnswerLimits m_limits;
    QTimer m_renewal; ///< For keepConnected().
    int m_renewalsLeft = 0;
};

} // namespace http
