// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauthanswer.h"

#include "http/endpoint.h"
#include "oauth/device/deviceauthorization.h"

#include <QTimeZone>

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

void look(const QByteArray &input)
{
    const http::Answer answer = oauthAnswer(input);
    const auto response = readDeviceAuthorization(answer, now);
    if (!response)
        return lookAtError(response.error());
    REQUIRE(answer.isSuccess());
    lookAtResponse(*response);
}

} // namespace fuzz_deviceanswer

FUZZ_TARGET(deviceanswer)
