// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz.h"

#include "http/endpoint.h"
#include "oauth/device/deviceauthorization.h"
#include "result/printabletext.h"

#include <QTimeZone>

#include <array>

namespace fuzz_deviceanswer {

using namespace oauth;
using namespace std::chrono_literals;

const QDateTime now(QDate(2026, 5, 4), QTime(10, 0), Qt::UTC);

bool isSafeToOpen(const QUrl &page)
{
    return http::isSafeEndpoint(page.adjusted(QUrl::RemoveFragment));
}

/// A person reads the code and opens the pages; the device code is only sent back.
void lookAtResponse(const DeviceAuthorizationResponse &response)
{
    const DeviceAuthorization &shown = response.authorization;
    REQUIRE(!response.deviceCode.isEmpty() && response.deviceCode.size() <= 4096);
    REQUIRE(!shown.userCode.isEmpty() && shown.userCode.size() <= 64 && isPrintable(shown.userCode));
    REQUIRE(isSafeToOpen(shown.verificationUri));
    REQUIRE(shown.verificationUriComplete.isEmpty() || isSafeToOpen(shown.verificationUriComplete));
    REQUIRE(response.lifetime >= 1s && response.lifetime <= 24h);
    REQUIRE(shown.interval >= 1s && shown.interval <= 5min);
    REQUIRE(shown.expiresAt == now.addSecs(response.lifetime.count()));
}

/// The first byte selects the media type and the status, the rest is the body.
void look(const QByteArray &input)
{
    if (input.isEmpty())
        return;
    constexpr std::array types{"application/json", "application/x-www-form-urlencoded", "text/html", ""};
    constexpr std::array statuses{200, 400, 401, 302};
    const unsigned label = uchar(input[0]);
    http::Answer answer;
    answer.mediaType = types[label % types.size()];
    answer.status = statuses[label / 4 % statuses.size()];
    answer.body = input.mid(1);

    const auto response = readDeviceAuthorization(answer, now);
    if (response) {
        REQUIRE(answer.isSuccess());
        return lookAtResponse(*response);
    }
    const Error &error = response.error();
    REQUIRE(error.kind == Error::Kind::Denied || error.kind == Error::Kind::Malformed
            || error.kind == Error::Kind::Unreachable);
    REQUIRE(isPlainCode(error.code) && error.detail.size() <= 200 && isPrintable(error.detail));
}

} // namespace fuzz_deviceanswer

FUZZ_TARGET(deviceanswer)
