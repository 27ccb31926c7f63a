// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/answer.h"

#include <QDateTime>
#include <QUrl>

#include <chrono>

namespace oauth {

/// What the person needs to sign in on another device (RFC 8628 §3.2), checked to be safe to show and open.
struct DeviceAuthorization
{
    QString userCode;
    QUrl verificationUri;
    QUrl verificationUriComplete; ///< Contains the code, for a QR code; empty if the server sent none.
    QDateTime expiresAt; ///< UTC.
    std::chrono::seconds interval{5}; ///< Between two polls.
};

/// A device authorization response, including the secret device code.
struct DeviceAuthorizationResponse
{
    DeviceAuthorization authorization;
    std::chrono::seconds lifetime;
    QString deviceCode;
};

/// Reads the answer of a device authorization endpoint, which arrived at `now`. A missing or senseless interval becomes
/// 5 seconds (RFC 8628 §3.2), a lifetime 15 minutes. They are at most 5 minutes and a day. Errors are those of
/// readFields(), and Malformed "device_authorization_response": no device code, a user code that cannot be shown, or no page
/// that is safe to open.
Result<DeviceAuthorizationResponse> readDeviceAuthorization(const http::Answer &answer, const QDateTime &now);

} // namespace oauth
