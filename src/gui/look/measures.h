// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>

/// Sizes and fonts of everything of ours. Lengths are device-independent pixels at 100 %.
namespace look {

/// Distances between things, from the closest to the widest.
constexpr int space1 = 4;
constexpr int space2 = 8;
constexpr int space3 = 12;
constexpr int space4 = 16;
constexpr int space5 = 24;
constexpr int space6 = 32;

constexpr int controlRadius = 6;
constexpr int cardRadius = 8;
constexpr int dialogRadius = 10; ///< Of dialogs and popovers.

constexpr int controlHeight = 32;
constexpr int primaryButtonHeight = 40;
constexpr int sidebarRowHeight = 34;
constexpr int listRowHeight = 58;
constexpr int compactListRowHeight = 40;

constexpr int contentWidth = 1040; ///< At most.
constexpr int glyphSide = 16;
constexpr int focusRingWidth = 2;

/// The person's zoom, from 0.8 to 2. Fonts of font() have it, and lengths go through zoomed().
qreal zoom();

/// Changes the application's font, and the margins and sizes of the widgets that are there (see rescale()).
void setZoom(qreal zoom);
int zoomed(int length);

constexpr int zoomStep = 10; ///< Percent by which a key zooms.

/// The person's choice of lower rows in lists.
bool isCompact();

/// Lists ask for the sizes of their rows again.
void setCompact(bool isCompact);

/// Of a list's row, zoomed: 58 pixels at 100 %, or 40 in a compact list.
int rowHeight();

/// Kinds of text, by size and weight relative to the system's font.
enum class Text {
    Display, ///< A person's name.
    Title, ///< Of a page.
    Section, ///< The heading of a part.
    Body,
    Strong, ///< As Body, but heavier.
    Caption, ///< Explains other text.
    Micro, ///< In pills.
};

QFont font(Text text);

} // namespace look
