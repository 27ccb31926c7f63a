// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QRect>
#include <QString>

/// What is around the login view: the window that opened it, and how that looks. Goes with the command to open a page, and
/// again when the look changes.
struct Surroundings
{
    QRect opener = {}; ///< With its frame, in the coordinates of the screen; empty if it is not known.
    quint64 openerId = 0; ///< The X11 window; 0 on other platforms.
    bool isDark = false;
    bool isHighContrast = false;
    QString accent = {}; ///< "#1b6681"; empty: Latchkey's own.
    double zoom = 1;

    bool operator==(const Surroundings &) const = default;
};

QJsonObject toJson(const Surroundings &surroundings);

/// Reads what toJson() has written. Takes the default for what is missing or cannot be.
Surroundings surroundingsFrom(const QJsonObject &object);
