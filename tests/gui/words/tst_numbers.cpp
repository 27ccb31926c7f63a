// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/words/numbers.h"

#include "support/test.h"

#include <QLocale>

namespace tst_numbers {

class NumbersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void countsAreShort_data()
    {
        QTest::addColumn<qint64>("count");
        QTest::addColumn<QString>("text");
        for (const auto &[count, text] : {std::pair(0, "0"), {999, "999"}, {1000, "1k"}, {1049, "1k"}, {1120, "1.1k"}, {1946, "1.9k"},
                                          {31277, "31.3k"}, {99949, "99.9k"}, {99950, "100k"}, {999499, "999k"}, {999500, "1M"},
                                          {12345678, "12.3M"}})
            QTest::addRow("%d", count) << qint64(count) << QString::fromLatin1(text);
    }

    void countsAreShort()
    {
        QFETCH(qint64, count);
        QTEST(words::shortCount(count), "text");
    }

    void theExactNumberIsThereInWords()
    {
        QCOMPARE(words::stars(1), QStringLiteral("1 star"));
        QCOMPARE(words::stars(1120), QStringLiteral("1,120 stars"));
        QCOMPARE(words::forks(0), QStringLiteral("0 forks"));
        QCOMPARE(words::followers(12345), QStringLiteral("12,345 followers"));
        QCOMPARE(words::following(34), QStringLiteral("34 following"));
    }

    void bothAreInThePersonsLanguage()
    {
        QLocale::setDefault(QLocale(QLocale::German));
        QCOMPARE(words::shortCount(1120), QStringLiteral("1,1k"));
        QCOMPARE(words::stars(1120), QStringLiteral("1.120 stars"));
    }
};

} // namespace tst_numbers

LATCHKEY_TEST(tst_numbers, NumbersTest, QCoreApplication)

#include "tst_numbers.moc"
