// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/look/colors.h"
#include "gui/look/measures.h"
#include "gui/parts/card.h"

#include "support/test.h"

#include <QLabel>
#include <QVBoxLayout>

namespace tst_card {

/// On the canvas, as in a window.
QImage pictureOf(Card &card)
{
    QImage image(card.size(), QImage::Format_RGB32);
    image.fill(look::colors().canvas);
    card.render(&image, {}, {}, QWidget::DrawChildren);
    return image;
}

class CardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { look::use(look::colorsFor({})); }
    void cleanup() { look::setZoom(1); }
    void cleanupTestCase() { look::use(look::colorsFor({})); }

    void itIsASurfaceWithABorderAndRoundCorners()
    {
        for (const look::Appearance &appearance : {look::Appearance{}, look::Appearance{.isDark = true}, look::Appearance{.isHighContrast = true}}) {
            look::use(look::colorsFor(appearance));
            Card card;
            card.resize(120, 80);
            const QImage image = pictureOf(card);
            const auto at = [&](int x, int y) { return image.pixelColor(x, y); };
            QCOMPARE(at(60, 40), look::colors().surface);
            for (const QPoint &edge : {QPoint(60, 0), QPoint(60, 79), QPoint(0, 40), QPoint(119, 40)})
                QCOMPARE(image.pixelColor(edge), look::colors().cardBorder);
            for (const QPoint &corner : {QPoint(0, 0), QPoint(119, 0), QPoint(0, 79), QPoint(119, 79)})
                QCOMPARE(image.pixelColor(corner), look::colors().canvas);
        }
    }

    void whatIsInItKeepsADistanceThatFollowsTheZoom()
    {
        Card card;
        card.body()->addWidget(new QLabel(QStringLiteral("Inside")));
        QCOMPARE(card.body()->contentsMargins(), QMargins(look::space4, look::space4, look::space4, look::space4));
        card.show();
        look::setZoom(2);
        QTRY_COMPARE(card.body()->contentsMargins(), 2 * QMargins(look::space4, look::space4, look::space4, look::space4));
    }
};

} // namespace tst_card

LATCHKEY_TEST(tst_card, CardTest, QApplication)

#include "tst_card.moc"
