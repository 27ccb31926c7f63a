// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "richtext/html/htmltree.h"

namespace richtext {

/// The rows of a table that have cells, those of its head and body alike.
QList<QList<int>> rowsOf(const HtmlTree &tree, int table);

/// The number of columns that the cells of a row cover.
int columnsOf(const HtmlTree &tree, const QList<int> &row);

/// What part of the width of a table with this many columns a cell has.
qreal shareOf(const HtmlTree &tree, int cell, int columns);

} // namespace richtext
