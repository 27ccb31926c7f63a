// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/controls/glyphbutton.h"
#include "gui/controls/labels.h"
#include "gui/controls/linklabel.h"
#include "gui/controls/primarybutton.h"
#include "gui/look/colors.h"
#include "gui/look/measures.h"
#include "gui/parts/avatar.h"
#include "gui/parts/emptystate.h"
#include "gui/parts/pill.h"
#include "gui/words/permissions.h"

#include "support/test.h"

#include <QAccessible>
#include <QPainter>
#include <QSignalSpy>
#include <QVBoxLayout>

namespace tst_parts {

bool hasColor(const QImage &image, const QColor &color)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).rgb() == color.rgb())
                return true;
        }
    }
    return false;
}

/// How many rows of an avatar have a pixel of its letters.
int letterHeight(int side)
{
    Avatar avatar(side);
    avatar.setName(QStringLiteral("Hanna Holm"));
    avatar.resize(side, side);
    const QImage image = avatar.grab().toImage();
    int rows = 0;
    for (int y = side / 4; y < side * 3 / 4; ++y) { // The square within the circle.
        bool isLetter = false;
        for (int x = side / 4; x < side * 3 / 4; ++x)
            isLetter = isLetter || image.pixelColor(x, y).lightness() > 150;
        rows += int(isLetter);
    }
    return rows;
}

class PartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { look::use(look::colorsFor({})); }

    void initialsAreOfTheFirstAndTheLastName()
    {
        QCOMPARE(initials(QStringLiteral("Ada Nordström")), QStringLiteral("AN"));
        QCOMPARE(initials(QStringLiteral(" ada  maria nordström ")), QStringLiteral("AN"));
        QCOMPARE(initials(QStringLiteral("bo")), QStringLiteral("B"));
        QCOMPARE(initials(QString()), QString());
        QCOMPARE(initials(QStringLiteral("👩‍👩‍👧 x")), QStringLiteral("👩‍👩‍👧X"));
    }

    void anAvatarShowsThePictureOnceItIsThere()
    {
        Avatar avatar(40);
        avatar.setName(QStringLiteral("Ada"));
        const QImage letters = avatar.grab().toImage();
        QImage picture(90, 60, QImage::Format_RGB32);
        picture.fill(Qt::red);
        avatar.setPicture(picture);
        QVERIFY(avatar.grab().toImage() != letters);
        QCOMPARE(avatar.grab().toImage().pixelColor(20, 20), QColor(Qt::red));
        avatar.setPicture({});
        QCOMPARE(avatar.grab().toImage(), letters);
    }

    void initialsGrowWithTheAvatar()
    {
        for (const int side : {32, 80, 160}) // A capital is about seven tenths of a font's size.
            QVERIFY2(std::abs(letterHeight(side) - side * 0.38 * 0.73) <= 2 + side * 0.03, QByteArray::number(letterHeight(side)).constData());
    }

    void aKeptPictureIsNotLargerThanItIsShown()
    {
        QCOMPARE(middleSquare(QImage(460, 300, QImage::Format_RGB32), 160).size(), QSize(160, 160));
        QCOMPARE(middleSquare(QImage(40, 30, QImage::Format_RGB32), 160).size(), QSize(30, 30));
        QVERIFY(middleSquare({}, 160).isNull());
    }

    void aPillIsAsWideAsItPaints()
    {
        QImage image(200, 40, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        QCOMPARE(paintPill(painter, QPoint(10, 20), QStringLiteral("Private"), look::colors().attention),
                 pillSize(QStringLiteral("Private")).width());
        painter.end();
        QVERIFY(hasColor(image, look::tint(look::colors().attention)));
    }

    void linksFollowTheColorsInUse()
    {
        LinkLabel label;
        label.setText(link(QUrl(QStringLiteral("https://example.org")), QStringLiteral("MMMMMMMM")));
        label.resize(300, 40);
        label.show();
        QVERIFY(hasColor(label.grab().toImage(), look::colors().link));
        look::use(look::colorsFor({.isDark = true}));
        const bool isRecolored = QTest::qWaitFor([&label] { return hasColor(label.grab().toImage(), look::colors().link); });
        look::use(look::colorsFor({}));
        QVERIFY(isRecolored);
    }

    void buttonsHaveNamesAndTakeEnter()
    {
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *glyph = new GlyphButton(look::Glyph::Copy, QStringLiteral("Copy"));
        auto *primary = new PrimaryButton(QStringLiteral("Sign in"));
        auto *link = new LinkButton(QStringLiteral("Check my setup"));
        for (QAbstractButton *button : {static_cast<QAbstractButton *>(glyph), static_cast<QAbstractButton *>(primary),
                                        static_cast<QAbstractButton *>(link)}) {
            layout->addWidget(button);
            const QSignalSpy clicked(button, &QAbstractButton::clicked);
            QTest::keyClick(button, Qt::Key_Return);
            QCOMPARE(clicked.count(), 1);
            QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(button);
            QCOMPARE(accessible->role(), QAccessible::Button);
            QVERIFY(!accessible->text(QAccessible::Name).isEmpty());
        }
    }

    void textsFollowTheZoom()
    {
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *title = new QLabel(QStringLiteral("Title"));
        layout->addWidget(title);
        useText(title, look::Text::Title);
        window.show();
        const qreal before = title->font().pointSizeF();
        look::setZoom(2);
        QTRY_COMPARE(qRound(title->font().pointSizeF()), qRound(2 * before));
        look::setZoom(1);
        QTRY_COMPARE(qRound(title->font().pointSizeF()), qRound(before));
    }

    void anEmptyStateHasOneAction()
    {
        EmptyState state;
        int cleared = 0;
        state.say(look::Glyph::Search, QStringLiteral("No matches"));
        auto *button = state.findChild<QAbstractButton *>(QStringLiteral("emptyButton"));
        QVERIFY(button->isHidden());
        state.offer(QStringLiteral("Clear filters"), [&] { ++cleared; });
        button->click();
        QCOMPARE(cleared, 1);
        state.say(look::Glyph::Inbox, QStringLiteral("All done"));
        QVERIFY(button->isHidden());
    }

    void widerScopesCoverNarrowerOnes()
    {
        QVERIFY(words::isCovered(QStringLiteral("read:user"), {QStringLiteral("user")}));
        QVERIFY(words::isCovered(QStringLiteral("notifications"), {QStringLiteral("repo")}));
        QVERIFY(!words::isCovered(QStringLiteral("repo"), {QStringLiteral("public_repo")}));
        QVERIFY(!words::isCovered(QStringLiteral("read:org"), {}));
    }

    void whatIsAskedForIsSaidInWords()
    {
        Provider provider;
        provider.client.scope = QStringLiteral("openid read:user notifications");
        QCOMPARE(words::askedFor(provider),
                 QStringLiteral("Latchkey asks for: your profile, your notifications. Nothing else until you say so."));
    }
};

} // namespace tst_parts

LATCHKEY_TEST(tst_parts, PartsTest, QApplication)

#include "tst_parts.moc"
