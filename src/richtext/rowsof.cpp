// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "richtext/rowsof.h"

namespace richtext {

namespace {

bool isOne(const HtmlNode &node, std::initializer_list<const char *> elements)
{
    return std::any_of(elements.begin(), elements.end(),
                       [&](const char *element) { return node.element == QLatin1String(element); });
}

int spanOf(const HtmlNode &cell)
{
    return std::clamp(cell.value("colspan").toInt(), 1, 20);
}

} // namespace

QList<QList<int>> rowsOf(const HtmlTree &tree, int table)
{
    QList<QList<int>> rows;
    const auto addRow = [&](int row) {
        QList<int> cells;
        for (int cell = tree[row].firstChild; cell >= 0; cell = tree[cell].next) {
            if (isOne(tree[cell], {"td", "th"}))
                cells.append(cell);
        }
        if (!cells.isEmpty())
            rows.append(cells);
    };
    for (int part = tree[table].firstChild; part >= 0; part = tree[part].next) {
        if (isOne(tree[part], {"tr"}))
            addRow(part);
        else if (isOne(tree[part], {"thead", "tbody", "tfoot"}))
            for (int row = tree[part].firstChild; row >= 0; row = tree[row].next) {
                if (isOne(tree[row], {"tr"}))
                    addRow(row);
            }
    }
    return rows;
}

int columnsOf(const HtmlTree &tree, const QList<int> &row)
{
    int columns = 0;
    for (const int cell : row)
        columns += spanOf(tree[cell]);
    return columns;
}

qreal shareOf(const HtmlTree &tree, int cell, int columns)
{
    const QString width = tree[cell].value("width");
    if (width.endsWith(u'%'))
        return std::clamp(width.chopped(1).toDouble() / 100, 0.01, 1.0);
    return qreal(spanOf(tree[cell])) / columns;
}

} // namespace richtext
