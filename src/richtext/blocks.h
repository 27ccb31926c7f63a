// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "richtext/html/htmltree.h"

namespace richtext {

/// True for an element that begins on a new line, and for an unknown one around such an element.
bool isBlockIn(const HtmlTree &tree, int node);

/// ` align="center"`; empty for no alignment.
QString alignAttribute(const QString &alignment);

/// The alignment that an element gives its content, or the one around it.
QString alignmentOf(const HtmlNode &node, const QString &around);

/// "note", "tip", "important", "warning" or "caution", for one of GitHub's alerts; otherwise empty.
QString kindOfAlert(const HtmlNode &node);

} // namespace richtext
