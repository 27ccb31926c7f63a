// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/server/client.h"
#include "demo/server/devicecodes.h"
#include "demo/server/login.h"

namespace demo {

/// The device authorization endpoint (RFC 8628 §3.1), and the page where the person types the code.
class DevicePages
{
public:
    /// Without `isEnabled` the application is told that its device flow has to be switched on first.
    DevicePages(const Client &client, DeviceCodes &codes, const Login &login, bool isEnabled);

    /// `POST /login/device/code`; the page's address is below `origin`.
    loopback::Response giveCode(const loopback::Request &request, const QUrl &origin);

    /// `/login/device`: asks for the code, and then whether the application may have access.
    loopback::Response respond(const loopback::Request &request);

private:
    loopback::Response answer(const QString &csrfToken, const QUrlQuery &form);

    const Client m_client;
    DeviceCodes &m_codes;
    const Login &m_login;
    const bool m_isEnabled;
};

} // namespace demo
