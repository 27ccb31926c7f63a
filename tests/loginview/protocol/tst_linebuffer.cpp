// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loginview/protocol/linebuffer.h"

#include "support/test.h"

namespace tst_linebuffer {

class LineBufferTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreCutWhereverThePiecesEnd_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {1, 2, 3, 5, 100})
            QTest::addRow("%d", size) << size;
    }

    void linesAreCutWhereverThePiecesEnd()
    {
        QFETCH(int, size);
        const QByteArray text("one\n\ntwo\r\nthree\0four\nfive", 25);
        LineBuffer lines(10);
        QByteArrayList found;
        for (qsizetype start = 0; start < text.size(); start += size) {
            lines.append(text.mid(start, size));
            while (const auto line = lines.next())
                found.append(*line);
        }
        QCOMPARE(found, QByteArrayList({"one", "", "two\r", QByteArray("three\0four", 10)}));
        QVERIFY(!lines.isOverlong());
        lines.append("\n");
        QCOMPARE(lines.next(), std::optional<QByteArray>("five"));
    }

    void theRestOfAnOverlongLineIsNoLine_data()
    {
        QTest::addColumn<QByteArrayList>("pieces");
        QTest::newRow("at once") << QByteArrayList{"first\n12345678901\n{\"event\":\"ready\"}\nlast\n"};
        QTest::newRow("without an end") << QByteArrayList{"first\n12345678901", "\nlast\n"};
        QTest::newRow("in pieces") << QByteArrayList{"first\n", "123456", "78901", "\n", "last\n"};
    }

    void theRestOfAnOverlongLineIsNoLine()
    {
        QFETCH(QByteArrayList, pieces);
        LineBuffer lines(10);
        QByteArrayList found;
        for (const QByteArray &piece : pieces) {
            lines.append(piece);
            while (const auto line = lines.next())
                found.append(*line);
        }
        QCOMPARE(found, QByteArrayList{"first"});
        QVERIFY(lines.isOverlong());
    }

    void theLongestLineIsALine()
    {
        LineBuffer lines(10);
        lines.append("1234567890\n1234567890");
        QCOMPARE(lines.next(), std::optional<QByteArray>("1234567890"));
        QVERIFY(!lines.next());
        QVERIFY(!lines.isOverlong());
    }
};

} // namespace tst_linebuffer

LATCHKEY_TEST(tst_linebuffer, LineBufferTest, QCoreApplication)

#include "tst_linebuffer.moc"
