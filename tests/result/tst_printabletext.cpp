// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "result/printabletext.h"

#include "support/test.h"

namespace tst_printabletext {

class PrintableTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsMadePrintable_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("printable");
        const auto row = [](const char *name, const QString &text, const QString &printable) {
            QTest::newRow(name) << text << printable;
        };
        row("empty", QString(), QString());
        row("plain", QStringLiteral("Ada Lovelace"), QStringLiteral("Ada Lovelace"));
        row("other scripts", QStringLiteral("Äda 李 عدا \u0928"), QStringLiteral("Äda 李 عدا \u0928"));
        row("terminal escape", QStringLiteral("ada\u001b[31m\u0007"), QStringLiteral("ada[31m"));
        row("C1 control sequence", QStringLiteral("ada\u009b31m"), QStringLiteral("ada31m"));
        row("NUL and DEL", QStringLiteral("a") + QChar(0) + QChar(0x7f) + QStringLiteral("b"), QStringLiteral("ab"));
        row("right-to-left override", QStringLiteral("Ada \u202egnp.exe"), QStringLiteral("Ada gnp.exe"));
        row("isolates and marks", QStringLiteral("\u2066a\u2069\u200e\u200f\u061cb"), QStringLiteral("ab"));
        row("zero width space and BOM", QStringLiteral("a\u200b\ufeff\u00adb"), QStringLiteral("ab"));
        row("joined emoji", QStringLiteral("\U0001F469\u200d\U0001F4BB"), QStringLiteral("\U0001F469\u200d\U0001F4BB"));
        row("Persian with a non-joiner", QStringLiteral("می\u200cخواهم"), QStringLiteral("می\u200cخواهم"));
        row("tags", QStringLiteral("a\U000E0041b"), QStringLiteral("ab"));
        row("half of a surrogate pair", QStringLiteral("a") + QChar(0xd800) + QStringLiteral("b"),
            QStringLiteral("a") + QChar(QChar::ReplacementCharacter) + QStringLiteral("b"));
        row("noncharacter", QStringLiteral("a\ufdd0b"), QStringLiteral("ab"));
        row("line breaks and tabs", QStringLiteral(" a\r\nb\tc\u2028d\u0085e "), QStringLiteral("a b c d e"));
    }

    void textIsMadePrintable()
    {
        QFETCH(QString, text);
        QFETCH(QString, printable);
        QCOMPARE(printableText(text), printable);
        QVERIFY(isPrintable(printable));
        QCOMPARE(isPrintable(text), text == printable);
    }

    void charactersAreNotCutInTwo()
    {
        const QString emoji = QStringLiteral("ab\U0001F469cd");
        QCOMPARE(startOf(emoji, 2), QStringLiteral("ab"));
        QCOMPARE(startOf(emoji, 3), QStringLiteral("ab"));
        QCOMPARE(startOf(emoji, 4), QStringLiteral("ab\U0001F469"));
        QCOMPARE(startOf(emoji, 9), emoji);
        QCOMPARE(startOf(emoji, 0), QString());
        QCOMPARE(cutTo(emoji, 3), QStringLiteral("ab…"));
        QCOMPARE(cutTo(emoji, 5), QStringLiteral("ab\U0001F469c…"));
        QCOMPARE(cutTo(emoji, 6), emoji);
    }

    void linesKeepTheirLayout()
    {
        QCOMPARE(printableLines(QStringLiteral("a   b\n\tc\u001b\u202e\r\n")), QStringLiteral("a   b\n c \n"));
    }
};

} // namespace tst_printabletext

LATCHKEY_TEST(tst_printabletext, PrintableTextTest, testprogram::NoApplication)

#include "tst_printabletext.moc"
