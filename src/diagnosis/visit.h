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

/// How a server is asked.
enum class Manner {
    Head, ///< Whether there is somebody.
    Get, ///< As the application asks, without a token.
};

/// What came of asking a server once.
struct Visit
{
    QUrl url;
    Result<http::Answer> answer = http::Answer();
    QDateTime serverTime; ///< Of its `Date` header; invalid where there is none.
    bool isEncrypted = false;
    QString protocol; ///< "TLS 1.3"
    QString certificateIssuer;
    QList<QSslError> tlsErrors;
    bool isProxied = false;
    bool isProxyClosed = false; ///< The proxy wants a name and a password.

    /// True where it was the proxy that did not answer, or refused.
    bool hasProxyError() const;
};

/// Asks for a page. The receiver is not called from inside this call, nor after `context` is gone.
void visit(const QUrl &url, Manner manner, const QNetworkProxy &proxy, const http::AnswerLimits &limits,
           QObject *context, std::function<void(const Visit &)> receiver);

} // namespace diagnosis
