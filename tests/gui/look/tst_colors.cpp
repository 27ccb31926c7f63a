// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/look/colors.h"
#include "support/test.h"

#include <QApplication>
#include <QLabel>

namespace tst_colors {

using look::Colors;

struct Named
{
    const char *name;
    QColor Colors::*color;
};

constexpr double text = 4.5;
constexpr double graphics = 3;

const Named grounds[] = {{"canvas", &Colors::canvas}, {"sidebar", &Colors::sidebar}, {"surface", &Colors::surface}};
const Named texts[] = {{"text", &Colors::text}, {"secondary", &Colors::secondaryText}, {"link", &Colors::link},
                       {"success", &Colors::success}, {"attention", &Colors::attention}, {"danger", &Colors::danger},
                       {"done", &Colors::done}, {"accent", &Colors::accent}};

/// The accents that GNOME and KDE offer, and colors that nobody could read.
const QColor accents[] = {{},
                          {0x35, 0x84, 0xe4}, {0x21, 0x90, 0xa4}, {0x3a, 0x94, 0x4a}, {0xc8, 0x88, 0x00}, {0xed, 0x5b, 0x00},
                          {0xe6, 0x2d, 0x42}, {0xd5, 0x61, 0x99}, {0x91, 0x41, 0xac}, {0x6f, 0x83, 0x96},
                          Qt::white, Qt::black, Qt::yellow};

class ColorsTest : public QObject
{
    Q_OBJECT

private:
    static void compare(const QColor &front, const QColor &back, double least, const QByteArray &what)
    {
        const double found = look::contrast(front, back);
        QVERIFY2(found >= least, what + ' ' + QByteArray::number(found, 'f', 2));
    }

    static void addAppearances()
    {
        QTest::addColumn<bool>("isDark");
        QTest::addColumn<bool>("isHighContrast");
        QTest::addColumn<QColor>("accent");
        for (const bool isDark : {false, true}) {
            for (const bool isHighContrast : {false, true}) {
                for (const QColor &accent : accents)
                    QTest::addRow("%s%s, %s", isDark ? "dark" : "light", isHighContrast ? ", high contrast" : "",
                                  accent.isValid() ? qPrintable(accent.name()) : "own accent")
                        << isDark << isHighContrast << accent;
            }
        }
    }

private Q_SLOTS:
    void cleanup() { look::use(look::colorsFor({})); }

    void everyPairCanBeRead_data() { addAppearances(); }

    void everyPairCanBeRead()
    {
        QFETCH(bool, isDark);
        QFETCH(bool, isHighContrast);
        QFETCH(QColor, accent);
        const Colors colors = look::colorsFor({.isDark = isDark, .isHighContrast = isHighContrast, .accent = accent});
        look::use(colors);
        for (const Named &ground : grounds) {
            for (const Named &front : texts)
                compare(colors.*front.color, colors.*ground.color, text, QByteArray(front.name) + " on " + ground.name);
            compare(colors.controlBorder, colors.*ground.color, graphics, QByteArray("border on ") + ground.name);
        }
        compare(colors.onAccent, colors.accent, text, "on accent");
        compare(colors.onSelection, colors.selection, text, "on selection");
        compare(colors.text, colors.hover, text, "text on hover");
        compare(colors.secondaryText, colors.hover, text, "secondary on hover");
        for (QColor Colors::*pill : {&Colors::link, &Colors::success, &Colors::attention, &Colors::danger, &Colors::done})
            compare(colors.*pill, look::tint(colors.*pill), isHighContrast ? text : 4.0, "pill");
    }

    void pillsCanBeRead_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void pillsCanBeRead()
    {
        QFETCH(bool, isDark);
        const Colors colors = look::colorsFor({.isDark = isDark});
        look::use(colors);
        for (QColor Colors::*pill : {&Colors::link, &Colors::success, &Colors::attention, &Colors::danger, &Colors::done})
            compare(colors.*pill, look::tint(colors.*pill), text, (colors.*pill).name().toLatin1());
    }

    void highContrastHasNoPaleTextsAndNoTints()
    {
        for (const bool isDark : {false, true}) {
            const Colors colors = look::colorsFor({.isDark = isDark, .isHighContrast = true});
            look::use(colors);
            QCOMPARE(colors.secondaryText, colors.text);
            QCOMPARE(colors.cardBorder, colors.text);
            QCOMPARE(colors.selection, colors.accent);
            QCOMPARE(look::tint(colors.danger), colors.surface);
            QCOMPARE(look::contrast(colors.text, colors.canvas), 21.0);
        }
    }

    void theCalendarGetsDarkerOrLighterByStep()
    {
        for (const bool isDark : {false, true}) {
            const Colors colors = look::colorsFor({.isDark = isDark});
            for (std::size_t i = 1; i < colors.calendar.size(); ++i) {
                const double before = look::contrast(colors.calendar[i - 1], colors.surface);
                QVERIFY(look::contrast(colors.calendar[i], colors.surface) > before);
            }
            compare(colors.calendar.back(), colors.surface, graphics, "most contributions");
        }
    }

    void contrastIsThatOfWcag()
    {
        QCOMPARE(look::contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(look::contrast(Qt::white, Qt::white), 1.0);
        QVERIFY(std::abs(look::contrast(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.01);
    }

    void aReadableAccentStaysAsItIs()
    {
        const QColor accent(0x1a, 0x5f, 0xb4);
        QCOMPARE(look::colorsFor({.accent = accent}).accent, accent);
    }

    void widgetsHearOfColorsOutsideThePalette()
    {
        struct Listener : QLabel
        {
            void changeEvent(QEvent *event) override { changes += event->type() == QEvent::PaletteChange; }
            int changes = 0;
        };
        look::use(look::colorsFor({}));
        Listener listener;
        Colors colors = look::colors();
        colors.done = Qt::magenta;
        look::use(colors);
        QCOMPARE(listener.changes, 1);
        QCOMPARE(look::colors().done, QColor(Qt::magenta));
    }

    void disabledTextIsPaler()
    {
        const QPalette palette = look::paletteOf(look::colorsFor({}));
        QVERIFY(look::contrast(palette.color(QPalette::Disabled, QPalette::Text), palette.color(QPalette::Base))
                < look::contrast(palette.color(QPalette::Text), palette.color(QPalette::Base)));
    }
};

} // namespace tst_colors

LATCHKEY_TEST(tst_colors, ColorsTest, QApplication)

#include "tst_colors.moc"
