// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/server/client.h"
#include "demo/server/devicecodes.h"
#include "demo/server/login.h"

namespace demo {

/// The device authorization endpoint (RFC 8628 §3.1), and the page on which the person enters the code.
class DevicePages
{
public:
    /// If not `isEnabled`, giveCode() answers as GitHub does before the application's owner has switched the flow on.
    DevicePages(const Client &client, DeviceCodes &codes, const Login &login, bool isEnabled);

    /// Answers `POST /login/device/code`. `origin` is where the page is.
    loopback::Response giveCode(const loopback::Request &request, const QUrl &origin);

    /// Answers `/login/device`: asks for the code, then whether the application may have access.
    loopback::Response respond(const loopback::Request &request);

private:
    loopback::Response answer(const Login::BrowserSession &session, const QUrlQuery &form);

    const Client m_client;
    DeviceCodes &m_codes;
    const Login &m_login;
    const bool m_isEnabled;
};

} // namespace demo
