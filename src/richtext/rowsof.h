// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "richtext/htmltree.h"

namespace richtext {

/// The rows of a table that have cells, those of its head and body alike.
QList<QList<int>> rowsOf(const HtmlTree &tree, int table);

/// What part of its table's width a cell has.
qreal shareOf(const HtmlTree &tree, const QList<int> &row, int cell);

} // namespace richtext
