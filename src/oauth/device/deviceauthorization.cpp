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

const QString malformedDeviceAnswer = QStringLiteral("device_authorization_response");

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

/// The first of these members that is a page to open; empty if none is. Google and others say `verification_url`, as drafts
/// of RFC 8628 did.
QUrl pageIn(const QVariantMap &fields, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        const QUrl page(textField(fields, name), QUrl::StrictMode);
        if (isSafeToOpen(page))
            return page;
    }
    return {};
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
    const Result<QVariantMap> fields = readFields(answer, malformedDeviceAnswer);
    if (!fields)
        return fields.error();
    const auto malformed = [](const char *what) {
        return Error::malformed(malformedDeviceAnswer, QLatin1String(what));
    };
    DeviceAuthorizationResponse response;
    response.deviceCode = textField(*fields, "device_code");
    response.lifetime = secondsOr(*fields, "expires_in", 15min, 24h);
    DeviceAuthorization &authorization = response.authorization;
    authorization.userCode = textField(*fields, "user_code");
    authorization.verificationUri = pageIn(*fields, {"verification_uri", "verification_url"});
    authorization.verificationUriComplete = pageIn(*fields, {"verification_uri_complete", "verification_url_complete"});
    authorization.expiresAt = now.addSecs(response.lifetime.count());
    authorization.interval = secondsOr(*fields, "interval", 5s, 5min);
    if (response.deviceCode.isEmpty() || response.deviceCode.size() > longestDeviceCode)
        return malformed("device_code");
    if (!isReadable(authorization.userCode))
        return malformed("user_code");
    if (authorization.verificationUri.isEmpty())
        return malformed("verification_uri");
    return response;
}

} // namespace oauth
