// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPalette>

#include <array>

/// The colors that everything of ours is painted with. Every text color reaches 4.5 : 1 on the canvas, the surface, the
/// sidebar, the selection and the hover color, and every other color 3 : 1 (WCAG 2.1, SC 1.4.3 and 1.4.11).
namespace look {

struct Colors
{
    QColor canvas; ///< Behind everything.
    QColor sidebar;
    QColor surface; ///< Of cards and fields.
    QColor cardBorder;
    QColor controlBorder;
    QColor text;
    QColor secondaryText;
    QColor link; ///< Also the focus ring.
    QColor accent;
    QColor onAccent; ///< Text on the accent.
    QColor selection;
    QColor onSelection; ///< Text on the selection.
    QColor hover;
    QColor success;
    QColor attention;
    QColor danger;
    QColor done; ///< Also merged.
    std::array<QColor, 5> calendar; ///< From no contribution to many.
    bool isDark = false;
    bool isHighContrast = false;
};

/// What the person or the desktop wants.
struct Appearance
{
    bool isDark = false;
    bool isHighContrast = false;
    QColor accent = {}; ///< Invalid: Latchkey's own.

    bool operator==(const Appearance &) const = default;
};

/// The colors for an appearance. A given accent becomes lighter or darker until it can be read.
Colors colorsFor(const Appearance &appearance);

QPalette paletteOf(const Colors &colors);

/// The colors in use: one set for the process, as QApplication::palette() is. Light until use() is called.
const Colors &colors();

/// Sets the colors in use and the application's palette. Widgets get QEvent::PaletteChange, even if only colors outside the
/// palette have changed.
void use(const Colors &colors);

/// The background of a pill whose text has this color.
QColor tint(const QColor &color);

/// `share` of one color over another, from 0 to 1. Both are opaque.
QColor mixed(const QColor &front, const QColor &back, double share);

/// The contrast ratio of two opaque colors, from 1 to 21 (WCAG 2.1).
double contrast(const QColor &one, const QColor &other);

} // namespace look
