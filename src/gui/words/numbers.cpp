// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/words/numbers.h"

#include "gui/words/translate.h"

#include <QLocale>

#include <cmath>

namespace words {

namespace {

constexpr int thousand = 1000;
constexpr int million = thousand * thousand;
constexpr int mostWithDecimal = 100; ///< "99.9k", but "100k".

/// Grouped digits, unlike "%n".
QString exact(qint64 count, const char *one, const char *many)
{
    return count == 1 ? tr(one) : tr(many).arg(QLocale().toString(count));
}

/// To one decimal, if it is of use.
QString rounded(double number)
{
    const double tenths = std::round(number * 10) / 10;
    const bool hasDecimal = tenths < mostWithDecimal && tenths != std::floor(tenths);
    return QLocale().toString(hasDecimal ? tenths : std::round(number), 'f', hasDecimal ? 1 : 0);
}

} // namespace

QString shortCount(qint64 count)
{
    if (count < thousand)
        return QLocale().toString(count);
    if (std::round(double(count) / thousand) < thousand)
        return tr("%1k").arg(rounded(double(count) / thousand));
    return tr("%1M").arg(rounded(double(count) / million));
}

QString stars(qint64 count)
{
    return exact(count, QT_TRANSLATE_NOOP("words", "1 star"), QT_TRANSLATE_NOOP("words", "%1 stars"));
}

QString forks(qint64 count)
{
    return exact(count, QT_TRANSLATE_NOOP("words", "1 fork"), QT_TRANSLATE_NOOP("words", "%1 forks"));
}

QString followers(qint64 count)
{
    return exact(count, QT_TRANSLATE_NOOP("words", "1 follower"), QT_TRANSLATE_NOOP("words", "%1 followers"));
}

QString following(qint64 count)
{
    return exact(count, QT_TRANSLATE_NOOP("words", "1 following"), QT_TRANSLATE_NOOP("words", "%1 following"));
}

} // namespace words
