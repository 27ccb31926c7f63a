// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "loopback/httpmessage.h"

namespace demo {

/// Where a request goes, for faults and counting.
enum class Endpoint {
    Login,
    Authorize,
    Token,
    Revocation,
    TokenDeletion,
    User,
    Repositories,
    GraphQl,
    Notifications,
    NotificationsRead, ///< Marks some as read.
    Avatar,
    Userinfo, ///< Like the next one, only there to be answered by a Fault: 404 without one.
    Discovery,
    DeviceCode,
    DevicePage, ///< Where the person types the code.
    Other,
};

Endpoint endpointOf(const loopback::Request &request);

} // namespace demo
