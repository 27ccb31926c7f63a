// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/overlays/toast.h"
#include "gui/overlays/toastview.h"

#include "support/test.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QTimer>
#include <QTimerEvent>

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

/// The names that widgets have when they are shown: screen readers hear of those.
class Announcements : public QObject
{
public:
    Announcements() { qApp->installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Show && watched->isWidgetType())
            heard.append({watched->objectName(), static_cast<QWidget *>(watched)->accessibleName()});
        return false;
    }

    QList<std::pair<QString, QString>> heard;
};

/// As if the timer had fired.
void passTime(QTimer &timer)
{
    QTimerEvent passed(timer.timerId());
    QCoreApplication::sendEvent(&timer, &passed);
}

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
        const Announcements announcements;
        world.toast.say(QStringLiteral("Copied"));
        for (const char *part : {"toast", "toastLabel"})
            QCOMPARE(announcements.heard.count(std::pair(QString::fromLatin1(part), QStringLiteral("Copied"))), 1);
        QCOMPARE(world.views().first()->accessibleName(), QStringLiteral("Copied"));
        QCOMPARE(world.window.findChild<QLabel *>(QStringLiteral("toastLabel"))->accessibleName(), QStringLiteral("Copied"));
    }

    void aMessageGoesAfterItsTime()
    {
        World world;
        world.toast.say(QStringLiteral("Copied"));
        ToastView *view = world.views().first();
        auto *timer = view->findChild<QTimer *>(QStringLiteral("toastTimer"));
        QVERIFY(timer->isActive() && timer->isSingleShot());
        QCOMPARE(timer->intervalAsDuration(), std::chrono::milliseconds(Toast::duration));
        passTime(*timer);
        QCOMPARE(world.toast.text(), QString());
    }

    void aMessageStaysWhileThePointerOrTheFocusIsOnIt()
    {
        World world;
        world.toast.say(QStringLiteral("3 marked as read"), QStringLiteral("Undo"), [] {});
        ToastView *view = world.views().first();
        auto *timer = view->findChild<QTimer *>(QStringLiteral("toastTimer"));
        QEnterEvent enter(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5));
        QCoreApplication::sendEvent(view, &enter);
        QVERIFY(!timer->isActive());
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(view, &leave);
        QVERIFY(timer->isActive());
        world.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&world.window));
        view->findChild<QAbstractButton *>(QStringLiteral("toastButton"))->setFocus();
        passTime(*timer);
        QCOMPARE(world.toast.text(), QStringLiteral("3 marked as read"));
        QVERIFY(timer->isActive()); // For another while.
        QApplication::focusWidget()->clearFocus();
        passTime(*timer);
        QCOMPARE(world.toast.text(), QString());
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
