// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPainterPath>

#include <string_view>

namespace look {

/// What a glyph is drawn with, on its grid of 16 × 16.
struct GlyphPath
{
    QPainterPath strokes;
    QPainterPath filled;
};

/// Reads a glyph: S begins what is stroked and F what is filled; then come the commands of SVG 2 §9.3 (without the shortened
/// curves), O x y radius for a circle, or B x y width height radius for a box.
GlyphPath glyphPath(std::string_view notation);

} // namespace look
