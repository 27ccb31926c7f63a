// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/answer.h"
#include "result/result.h"

#include <QByteArray>
#include <QNetworkReply>

namespace oauth {

/// A complete HTTP answer, whatever its status.
struct HttpAnswer
{
    int status = 0;
    QByteArray contentType; ///< Media type without parameters, in lower case.
    QByteArray body;
    HttpHeaders headers;
    /// How long the server asks to wait before the next try; 0 where it does not say.
    std::chrono::seconds retryAfter{0};

    bool isSuccess() const { return status / 100 == 2; }

    QByteArray header(QByteArrayView name) const { return headerIn(headers, name); }
};

/// Reads a finished reply. Unreachable: there was no answer ("timed_out", "host_not_found", "tls", …) or one that does
/// not count (5xx, 429: "http_503"), with its Retry-After. Malformed: it was cut off or too large.
Result<HttpAnswer> readAnswer(QNetworkReply &reply);

/// Says of a reply about to be aborted that its answer was larger than allowed.
void markTooLarge(QNetworkReply &reply);

} // namespace oauth
