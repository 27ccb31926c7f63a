// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/answer.h"

#include <QDateTime>
#include <QUrl>

#include <chrono>

namespace oauth {

/// What the person needs to sign in with another device (RFC 8628 §3.2), fit to be shown and opened.
struct DeviceAuthorization
{
    QString userCode;
    QUrl verificationUri;
    QUrl verificationUriComplete; ///< With the code in it, for a QR code; empty where the server has none.
    QDateTime expiresAt; ///< UTC.
    std::chrono::seconds interval{5}; ///< Between two questions whether the person is done.
};

/// A device authorization response, with what the person must not see.
struct DeviceAuthorizationResponse
{
    DeviceAuthorization authorization;
    std::chrono::seconds lifetime;
    QString deviceCode;
};

/// Reads the answer of a device authorization endpoint; `now` is when it came. An interval or a life that makes no sense
/// is taken as 5 seconds (RFC 8628 §3.2) and 15 minutes, and no interval is longer than 5 minutes, no life longer than a
/// day. Errors are those of readFields(), and Malformed "device_authorization_response": a code that cannot be shown, an
/// address that is not safe to open.
Result<DeviceAuthorizationResponse> readDeviceAuthorization(const http::Answer &answer, const QDateTime &now);

} // namespace oauth
