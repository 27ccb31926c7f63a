// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/look/colors.h"
#include "gui/parts/inlinealert.h"

#include "support/test.h"

#include <QAbstractButton>
#include <QPushButton>
#include <QSignalSpy>

namespace tst_inlinealert {

class InlineAlertTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A window has several, and they would delay its first paint.
    void itHasNoPartsUntilItSaysSomething()
    {
        InlineAlert alert;
        alert.setDismissible(true);
        alert.clear();
        QCOMPARE(alert.text(), QString());
        QCOMPARE(alert.findChildren<QWidget *>().size(), 0);
        alert.say(QStringLiteral("A sentence."));
        QCOMPARE(alert.text(), QStringLiteral("A sentence."));
        QVERIFY(alert.findChild<QAbstractButton *>(QStringLiteral("dismissButton"))->isVisibleTo(&alert));
    }

    void tonesDifferInMoreThanColor()
    {
        InlineAlert alert;
        alert.resize(500, 60);
        QList<QImage> pictures;
        for (const auto tone : {InlineAlert::Tone::Info, InlineAlert::Tone::Success, InlineAlert::Tone::Attention}) {
            alert.say(QStringLiteral("A sentence."), tone);
            pictures.append(alert.grab().toImage().convertToFormat(QImage::Format_Grayscale8));
        }
        QVERIFY(pictures[0] != pictures[1]);
        QVERIFY(pictures[1] != pictures[2]);
    }

    /// The old bar became darker each time.
    void sayingItAgainLooksTheSame()
    {
        InlineAlert alert;
        alert.resize(500, 60);
        alert.say(QStringLiteral("A sentence."), InlineAlert::Tone::Attention);
        const QImage once = alert.grab().toImage();
        alert.say(QStringLiteral("A sentence."), InlineAlert::Tone::Attention);
        QCOMPARE(alert.grab().toImage(), once);
    }

    void itFollowsTheColorsInUse()
    {
        InlineAlert alert;
        alert.resize(500, 60);
        alert.say(QStringLiteral("A sentence."));
        const QImage light = alert.grab().toImage();
        look::use(look::colorsFor({.isDark = true}));
        const QImage dark = alert.grab().toImage();
        look::use(look::colorsFor({}));
        QVERIFY(dark.pixelColor(250, 5).lightness() < light.pixelColor(250, 5).lightness());
        QCOMPARE(alert.grab().toImage(), light);
    }

    void theCrossEmptiesIt()
    {
        InlineAlert alert;
        const QSignalSpy dismissed(&alert, &InlineAlert::dismissed);
        alert.say(QStringLiteral("A sentence."));
        alert.setDismissible(true);
        alert.findChild<QAbstractButton *>(QStringLiteral("dismissButton"))->click();
        QCOMPARE(alert.text(), QString());
        QVERIFY(alert.isHidden());
        QCOMPARE(dismissed.count(), 1);
    }

    void anAmpersandOnTheButtonIsShown()
    {
        InlineAlert alert;
        alert.say(QStringLiteral("A sentence."));
        alert.offer(QStringLiteral("Open R&D Hub"), [] {});
        auto *button = alert.findChild<QPushButton *>();
        QCOMPARE(button->text(), QStringLiteral("Open R&&D Hub"));
        QCOMPARE(button->accessibleName(), QStringLiteral("Open R&D Hub"));
        QVERIFY(button->shortcut().isEmpty());
    }

    void anActionMayReplaceItself()
    {
        InlineAlert alert;
        int second = 0;
        alert.say(QStringLiteral("A sentence."));
        alert.offer(QStringLiteral("Copy"), [&] { alert.offer(QStringLiteral("Copied"), [&] { ++second; }); });
        auto *button = alert.findChild<QAbstractButton *>(QStringLiteral("noticeButton"));
        button->click();
        QCOMPARE(button->text(), QStringLiteral("Copied"));
        button->click();
        QCOMPARE(second, 1);
    }
};

} // namespace tst_inlinealert

LATCHKEY_TEST(tst_inlinealert, InlineAlertTest, QApplication)

#include "tst_inlinealert.moc"
