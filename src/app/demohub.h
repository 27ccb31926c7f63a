// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/demoprovider.h"
#include "provider/provider.h"

#include <optional>

/// The built-in demo provider, as one that a person can sign in to.
class DemoHub
{
public:
    /// `ledgerFile` keeps its tokens from run to run.
    explicit DemoHub(const QString &ledgerFile);

    /// Starts it. Nothing if it cannot listen.
    std::optional<Provider> open();

private:
    const demo::DemoProvider::Options m_options;
    demo::DemoProvider m_server;
};
