// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/look/colors.h"
#include "gui/parts/choicerow.h"

#include "support/test.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QVBoxLayout>

namespace tst_choicerow {

struct World
{
    World()
    {
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(&first);
        layout->addWidget(&second);
        window.resize(400, 200);
        window.show();
    }

    QWidget window;
    ChoiceRow first{look::Glyph::Globe, QStringLiteral("Another server"), QStringLiteral("GitLab or Gitea")};
    ChoiceRow second{look::Glyph::Flask, QStringLiteral("Try the demo"), QStringLiteral("Nothing leaves this computer")};
};

class ChoiceRowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void enterAndSpaceAndAClickChoose()
    {
        World world;
        QVERIFY(QTest::qWaitForWindowActive(&world.window));
        const QSignalSpy clicked(&world.first, &ChoiceRow::clicked);
        world.first.setFocus();
        QTest::keyClick(&world.first, Qt::Key_Return);
        QTest::keyClick(&world.first, Qt::Key_Space);
        QTest::mouseClick(&world.first, Qt::LeftButton, {}, QPoint(world.first.width() - 5, 5));
        QCOMPARE(clicked.count(), 3);
    }

    void arrowsMoveBetweenRows()
    {
        World world;
        QVERIFY(QTest::qWaitForWindowActive(&world.window));
        world.first.setFocus();
        QTest::keyClick(&world.first, Qt::Key_Down);
        QVERIFY(world.second.hasFocus());
        QTest::keyClick(&world.second, Qt::Key_Up);
        QVERIFY(world.first.hasFocus());
    }

    void screenReadersHearAButtonWithCaptionAndPill()
    {
        World world;
        world.second.setPill(QStringLiteral("No account"));
        QAccessibleInterface *row = QAccessible::queryAccessibleInterface(&world.second);
        QCOMPARE(row->role(), QAccessible::Button);
        QCOMPARE(row->text(QAccessible::Name), QStringLiteral("Try the demo"));
        QVERIFY(row->text(QAccessible::Description).contains(QStringLiteral("No account")));
    }

    /// The ring, and nothing else of a row, depends on the focus.
    void theFocusIsSeenWhenTheKeyboardIsUsed()
    {
        World world;
        QVERIFY(QTest::qWaitForWindowActive(&world.window));
        world.window.setAttribute(Qt::WA_KeyboardFocusChange);
        world.second.setFocus();
        const QImage without = world.first.grab().toImage();
        world.first.setFocus();
        QVERIFY(world.first.grab().toImage() != without);
        world.window.setAttribute(Qt::WA_KeyboardFocusChange, false);
        QCOMPARE(world.first.grab().toImage(), without);
    }

    void aPillDoesNotLieOverTheText()
    {
        World world;
        world.second.setCaption(QString(200, QLatin1Char('W')));
        const QImage without = world.second.grab().toImage();
        world.second.setPill(QStringLiteral("No account"));
        const QImage with = world.second.grab().toImage();
        QVERIFY(with != without);
        // Left of the pill there is a gap as high as the row.
        int gaps = 0;
        for (int x = with.width() / 2; x < with.width() - 40; ++x) {
            bool isEmpty = true;
            for (int y = 4; y < with.height() - 4 && isEmpty; ++y)
                isEmpty = with.pixelColor(x, y) == look::colors().surface;
            gaps += isEmpty;
        }
        QVERIFY(gaps > 4);
    }
};

} // namespace tst_choicerow

LATCHKEY_TEST(tst_choicerow, ChoiceRowTest, QApplication)

#include "tst_choicerow.moc"
