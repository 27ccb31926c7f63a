// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/parts/painttext.h"

#include "support/test.h"

#include <QImage>
#include <QPainter>

namespace tst_painttext {

constexpr QSize size(400, 120);

QImage painted(const QString &text)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    QRect rest(0, 0, size.width(), size.height());
    paintLine(&painter, rest, text);
    return image;
}

class PaintTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textWithBreaksIsPaintedAsOneLine_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *separator : {"\n", "\r", "\t", "\v", "\f", "\xc2\x85", "\xe2\x80\xa8", "\xe2\x80\xa9"})
            QTest::addRow("%s", QByteArray(separator).toHex().constData()) << QStringLiteral("one%1two").arg(QString::fromUtf8(separator));
    }

    void textWithBreaksIsPaintedAsOneLine()
    {
        QFETCH(QString, text);
        QCOMPARE(painted(text), painted(QStringLiteral("one two")));
    }

    void spacesBetweenFactsAreKept()
    {
        QVERIFY(painted(QStringLiteral("a    b")) != painted(QStringLiteral("a b")));
    }

    void longTextIsCutWithAnEllipsis()
    {
        const QString word(5000, QLatin1Char('W'));
        QCOMPARE(painted(word), painted(word.left(200)));
    }
};

} // namespace tst_painttext

LATCHKEY_TEST(tst_painttext, PaintTextTest, QApplication)

#include "tst_painttext.moc"
