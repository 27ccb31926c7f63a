// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/rows/rowdate.h"

#include "support/test.h"

namespace tst_rowdate {

class RowDateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agesAreAsBriefAsAListNeedsThem_data()
    {
        QTest::addColumn<QDateTime>("then");
        QTest::addColumn<QString>("age");
        const auto on = [](int year, int month, int day, int hour = 9) { return QDateTime(QDate(year, month, day), QTime(hour, 30)).toUTC(); };
        QTest::newRow("now") << on(2026, 11, 28, 15) << QStringLiteral("just now");
        QTest::newRow("in the future") << on(2026, 11, 29) << QStringLiteral("just now");
        QTest::newRow("minutes") << on(2026, 11, 28, 15).addSecs(-12 * 60) << QStringLiteral("12 min ago");
        QTest::newRow("hours") << on(2026, 11, 28, 12) << QStringLiteral("3 h ago");
        QTest::newRow("morning") << on(2026, 11, 28, 1) << QStringLiteral("14 h ago");
        QTest::newRow("yesterday") << on(2026, 11, 27) << QStringLiteral("Yesterday");
        QTest::newRow("weekday") << on(2026, 11, 24) << QStringLiteral("Tuesday");
        QTest::newRow("a week ago") << on(2026, 11, 21) << QStringLiteral("21 Nov");
        QTest::newRow("another year") << on(2024, 11, 18) << QStringLiteral("18 Nov 2024");
    }

    void agesAreAsBriefAsAListNeedsThem()
    {
        QFETCH(QDateTime, then);
        QFETCH(QString, age);
        QCOMPARE(shortAge(then, QDateTime(QDate(2026, 11, 28), QTime(15, 30)).toUTC()), age);
    }

    void theExactTimeHasDateAndTime()
    {
        const QString text = exactTime(QDateTime(QDate(2026, 11, 28), QTime(15, 30)).toUTC());
        QVERIFY2(text.contains(QStringLiteral("2026")) && text.contains(QStringLiteral("30")), qPrintable(text));
    }
};

} // namespace tst_rowdate

LATCHKEY_TEST(tst_rowdate, RowDateTest, QCoreApplication)

#include "tst_rowdate.moc"
