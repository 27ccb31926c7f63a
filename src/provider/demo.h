// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "provider/provider.h"

/// The built-in demo (demo::DemoProvider) as a provider, with what a provider file would say of it. `origin` is where it
/// listens.
Provider demoProviderAt(const QUrl &origin);
