// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/look/colors.h"
#include "gui/look/glyphpath.h"
#include "gui/look/glyphs.h"
#include "support/test.h"

#include <QApplication>
#include <QPainter>

namespace tst_glyphs {

using look::Glyph;

constexpr int count = int(Glyph::Menu) + 1;
constexpr int margin = 8;

/// A glyph in black on white, with a margin around its square.
QImage picture(Glyph glyph, qreal scale = 1, int side = 16)
{
    QImage image(QSize(side + 2 * margin, side + 2 * margin) * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintGlyph(painter, glyph, QRectF(margin, margin, side, side), Qt::black);
    return image;
}

int darkness(const QImage &image, const QPoint &pixel)
{
    return 255 - qGray(image.pixel(pixel));
}

/// The smallest rectangle of device pixels with everything that was painted.
QRect painted(const QImage &image)
{
    QRect all;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (darkness(image, {x, y}) > 12)
                all |= QRect(x, y, 1, 1);
        }
    }
    return all;
}

double difference(const QImage &one, const QImage &other)
{
    double sum = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x)
            sum += std::abs(darkness(one, {x, y}) - darkness(other, {x, y})) / 255.0;
    }
    return sum;
}

class GlyphsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyGlyphStaysInItsSquare_data()
    {
        QTest::addColumn<qreal>("scale");
        for (const qreal scale : {1.0, 1.25, 1.5, 2.0, 3.0})
            QTest::addRow("%.2f", scale) << scale;
    }

    void everyGlyphStaysInItsSquare()
    {
        QFETCH(qreal, scale);
        const QRect square = QRectF(margin * scale, margin * scale, 16 * scale, 16 * scale).toAlignedRect();
        for (int glyph = 0; glyph < count; ++glyph) {
            const QRect all = painted(picture(Glyph(glyph), scale));
            QVERIFY2(all.width() > 4 * scale || all.height() > 4 * scale, QByteArray::number(glyph));
            QVERIFY2(square.contains(all), QByteArray::number(glyph));
        }
    }

    void everyGlyphHasAMarginOfOnePixel()
    {
        const QRect square(margin + 1, margin + 1, 14, 14);
        for (int glyph = 0; glyph < count; ++glyph)
            QVERIFY2(square.contains(painted(picture(Glyph(glyph)))), QByteArray::number(glyph));
    }

    void everyGlyphDiffersFromEveryOther()
    {
        for (int one = 0; one < count; ++one) {
            const QImage first = picture(Glyph(one));
            for (int other = 0; other < one; ++other)
                QVERIFY2(difference(first, picture(Glyph(other))) > 6, qPrintable(QStringLiteral("%1 %2").arg(one).arg(other)));
        }
    }

    void straightLinesAreSharp_data()
    {
        QTest::addColumn<qreal>("scale");
        QTest::addColumn<int>("full");
        QTest::newRow("1") << 1.0 << 1; // And a half one.
        QTest::newRow("2") << 2.0 << 3;
    }

    /// The left side of a window: full pixels, and at most one that is not.
    void straightLinesAreSharp()
    {
        QFETCH(qreal, scale);
        QFETCH(int, full);
        const QImage image = picture(Glyph::Window, scale);
        int black = 0;
        int grey = 0;
        for (int x = 0; x < image.width() / 2; ++x) {
            const int dark = darkness(image, {x, int(image.height() * 0.6)});
            black += dark > 240;
            grey += dark > 12 && dark <= 240;
        }
        QCOMPARE(black, full);
        QVERIFY(grey <= 1);
    }

    void aGlyphOnHalfPixelsIsMovedToWholeOnes()
    {
        QImage moved(32, 32, QImage::Format_RGB32);
        moved.fill(Qt::white);
        QPainter painter(&moved);
        paintGlyph(painter, Glyph::Window, QRectF(margin + 0.4, margin - 0.4, 16, 16), Qt::black);
        QCOMPARE(moved, picture(Glyph::Window));
    }

    void largeGlyphsHaveThinnerStrokes()
    {
        const QImage large = picture(Glyph::Plus, 1, 64);
        const int column = large.width() / 4;
        double width = 0;
        for (int y = 0; y < large.height(); ++y)
            width += darkness(large, {column, y}) / 255.0;
        QVERIFY(width > 2.5 && width < 4.5); // 6 would be in proportion.
    }

    void pathsAreReadAsSvgHasThem_data()
    {
        QTest::addColumn<QByteArray>("notation");
        QTest::addColumn<QRectF>("box");
        QTest::newRow("line") << QByteArray("SM1 2 L5 6") << QRectF(1, 2, 4, 4);
        QTest::newRow("relative") << QByteArray("SM1 2 l4 4 h2 v-6") << QRectF(1, 0, 6, 6);
        QTest::newRow("without commands") << QByteArray("SM1 2 L5 6 7 1") << QRectF(1, 1, 6, 5);
        QTest::newRow("without spaces") << QByteArray("SM1,2L5-6") << QRectF(1, -6, 4, 8);
        QTest::newRow("half a circle, clockwise") << QByteArray("SM2 8 A6 6 0 0 1 14 8") << QRectF(2, 2, 12, 6);
        QTest::newRow("half a circle, the other way") << QByteArray("SM2 8 A6 6 0 0 0 14 8") << QRectF(2, 8, 12, 6);
        QTest::newRow("large arc") << QByteArray("SM8 2 A6 6 0 1 1 2 8") << QRectF(2, 2, 12, 12);
        QTest::newRow("small arc") << QByteArray("SM8 2 A6 6 0 0 0 2 8") << QRectF(2, 2, 6, 6);
        QTest::newRow("arc that is too small") << QByteArray("SM2 8 A1 1 0 0 1 14 8") << QRectF(2, 2, 12, 6);
        QTest::newRow("circle") << QByteArray("SO8 8 3") << QRectF(5, 5, 6, 6);
        QTest::newRow("box") << QByteArray("SB1 2 3 4 1") << QRectF(1, 2, 3, 4);
    }

    void pathsAreReadAsSvgHasThem()
    {
        QFETCH(QByteArray, notation);
        QFETCH(QRectF, box);
        const look::GlyphPath path = look::glyphPath({notation.constData(), std::size_t(notation.size())});
        const QRectF found = path.strokes.boundingRect();
        for (const auto &[one, other] : {std::pair(found.left(), box.left()), {found.top(), box.top()},
                                         {found.right(), box.right()}, {found.bottom(), box.bottom()}})
            QVERIFY2(std::abs(one - other) < 0.02, qPrintable(QDebug::toString(found)));
        QVERIFY(path.filled.isEmpty());
    }

    void filledPartsAreKeptApart()
    {
        const look::GlyphPath path = look::glyphPath("SO8 8 6 FO8 8 1");
        QCOMPARE(path.strokes.boundingRect(), QRectF(2, 2, 12, 12));
        QCOMPARE(path.filled.boundingRect(), QRectF(7, 7, 2, 2));
    }

    void iconsFollowTheColorsInUse()
    {
        const auto cleanUp = qScopeGuard([] { look::use(look::colorsFor({})); });
        const QIcon icon = look::glyphIcon(Glyph::Lock);
        const auto darkest = [&icon](QIcon::Mode mode) {
            const QImage image = icon.pixmap(QSize(16, 16), 1.0, mode).toImage();
            int opaque = 0;
            QColor found;
            for (int y = 0; y < 16; ++y) {
                for (int x = 0; x < 16; ++x) {
                    if (const QColor color = image.pixelColor(x, y); color.alpha() > opaque) {
                        opaque = color.alpha();
                        found = color;
                    }
                }
            }
            return found;
        };
        QCOMPARE(darkest(QIcon::Normal).rgb(), look::colors().text.rgb());
        QVERIFY(darkest(QIcon::Disabled).rgb() != look::colors().text.rgb());
        look::use(look::colorsFor({.isDark = true}));
        QCOMPARE(darkest(QIcon::Normal).rgb(), look::colors().text.rgb());
        QVERIFY(look::colors().text.lightness() > 200);
    }
};

} // namespace tst_glyphs

LATCHKEY_TEST(tst_glyphs, GlyphsTest, QApplication)

#include "tst_glyphs.moc"
