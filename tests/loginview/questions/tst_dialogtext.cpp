// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loginview/questions/dialogtext.h"

#include "support/test.h"

namespace tst_dialogtext {

class DialogTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ordinaryTextStaysAsItIs()
    {
        const QString text = QStringLiteral("Hello, world!\nA second line.");
        QCOMPARE(dialogText(text), text);
    }

    void whatCannotBePrintedIsLeftOut()
    {
        QCOMPARE(dialogText(QStringLiteral("a\u202eb\u001b[31mc\r\nd")), QStringLiteral("ab[31mc \nd"));
    }

    void lengthLinesAndWordsAreBounded()
    {
        const QString longWord = dialogText(QString(1'000'000, QLatin1Char('x')));
        QVERIFY(longWord.size() < 700);
        QVERIFY(longWord.endsWith(QChar(0x2026)));
        for (const QString &piece : longWord.split(QChar(0x200b)))
            QVERIFY(piece.size() <= 25);
        QCOMPARE(dialogText(QStringLiteral(".\n").repeated(400)).count(QLatin1Char('\n')), 9);
        QCOMPARE(dialogText(QStringLiteral("abcdef"), 3), QStringLiteral("abc…"));
    }

    void aCharacterOfTwoUnitsIsNotCut()
    {
        const QString key = QStringLiteral("🔑");
        QCOMPARE(dialogText(key + key, 3), key + QStringLiteral("…"));
        for (const QString &piece : dialogText(key.repeated(40)).split(QChar(0x200b)))
            QVERIFY(!piece.front().isLowSurrogate() && !piece.back().isHighSurrogate());
    }
};

} // namespace tst_dialogtext

LATCHKEY_TEST(tst_dialogtext, DialogTextTest, QCoreApplication)

#include "tst_dialogtext.moc"
