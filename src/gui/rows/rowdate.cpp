// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/rows/rowdate.h"

#include <QCoreApplication>
#include <QLocale>

namespace {

QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("RowDate", text, nullptr, count);
}

} // namespace

QString shortAge(const QDateTime &then, const QDateTime &now)
{
    const qint64 minutes = then.secsTo(now) / 60;
    if (minutes < 1)
        return tr("just now");
    if (minutes < 60)
        return tr("%1 min ago").arg(minutes);
    const QDate day = then.toLocalTime().date();
    const qint64 days = day.daysTo(now.toLocalTime().date());
    if (days == 0 || minutes < 6 * 60)
        return tr("%1 h ago").arg(minutes / 60);
    if (days == 1)
        return tr("Yesterday");
    const QLocale locale;
    if (days < 7)
        return locale.standaloneDayName(day.dayOfWeek());
    const bool isThisYear = day.year() == now.toLocalTime().date().year();
    return locale.toString(day, isThisYear ? tr("d MMM") : tr("d MMM yyyy"));
}

QString exactTime(const QDateTime &then)
{
    return QLocale().toString(then.toLocalTime(), QLocale::LongFormat);
}
