// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/api/samplecalendar.h"

#include <QJsonArray>

#include <utility>

namespace demo {

namespace {

/// A hash that is the same on every machine.
quint32 scatter(quint32 number)
{
    number = (number ^ (number >> 16)) * 0x45d9f3bU;
    number = (number ^ (number >> 16)) * 0x45d9f3bU;
    return number ^ (number >> 16);
}

int countOn(const QDate &date, const Contributor &contributor)
{
    if (date < contributor.since)
        return 0;
    const quint32 chance = scatter(quint32(date.toJulianDay()) + contributor.id);
    const bool isHoliday = date.month() == 7 && date.day() >= 8 && date.day() <= 26;
    if (isHoliday)
        return 0;
    if (date.dayOfWeek() >= Qt::Saturday)
        return chance % 4 == 0 ? int(chance / 4 % 4) + 1 : 0;
    // One week in four is busy.
    const bool isBusy = scatter(quint32(date.toJulianDay() / 7) + contributor.id) % 4 == 0;
    return chance % 7 == 0 ? 0 : int(chance / 7 % (isBusy ? 14 : 7)) + 1;
}

const char *levelOf(int count)
{
    return count == 0 ? "NONE" : count < 4 ? "FIRST_QUARTILE" : count < 7 ? "SECOND_QUARTILE" : count < 10 ? "THIRD_QUARTILE" : "FOURTH_QUARTILE";
}

QJsonObject dayOf(const QDate &date, int count)
{
    return {{QStringLiteral("date"), date.toString(Qt::ISODate)},
            {QStringLiteral("contributionCount"), count},
            {QStringLiteral("contributionLevel"), QLatin1String(levelOf(count))}};
}

QJsonObject weekOf(const QJsonArray &days)
{
    return {{QStringLiteral("contributionDays"), days}};
}

} // namespace

QJsonObject sampleCalendar(const QDate &from, const QDate &to, const Contributor &contributor)
{
    Q_ASSERT(from.isValid() && to.isValid());
    QJsonArray weeks;
    QJsonArray days;
    int total = 0;
    for (QDate date = from; date <= to; date = date.addDays(1)) {
        if (date.dayOfWeek() == Qt::Sunday && !days.isEmpty())
            weeks.append(weekOf(std::exchange(days, {})));
        const int count = countOn(date, contributor);
        days.append(dayOf(date, count));
        total += count;
    }
    weeks.append(weekOf(days));
    return {{QStringLiteral("totalContributions"), total}, {QStringLiteral("weeks"), weeks}};
}

} // namespace demo
