// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/look/colors.h"
#include "gui/look/glyphs.h"
#include "gui/look/measures.h"
#include "gui/look/motion.h"
#include "gui/look/style/install.h"
#include "gui/look/style/latchkeystyle.h"
#include "support/test.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFocusFrame>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyleOption>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

namespace tst_latchkeystyle {

/// A window with one control of each kind, and room for their rings.
struct World
{
    World()
    {
        auto *layout = new QVBoxLayout(&window);
        layout->setContentsMargins(24, 24, 24, 24);
        layout->setSpacing(24);
        button = add(new QPushButton(QStringLiteral("Button")));
        flat = add(new QPushButton(QStringLiteral("Flat")));
        flat->setFlat(true);
        primary = add(new QPushButton(QStringLiteral("Primary")));
        primary->setDefault(true);
        combo = add(new QComboBox);
        combo->addItem(QStringLiteral("One"));
        field = add(new QLineEdit);
        check = add(new QCheckBox(QStringLiteral("Check")));
        radio = add(new QRadioButton(QStringLiteral("Radio")));
        tool = add(new QToolButton);
        tool->setText(QStringLiteral("Tool"));
        text = add(new QTextBrowser);
        window.resize(360, 640);
        window.show();
        QApplication::setActiveWindow(&window);
    }

    template<typename Control>
    Control *add(Control *control)
    {
        window.layout()->addWidget(control);
        return control;
    }

    QImage picture() { return window.grab().toImage().convertToFormat(QImage::Format_RGB32); }

    QWidget *frameOwner() const
    {
        const QList<QFocusFrame *> frames = window.findChildren<QFocusFrame *>();
        return frames.isEmpty() || !frames.first()->isVisible() ? nullptr : frames.first()->widget();
    }

    QWidget window;
    QPushButton *button;
    QPushButton *flat;
    QPushButton *primary;
    QComboBox *combo;
    QLineEdit *field;
    QCheckBox *check;
    QRadioButton *radio;
    QToolButton *tool;
    QTextBrowser *text;
};

/// Pixels in the color of the ring that the other picture has not.
int ringPixels(const QImage &with, const QImage &without)
{
    const QRgb ring = look::colors().link.rgb();
    int count = 0;
    for (int y = 0; y < with.height(); ++y) {
        for (int x = 0; x < with.width(); ++x)
            count += with.pixel(x, y) == ring && without.pixel(x, y) != ring;
    }
    return count;
}

class LatchkeyStyleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theButtonThatClearsAFieldHasAGlyphOfOurs()
    {
        const auto pixels = [](const QIcon &icon) { return icon.pixmap(16, 16).toImage(); };
        QCOMPARE(pixels(look::LatchkeyStyle().standardIcon(QStyle::SP_LineEditClearButton)),
                 pixels(look::glyphIcon(look::Glyph::Cross, &look::Colors::secondaryText)));
    }

    void initTestCase()
    {
        QCOMPARE(QApplication::style()->name(), QStringLiteral("fusion"));
        look::install(false);
        QApplication::setCursorFlashTime(0);
    }

    void init() { look::use(look::colorsFor({})); }

    void cleanup()
    {
        look::use(look::colorsFor({}));
        look::setMotionReduced(false);
        qunsetenv("QT_STYLE_OVERRIDE");
    }

    void itIsInstalledWhereThePlatformHasNoStyle()
    {
        QVERIFY(qobject_cast<look::LatchkeyStyle *>(QApplication::style()));
        QVERIFY(look::isForeignToPlatform(QStringLiteral("fusion")));
        QVERIFY(look::isForeignToPlatform(QStringLiteral("windows")));
        for (const char *own : {"breeze", "adwaita", "windows11", "kvantum", ""})
            QVERIFY2(!look::isForeignToPlatform(QLatin1String(own)), own);
    }

    void aStyleThatThePersonHasChosenStays()
    {
        const QString program = QStringLiteral("latchkey");
        QVERIFY(!look::isStyleChosen({program}));
        QVERIFY(!look::isStyleChosen({program, QStringLiteral("--demo"), QStringLiteral("-stylesheet")}));
        QVERIFY(look::isStyleChosen({program, QStringLiteral("-style"), QStringLiteral("fusion")}));
        QVERIFY(look::isStyleChosen({program, QStringLiteral("-style=fusion")}));
        QVERIFY(look::isStyleChosen({program, QStringLiteral("--style"), QStringLiteral("fusion")}));
        qputenv("QT_STYLE_OVERRIDE", "fusion");
        QVERIFY(look::isStyleChosen({program}));
        QStyle *before = QApplication::style();
        look::install(true);
        QCOMPARE(QApplication::style(), before);
    }

    void everyControlHasARing_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::addColumn<bool>("isHighContrast");
        QTest::newRow("light") << false << false;
        QTest::newRow("dark") << true << false;
        QTest::newRow("high contrast") << false << true;
        QTest::newRow("dark, high contrast") << true << true;
    }

    /// Two pixels thick, on at least three sides of its length.
    void everyControlHasARing()
    {
        QFETCH(bool, isDark);
        QFETCH(bool, isHighContrast);
        look::use(look::colorsFor({.isDark = isDark, .isHighContrast = isHighContrast}));
        World world;
        for (QWidget *control : {static_cast<QWidget *>(world.button), static_cast<QWidget *>(world.flat), static_cast<QWidget *>(world.primary),
                                 static_cast<QWidget *>(world.combo), static_cast<QWidget *>(world.field), static_cast<QWidget *>(world.check),
                                 static_cast<QWidget *>(world.radio), static_cast<QWidget *>(world.tool), static_cast<QWidget *>(world.text)}) {
            control->setFocusPolicy(Qt::StrongFocus);
            if (QWidget *owner = QApplication::focusWidget())
                owner->clearFocus();
            const QImage without = world.picture();
            control->setFocus(Qt::TabFocusReason);
            const int pixels = ringPixels(world.picture(), without);
            const int around = 2 * (control->width() + control->height());
            QVERIFY2(pixels > 2 * around * 3 / 4, qPrintable(QLatin1String(control->metaObject()->className())
                                                             + QStringLiteral(" %1 of %2").arg(pixels).arg(2 * around)));
        }
    }

    void aClickShowsNoRingButAKeyDoes()
    {
        World world;
        QTest::mouseClick(world.button, Qt::LeftButton);
        world.button->setFocus(Qt::MouseFocusReason);
        QCOMPARE(world.frameOwner(), nullptr);
        QTest::keyClick(world.button, Qt::Key_Tab);
        QCOMPARE(world.frameOwner(), world.flat);
        QTest::mouseClick(world.flat, Qt::LeftButton);
        QCOMPARE(world.frameOwner(), nullptr);
    }

    void aFieldForTextShowsItHoweverItGotTheFocus()
    {
        World world;
        QTest::mouseClick(world.field, Qt::LeftButton);
        world.field->setFocus(Qt::MouseFocusReason);
        QCOMPARE(world.frameOwner(), world.field);
        world.field->setReadOnly(true);
        world.button->setFocus(Qt::MouseFocusReason);
        world.field->setFocus(Qt::MouseFocusReason);
        QCOMPARE(world.frameOwner(), nullptr);
    }

    void codeThatMovesTheFocusAfterAKeyShowsIt()
    {
        World world;
        QTest::keyClick(world.button, Qt::Key_Down);
        world.check->setFocus();
        QCOMPARE(world.frameOwner(), world.check);
        QTest::mouseClick(world.button, Qt::LeftButton);
        world.check->setFocus();
        QCOMPARE(world.frameOwner(), nullptr);
    }

    void theRingOfAnEditableComboBoxIsAroundTheWhole()
    {
        World world;
        world.combo->setEditable(true);
        world.combo->lineEdit()->setFocus(Qt::TabFocusReason);
        QCOMPARE(world.frameOwner(), world.combo);
    }

    void whatPaintsItsOwnRingGetsNone()
    {
        World world;
        world.button->setProperty("paintsOwnFocusRing", true);
        world.button->setFocus(Qt::TabFocusReason);
        QCOMPARE(world.frameOwner(), nullptr);
    }

    void aWidgetWithTheFocusCanBeDeleted()
    {
        World world;
        world.flat->setFocus(Qt::TabFocusReason);
        QCOMPARE(world.frameOwner(), world.flat);
        delete std::exchange(world.flat, nullptr);
        QCOMPARE(world.frameOwner(), nullptr);
        world.check->setFocus(Qt::TabFocusReason);
        QCOMPARE(world.frameOwner(), world.check);
    }

    void controlsAreAsHighAsTheyShouldBe()
    {
        World world;
        for (const QWidget *control : {static_cast<const QWidget *>(world.button), static_cast<const QWidget *>(world.primary),
                                       static_cast<const QWidget *>(world.combo), static_cast<const QWidget *>(world.field)})
            QCOMPARE(control->sizeHint().height(), look::controlHeight);
        look::setZoom(2);
        const auto cleanUp = qScopeGuard([] { look::setZoom(1); });
        QTRY_COMPARE(world.button->sizeHint().height(), 64);
    }

    void theDefaultButtonHasTheAccent()
    {
        World world;
        const QPoint inside = world.primary->mapTo(&world.window, QPoint(4, world.primary->height() / 2));
        QCOMPARE(world.picture().pixelColor(inside).rgb(), look::colors().accent.rgb());
        world.primary->setEnabled(false);
        QVERIFY(world.picture().pixelColor(inside).rgb() != look::colors().accent.rgb());
    }

    void theFocusGivesAButtonARingAndNotTheAccent()
    {
        World world;
        world.button->setAutoDefault(true); // Enter presses it.
        world.button->setFocus(Qt::TabFocusReason);
        QVERIFY(world.button->hasFocus());
        const QPoint inside = world.button->mapTo(&world.window, QPoint(6, world.button->height() / 2));
        QVERIFY(world.picture().pixelColor(inside).rgb() != look::colors().accent.rgb());
    }

    void colorsOutsideThePaletteAreFollowed()
    {
        World world;
        world.check->setChecked(true);
        const QPoint inside = world.check->mapTo(&world.window, QPoint(2, world.check->height() / 2));
        QCOMPARE(world.picture().pixelColor(inside).rgb(), look::colors().accent.rgb());
        look::use(look::colorsFor({.accent = QColor(0x7a, 0x20, 0xb0)}));
        QCOMPARE(world.picture().pixelColor(inside).rgb(), QColor(0x7a, 0x20, 0xb0).rgb());
    }

    void nothingMovesIfMotionIsReduced()
    {
        QVERIFY(QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) <= 150);
        QVERIFY(QApplication::style()->styleHint(QStyle::SH_Widget_Animate));
        look::setMotionReduced(true);
        QCOMPARE(QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration), 0);
        QCOMPARE(QApplication::style()->styleHint(QStyle::SH_Widget_Animate), 0);
    }

    void scrollBarsHaveNoButtonsAndAHandleThatFollows()
    {
        QScrollBar bar(Qt::Vertical);
        bar.setRange(0, 100);
        bar.setPageStep(100);
        bar.resize(12, 200);
        struct Bar : QScrollBar
        {
            static void init(const QScrollBar &bar, QStyleOptionSlider &option) { (bar.*(&Bar::initStyleOption))(&option); }
        };
        const auto part = [&bar](QStyle::SubControl control) {
            QStyleOptionSlider option;
            Bar::init(bar, option);
            return bar.style()->subControlRect(QStyle::CC_ScrollBar, &option, control, &bar);
        };
        QVERIFY(part(QStyle::SC_ScrollBarAddLine).isEmpty());
        QCOMPARE(part(QStyle::SC_ScrollBarSlider), QRect(0, 0, 12, 100));
        bar.setValue(100);
        QCOMPARE(part(QStyle::SC_ScrollBarSlider), QRect(0, 100, 12, 100));
        bar.setRange(0, 1000000);
        QCOMPARE(part(QStyle::SC_ScrollBarSlider).height(), 32);
    }

    void menusShowTextKeyAndCheckMark()
    {
        QMenu menu;
        QAction *action = menu.addAction(QStringLiteral("Show archived"));
        action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R));
        action->setCheckable(true);
        const auto picture = [&menu] { return menu.grab().toImage(); };
        menu.ensurePolished();
        menu.resize(menu.sizeHint());
        const QImage before = picture();
        action->setChecked(true);
        QVERIFY(picture() != before);
        const QFontMetrics metrics(menu.font());
        QVERIFY(menu.sizeHint().width() > metrics.horizontalAdvance(QStringLiteral("Show archivedCtrl+R")) + 40);
    }
};

} // namespace tst_latchkeystyle

LATCHKEY_TEST(tst_latchkeystyle, LatchkeyStyleTest, QApplication)

#include "tst_latchkeystyle.moc"
