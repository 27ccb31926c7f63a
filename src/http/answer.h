// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <chrono>
#include <utility>

class QNetworkReply;

namespace http {

using Headers = QList<std::pair<QByteArray, QByteArray>>;

/// A complete HTTP answer, whatever its status. One from the cache has status 200 and no headers.
struct Answer
{
    int status = 0;
    QByteArray mediaType = {}; ///< Without parameters, in lower case: "application/json".
    QByteArray body = {};
    Headers headers = {};
    std::chrono::seconds retryAfter{0}; ///< Asked for by the server (RFC 9110 §10.2.3), at most a day; 0 if it names none.

    bool isSuccess() const { return status / 100 == 2; }

    /// The value of a header, compared without regard to case; null if there is none.
    QByteArray header(QByteArrayView name) const;
};

/// What 429 Too Many Requests (RFC 6585 §4) is for a caller.
enum class TooManyRequests {
    IsAnError, ///< Like a 5xx.
    IsAnAnswer, ///< With headers that tell about the limit; see isRateLimited().
};

/// Reads a finished reply. Unreachable: no answer came ("timed_out", "host_not_found", "connection_refused", "tls",
/// "network"), the proxy let nothing through ("proxy_*" and "proxy", with its name as detail), or an answer came that
/// says "not now" (5xx, 429, 408, 425: "http_503"), with the wait that it asks for. Malformed: the answer was "cut_off" or
/// "too_large".
Result<Answer> readAnswer(QNetworkReply &reply, TooManyRequests tooMany = TooManyRequests::IsAnError);

/// Marks a reply that is about to be aborted because its answer is larger than allowed.
void markTooLarge(QNetworkReply &reply);

} // namespace http
