// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/api/sampleaccount.h"
#include "loopback/httpmessage.h"

namespace demo {

/// What a browser finds beside the sign-in: what this is, the profile, and the repositories that everybody may see.
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
