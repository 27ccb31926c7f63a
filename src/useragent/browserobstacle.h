// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcessEnvironment>

#include <functional>

/// Why a browser may not be visible to the person, or may not reach 127.0.0.1 on this machine. The device code works
/// nevertheless.
enum class BrowserObstacle {
    None,
    Ssh, ///< The person sits at another machine.
    Container, ///< Its 127.0.0.1 differs from the browser's.
    Wsl, ///< The browser runs in Windows.
    NoDisplay,
};

/// Looks for an obstacle in the environment and in the marker files of container engines.
BrowserObstacle browserObstacle(const QProcessEnvironment &environment,
                                const std::function<bool(const QString &path)> &fileExists);
BrowserObstacle browserObstacle();
