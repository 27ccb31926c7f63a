// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "richtext/picture.h"

#include <QByteArray>

namespace richtext {

/// What an image says without being drawn: by its alternative text, else by the address where its author had it. GitHub's
/// proxy has addresses that say nothing, so it keeps that one beside it. Badges of shields.io say all of it in their address.
Badge badgeOf(const QString &alternative, const QString &address);

/// True for a badge that badgeOf() reads completely from its address.
bool isBadgeWithText(const QString &address);

/// True for an image that Latchkey cannot draw: Qt needs Qt Svg for it.
bool isSvg(const QByteArray &image);

/// What an SVG image says of itself: `title` or `aria-label`, and the color behind the last word of a badge. Empty if it says
/// nothing.
Badge badgeOfSvg(const QByteArray &svg);

} // namespace richtext
