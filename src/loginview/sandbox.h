// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

/// Why Chromium's sandbox cannot do its work here: "root_without_sandbox" or "no_user_namespaces"; empty where it can, or
/// where the environment turns it off (QTWEBENGINE_DISABLE_SANDBOX, for tests as root). Chromium itself would end the
/// process in the first case, and go on with less protection, and without a word, in the second (Qt 6.4 to 6.11).
QString sandboxError();

/// Ends this process when the one that started it does.
void endWithParent();
