// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/api/samplepeople.h"
#include "loopback/httpmessage.h"

namespace demo {

/// The public pages: about the demo, profiles, public repositories, and what notifications lead to.
class Website
{
public:
    explicit Website(const SamplePeople &people) : m_people(people) {}

    loopback::Response respond(const loopback::Request &request) const;

private:
    const SamplePeople &m_people;
};

} // namespace demo
