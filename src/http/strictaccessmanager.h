// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QNetworkAccessManager>
#include <QTimer>

#include <chrono>

namespace http {

/// How long an answer may take and how large it may be.
struct AnswerLimits
{
    std::chrono::milliseconds silence{15000}; ///< Between two bytes.
    std::chrono::milliseconds total{30000}; ///< From request to end: a drip of bytes must end too.
    qint64 bytes = 4 * 1024 * 1024;
};

/// A QNetworkAccessManager that gives nothing away: no cookies, no redirects unless the request allows them, no
/// answers to authentication challenges, no request sent twice; and none waits for ever. Asks for JSON.
class StrictAccessManager : public QNetworkAccessManager
{
    Q_OBJECT

public:
    explicit StrictAccessManager(const AnswerLimits &limits = {}, QObject *parent = nullptr);

    /// Opens a connection to a server that is about to be asked. Of no use where there is one that is free.
    void connectAhead(const QUrl &url);

    /// Has a connection ready while a person takes their time: a fresh one every 20 s, for three minutes or until a request
    /// is made. A server may close one that has stood for long just when the request goes out, and not all can be sent again.
    void keepConnected(const QUrl &url);

    /// Stops Qt's flow from answering a 401 with the client id and an empty password (all Qt versions). To be called
    /// after each request of the flow: that is when it connects itself.
    void answerNoChallenges();

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body) override;

private:
    const AnswerLimits m_limits;
    QTimer m_renewal; ///< Of the connection that is kept ready.
    int m_renewalsLeft = 0;
};

} // namespace http
