// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/answer.h"
#include "http/strictaccessmanager.h"

#include <QDateTime>
#include <QNetworkProxy>
#include <QSslError>
#include <QUrl>

#include <functional>

namespace diagnosis {

/// The kind of request.
enum class Manner {
    Head, ///< Only asks whether the server answers.
    Get, ///< A request of the application, without a token.
};

/// The result of one request to a server.
struct Visit
{
    QUrl url;
    Result<http::Answer> answer = http::Answer();
    QDateTime serverTime; ///< From its `Date` header. Invalid if there is none.
    bool isEncrypted = false;
    QString protocol; ///< "TLS 1.3"
    QString certificateIssuer;
    QList<QSslError> tlsErrors;

    /// True if the proxy let the request not through.
    bool hasProxyError() const;
};

/// Sends a request. The receiver is not called from inside this call, nor after `context` is gone.
void visit(const QUrl &url, Manner manner, const QNetworkProxy &proxy, const http::AnswerLimits &limits,
           QObject *context, std::function<void(const Visit &)> receiver);

} // namespace diagnosis
