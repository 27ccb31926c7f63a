// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/look/colors.h"
#include "gui/look/measures.h"
#include "gui/parts/skeleton.h"

#include "support/test.h"

#include <QAccessible>
#include <QPainter>
#include <QTimer>

namespace tst_skeleton {

QImage pictureOf(Skeleton &skeleton)
{
    QImage image(skeleton.size(), QImage::Format_RGB32);
    image.fill(Qt::white);
    skeleton.render(&image, {}, {}, QWidget::DrawChildren);
    return image;
}

bool isEmpty(const QImage &image)
{
    QImage blank(image.size(), image.format());
    blank.fill(Qt::white);
    return image == blank;
}

/// The columns that something is painted in.
std::pair<int, int> inkOf(const QImage &image)
{
    std::pair<int, int> ink{image.width(), -1};
    for (int x = 0; x < image.width(); ++x) {
        if (!isEmpty(image.copy(x, 0, 1, image.height())))
            ink = {std::min(ink.first, x), x};
    }
    return ink;
}

/// True if something is painted in the row.
bool hasRow(const QImage &image, int row)
{
    const int height = look::zoomed(look::listRowHeight);
    return !isEmpty(image.copy(0, row * height, image.width(), height));
}

class SkeletonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { look::use(look::colorsFor({})); }
    void cleanup() { look::setZoom(1); }

    void asManyRowsAreShownAsFit()
    {
        for (const double zoom : {1.0, 1.5}) {
            look::setZoom(zoom);
            Skeleton skeleton;
            skeleton.resize(600, 7 * look::zoomed(look::listRowHeight) + 20); // More rows than there are patterns.
            const QImage image = pictureOf(skeleton);
            for (int row = 0; row < 7; ++row)
                QVERIFY2(hasRow(image, row), qPrintable(QString::number(row)));
            QVERIFY(isEmpty(image.copy(0, 7 * look::zoomed(look::listRowHeight), image.width(), 20)));
        }
    }

    void withoutRoomNothingIsPainted()
    {
        Skeleton skeleton;
        skeleton.resize(600, look::listRowHeight - 1);
        QVERIFY(isEmpty(pictureOf(skeleton)));
        skeleton.resize(30, 300);
        QVERIFY(isEmpty(pictureOf(skeleton)));
    }

    void itBeginsWhereTextDoes()
    {
        Skeleton skeleton;
        skeleton.resize(600, look::listRowHeight);
        const auto ink = inkOf(pictureOf(skeleton));
        QCOMPARE(ink.first, look::space4);
        skeleton.setLayoutDirection(Qt::RightToLeft);
        QCOMPARE(inkOf(pictureOf(skeleton)), std::pair(599 - ink.second, 599 - ink.first));
    }

    void itSaysThatSomethingIsOnItsWay()
    {
        Skeleton skeleton;
        QCOMPARE(QAccessible::queryAccessibleInterface(&skeleton)->text(QAccessible::Name), QStringLiteral("Loading"));
        QVERIFY(skeleton.findChildren<QTimer *>().isEmpty()); // It does not move.
    }

    void barsCanBeSeenInAllColors()
    {
        for (const look::Appearance &appearance : {look::Appearance{}, look::Appearance{.isDark = true}, look::Appearance{.isHighContrast = true}}) {
            look::use(look::colorsFor(appearance));
            QImage image(60, 20, QImage::Format_RGB32);
            image.fill(look::colors().surface);
            QPainter painter(&image);
            paintSkeletonBar(painter, QRectF(5, 5, 50, 10));
            painter.end();
            QVERIFY(image.pixelColor(30, 10) != look::colors().surface);
            QCOMPARE(image.pixelColor(2, 10), look::colors().surface);
        }
        look::use(look::colorsFor({}));
    }
};

} // namespace tst_skeleton

LATCHKEY_TEST(tst_skeleton, SkeletonTest, QApplication)

#include "tst_skeleton.moc"
