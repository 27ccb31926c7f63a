// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/rows/row.h"

#include "gui/rows/rowdate.h"

#include <QCoreApplication>

QString spoken(const Row &row, const QDateTime &now)
{
    QStringList parts{row.group};
    if (row.isUnread)
        parts.append(QCoreApplication::translate("Row", "Unread"));
    parts += {row.glyphWords, row.owner.isEmpty() ? row.title : row.owner + QLatin1Char('/') + row.title};
    for (const QList<RowPill> &pills : {row.titlePills, row.pills}) {
        for (const RowPill &pill : pills)
            parts.append(pill.text);
    }
    parts.append(row.facts);
    for (const RowFigure &figure : row.figures)
        parts.append(figure.words);
    if (row.at.isValid())
        parts.append(shortAge(row.at, now));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}
