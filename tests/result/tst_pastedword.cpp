// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "result/pastedword.h"

#include "support/test.h"

namespace tst_pastedword {

class PastedWordTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsAroundAWordIsLeftOut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("alone") << QStringLiteral("ghp_1");
        QTest::newRow("spaces and line ends") << QStringLiteral(" \t\nghp_1\r\n");
        QTest::newRow("no-break space") << QStringLiteral("\u00a0ghp_1\u202f");
        QTest::newRow("byte order mark") << QStringLiteral("\ufeffghp_1\n");
        QTest::newRow("spaces without width") << QStringLiteral("\u200bghp_1\u2060\u200b");
        QTest::newRow("marks of direction") << QStringLiteral("\u202aghp_1\u202c\u200e");
        QTest::newRow("quotes") << QStringLiteral("\"ghp_1\"");
        QTest::newRow("single quotes, and a space in them") << QStringLiteral(" 'ghp_1 ' ");
        QTest::newRow("backticks") << QStringLiteral("`ghp_1`");
        QTest::newRow("curly quotes") << QStringLiteral("\u201cghp_1\u201d");
    }

    void whatIsAroundAWordIsLeftOut()
    {
        QFETCH(QString, text);
        QCOMPARE(pastedWord(text), QStringLiteral("ghp_1"));
    }

    void whatIsInsideStays_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "a b", "a\nb", "a\x1b[0m", "\"", "\"\"", "\"a", "a'", "'a\""})
            QTest::newRow(text) << QString::fromLatin1(text);
        QTest::newRow("without width") << QStringLiteral("a\u200bb");
    }

    void whatIsInsideStays()
    {
        QFETCH(QString, text);
        QCOMPARE(pastedWord(text), text);
    }
};

} // namespace tst_pastedword

LATCHKEY_TEST(tst_pastedword, PastedWordTest, QCoreApplication)

#include "tst_pastedword.moc"
