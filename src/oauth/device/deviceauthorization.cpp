// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/device/deviceauthorization.h"

#include "http/endpoint.h"
#include "oauth/answerfields.h"

#include <QRegularExpression>

#include <cmath>

namespace oauth {

namespace {

using namespace std::chrono_literals;

const QString malformedCode = QStringLiteral("device_authorization_response");

constexpr qsizetype longestDeviceCode = 4096;

/// A code that people can read and type: one short line, without characters that reorder or hide text.
bool isReadable(const QString &userCode)
{
    static const QRegularExpression readable(
        QRegularExpression::anchoredPattern(QStringLiteral("[^\\p{C}\\p{Z}]+( [^\\p{C}\\p{Z}]+)*")));
    return userCode.size() <= 64 && readable.match(userCode).hasMatch();
}

/// Unlike an endpoint, a page may have a fragment.
bool isSafeToOpen(const QUrl &url)
{
    return http::isSafeEndpoint(url.adjusted(QUrl::RemoveFragment));
}

std::chrono::seconds secondsOr(const QVariantMap &fields, const char *name, std::chrono::seconds otherwise,
                               std::chrono::seconds longest)
{
    const auto seconds = secondsField(fields, name, double(longest.count()));
    return seconds ? std::chrono::seconds(qint64(std::ceil(*seconds))) : otherwise;
}

} // namespace

Result<DeviceAuthorizationResponse> readDeviceAuthorization(const http::Answer &answer, const QDateTime &now)
{
    const Result<QVariantMap> fields = readFields(answer, malformedCode);
    if (!fields)
        return fields.error();
    const auto malformed = [](const char *what) {
        return Error::malformed(malformedCode, QLatin1String(what));
    };
    const auto deviceCode = textField(*fields, "device_code");
    const auto userCode = textField(*fields, "user_code");
    const auto uri = textField(*fields, "verification_uri");
    const auto completeUri = textField(*fields, "verification_uri_complete");
    if (!deviceCode || deviceCode->isEmpty() || deviceCode->size() > longestDeviceCode)
        return malformed("device_code");
    if (!userCode || !isReadable(*userCode))
        return malformed("user_code");

    DeviceAuthorizationResponse response;
    response.deviceCode = *deviceCode;
    response.lifetime = secondsOr(*fields, "expires_in", 15min, 24h);
    DeviceAuthorization &authorization = response.authorization;
    authorization.userCode = *userCode;
    authorization.verificationUri = QUrl(uri.value_or(QString()), QUrl::StrictMode);
    authorization.verificationUriComplete = QUrl(completeUri.value_or(QString()), QUrl::StrictMode);
    authorization.expiresAt = now.addSecs(response.lifetime.count());
    authorization.interval = secondsOr(*fields, "interval", 5s, 5min);
    if (!isSafeToOpen(authorization.verificationUri))
        return malformed("verification_uri");
    const bool hasCompleteUri = completeUri && !completeUri->isEmpty();
    if (!completeUri || (hasCompleteUri && !isSafeToOpen(authorization.verificationUriComplete)))
        return malformed("verification_uri_complete");
    return response;
}

} // namespace oauth
