// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

/// Why Chromium's sandbox does not work here: "root_without_sandbox" or "no_user_namespaces". Empty if it works, or if
/// the environment turns it off (QTWEBENGINE_DISABLE_SANDBOX, for tests as root). Chromium exits in the first case, and
/// silently continues with less protection in the second (Qt 6.4 to 6.11).
QString sandboxError();

/// Ends this process when its parent ends.
void endWithParent();
