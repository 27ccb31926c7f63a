// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcessEnvironment>

#include <functional>

/// Why a browser on this machine may not be before the person's eyes, or not find its way back to 127.0.0.1 here. The
/// device code works all the same.
enum class BrowserObstacle {
    None,
    Ssh, ///< The person is at another machine.
    Container, ///< Its 127.0.0.1 is not that of the browser.
    Wsl, ///< The browser is Windows'.
    NoDisplay,
};

/// Looks for an obstacle in the environment and in the files that container engines leave.
BrowserObstacle browserObstacle(const QProcessEnvironment &environment,
                                const std::function<bool(const QString &path)> &fileExists);
BrowserObstacle browserObstacle();
