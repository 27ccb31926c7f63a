// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/overlays/toast.h"
#include "gui/overlays/toastview.h"

#include "support/test.h"

#include <QAbstractButton>
#include <QLabel>

#include <algorithm>

namespace tst_toast {

struct World
{
    World()
    {
        window.resize(600, 400);
        window.show();
    }

    QList<ToastView *> views() const
    {
        QList<ToastView *> shown;
        for (ToastView *view : window.findChildren<ToastView *>()) {
            if (view->isVisible())
                shown.append(view);
        }
        return shown;
    }

    QWidget window;
    Toast toast{&window};
};

class ToastTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theActionIsRunOnceAndTheMessageGoes()
    {
        World world;
        int undone = 0;
        world.toast.say(QStringLiteral("3 marked as read"), QStringLiteral("Undo"), [&] { ++undone; });
        QCOMPARE(world.toast.text(), QStringLiteral("3 marked as read"));
        world.window.findChild<QAbstractButton *>(QStringLiteral("toastButton"))->click();
        QCOMPARE(undone, 1);
        QCOMPARE(world.toast.text(), QString());
        QCOMPARE(world.views().size(), 0);
    }

    void theSameMessageReplacesItselfAndOthersStack()
    {
        World world;
        for (const char *text : {"Copied", "Copied", "Saved"})
            world.toast.say(QString::fromLatin1(text));
        QCOMPARE(world.views().size(), 2);
        const auto heightOf = [&](const char *text) {
            const auto views = world.views();
            const auto found = std::find_if(views.begin(), views.end(), [&](ToastView *view) { return view->text() == QLatin1String(text); });
            return found == views.end() ? -1 : (*found)->y();
        };
        QVERIFY(heightOf("Copied") >= 0);
        QVERIFY(heightOf("Copied") < heightOf("Saved"));
        for (const char *text : {"One", "Two", "Three"})
            world.toast.say(QString::fromLatin1(text));
        QCOMPARE(world.views().size(), 3);
        QCOMPARE(world.toast.text(), QStringLiteral("Three"));
    }

    void messagesStayInsideANarrowWindow()
    {
        World world;
        world.toast.say(QStringLiteral("A message that is much longer than the window is wide ").repeated(4));
        world.window.resize(300, 300);
        QTRY_VERIFY(world.window.rect().contains(world.views().first()->geometry()));
    }

    /// What Qt announces everywhere: a label that appears, and a name that changes.
    void screenReadersAreTold()
    {
        World world;
        world.toast.say(QStringLiteral("Copied"));
        QCOMPARE(world.views().first()->accessibleName(), QStringLiteral("Copied"));
        QCOMPARE(world.window.findChild<QLabel *>(QStringLiteral("toastLabel"))->accessibleName(), QStringLiteral("Copied"));
    }

    void escapeAndTheCrossCloseIt()
    {
        World world;
        world.toast.say(QStringLiteral("Copied"));
        world.window.findChild<QAbstractButton *>(QStringLiteral("toastDismissButton"))->click();
        QCOMPARE(world.toast.text(), QString());
        world.toast.say(QStringLiteral("Saved"));
        QTest::keyClick(world.views().first(), Qt::Key_Escape);
        QCOMPARE(world.toast.text(), QString());
    }
};

} // namespace tst_toast

LATCHKEY_TEST(tst_toast, ToastTest, QApplication)

#include "tst_toast.moc"
