// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/api/sampleaccount.h"
#include "loopback/httpmessage.h"

namespace demo {

/// The public pages: about the demo, the profile, public repositories, and issues and pull requests.
class Website
{
public:
    explicit Website(const SampleAccount &account) : m_account(account) {}

    loopback::Response respond(const loopback::Request &request) const;

private:
    loopback::Response profile() const;

    const SampleAccount &m_account;
};

} // namespace demo
