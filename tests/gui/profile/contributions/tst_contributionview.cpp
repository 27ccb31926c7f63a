// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/look/colors.h"
#include "gui/profile/contributions/contributionview.h"

#include "support/test.h"

namespace tst_contributionview {

/// 7 weeks from Sunday, 1 March 2026. The days have 0, 1, 2 … contributions.
github::ContributionCalendar calendar()
{
    github::ContributionCalendar calendar;
    for (int i = 0; i < 49; ++i)
        calendar.days.append({QDate(2026, 3, 1).addDays(i), i, i == 0 ? github::ContributionLevel::None
                                                                      : github::ContributionLevel::Fourth});
    return calendar;
}

class ContributionViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale::c()); }

    void everyDayHasItsText()
    {
        ContributionView view;
        view.setCalendar(calendar());
        QCOMPARE(view.textOf(QDate(2026, 3, 1)), QStringLiteral("No contributions on Sunday, 1 March 2026"));
        QCOMPARE(view.textOf(QDate(2026, 3, 2)), QStringLiteral("1 contribution on Monday, 2 March 2026"));
        QCOMPARE(view.textOf(QDate(2026, 3, 8)), QStringLiteral("7 contributions on Sunday, 8 March 2026"));
        QCOMPARE(view.textOf(QDate(2026, 2, 28)), QStringLiteral("Nothing is known of Saturday, 28 February 2026"));
    }

    void arrowKeysMoveBetweenDaysAndStopAtTheEnds()
    {
        ContributionView view;
        view.setCalendar(calendar());
        const QDate last(2026, 4, 18);
        QCOMPARE(view.currentDay(), last);
        QTest::keyClick(&view, Qt::Key_Right);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.currentDay(), last);
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(view.currentDay(), last.addDays(-7));
        QTest::keyClick(&view, Qt::Key_Up);
        QCOMPARE(view.currentDay(), last.addDays(-8));
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.currentDay(), QDate(2026, 3, 1));
        QTest::keyClick(&view, Qt::Key_Up);
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(view.currentDay(), QDate(2026, 3, 1));
        QCOMPARE(view.accessibleDescription(), view.textOf(QDate(2026, 3, 1)));
    }

    void daysThatTheServerLeftOutAreGaps()
    {
        github::ContributionCalendar gaps = calendar();
        gaps.days.remove(10, 20);
        gaps.days.append({QDate(2027, 1, 1), 3, github::ContributionLevel::First});
        ContributionView view;
        view.setCalendar(gaps);
        QCOMPARE(view.currentDay(), QDate(2027, 1, 1));
        QCOMPARE(view.textOf(QDate(2026, 3, 15)), QStringLiteral("Nothing is known of Sunday, 15 March 2026"));
        QCOMPARE(view.textOf(QDate(2026, 4, 1)), QStringLiteral("31 contributions on Wednesday, 1 April 2026"));
        QCOMPARE(view.textOf(QDate(2027, 1, 1)), QStringLiteral("3 contributions on Friday, 1 January 2027"));
        QTest::keyClick(&view, Qt::Key_Home);
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(view.currentDay(), QDate(2026, 3, 8));
        QTest::keyClick(&view, Qt::Key_Right); // The 15th is missing.
        QCOMPARE(view.currentDay(), QDate(2026, 3, 31));
        QVERIFY(!view.grab().isNull());
    }

    void anEmptyCalendarIsPaintedAndIgnoresKeys()
    {
        ContributionView view;
        QVERIFY(!view.grab().isNull());
        QTest::keyClick(&view, Qt::Key_Home);
        QVERIFY(!view.currentDay().isValid());
        view.setCalendar({});
        QVERIFY(view.accessibleDescription().isEmpty());
    }

    void shadesFollowTheSchemeAndDiffer_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void shadesFollowTheSchemeAndDiffer()
    {
        QFETCH(bool, isDark);
        look::use(look::colorsFor({.isDark = isDark}));
        ContributionView view;
        view.setAutoFillBackground(true);
        github::ContributionCalendar five;
        for (int level = 0; level < 5; ++level)
            five.days.append({QDate(2026, 3, 1).addDays(level), level, github::ContributionLevel(level)});
        view.setCalendar(five);
        view.resize(view.sizeHint());
        const QImage image = view.grab().toImage();
        QList<QColor> shades;
        for (const QPoint &point : dayCentres(view, 5))
            shades.append(image.pixelColor(point * image.devicePixelRatio()));
        for (int i = 1; i < 5; ++i)
            QVERIFY2(look::contrast(shades[i], shades[i - 1]) > 1.25, qPrintable(QStringLiteral("level %1: %2 after %3").arg(i).arg(shades[i].name(), shades[i - 1].name())));
        QVERIFY(look::contrast(shades[4], look::colors().surface) > look::contrast(shades[1], look::colors().surface));
    }

private:
    static int firstColumn(ContributionView &view)
    {
        QTest::keyClick(&view, Qt::Key_End);
        for (int left = 0; left < view.width(); ++left) {
            for (int top = 0; top < view.height() / 2; top += 3) {
                QTest::mouseClick(&view, Qt::LeftButton, {}, {left, top});
                if (view.currentDay() == QDate(2026, 3, 1))
                    return left + 3;
            }
        }
        return 0;
    }

    /// A point in each of the first days, found by clicking down the first column.
    static QList<QPoint> dayCentres(ContributionView &view, int count)
    {
        QList<QPoint> centres;
        const QDate first(2026, 3, 1);
        const int left = firstColumn(view);
        for (int day = 0; day < count; ++day) {
            QTest::keyClick(&view, day == 0 ? Qt::Key_End : Qt::Key_Home);
            int top = 0;
            for (; top < view.height() && view.currentDay() != first.addDays(day); ++top)
                QTest::mouseClick(&view, Qt::LeftButton, {}, {left, top});
            centres.append({left, top + 4});
        }
        return centres;
    }
};

} // namespace tst_contributionview

LATCHKEY_TEST(tst_contributionview, ContributionViewTest, QApplication)

#include "tst_contributionview.moc"
