// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/tokens/wakesignals.h"

#include "support/test.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QSignalSpy>

namespace tst_wakesignals {

const auto logindPath = QStringLiteral("/org/freedesktop/login1");
const auto logindInterface = QStringLiteral("org.freedesktop.login1.Manager");

/// Says what logind says, on a bus that has nobody else.
struct Logind
{
    bool isOnBus() { return bus.isConnected() && bus.registerService(QStringLiteral("org.freedesktop.login1")); }

    void prepareForSleep(bool isGoingToSleep)
    {
        QDBusMessage signal = QDBusMessage::createSignal(logindPath, logindInterface, QStringLiteral("PrepareForSleep"));
        signal << isGoingToSleep;
        bus.send(signal);
    }

    /// Questions to the bus from both sides: what was said, or asked to be told, before them has arrived.
    void settle()
    {
        for (const QDBusConnection &side : {bus, QDBusConnection::systemBus()})
            side.interface()->isServiceRegistered(QStringLiteral("org.freedesktop.login1"));
        QCoreApplication::processEvents();
    }

    QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SystemBus, QStringLiteral("logind"));
};

/// On a private bus in the system bus's place.
class WakeSignalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theEndOfASuspendWakesAndItsBeginningDoesNot()
    {
        if (qEnvironmentVariableIsEmpty("LATCHKEY_PRIVATE_BUS"))
            QSKIP("needs a bus of its own in the system bus's place");
        Logind logind;
        QVERIFY(logind.isOnBus());
        WakeSignals wakeSignals;
        QSignalSpy woke(&wakeSignals, &WakeSignals::woke);
        logind.settle();
        logind.prepareForSleep(true);
        logind.settle();
        QCOMPARE(woke.count(), 0);
        logind.prepareForSleep(false);
        logind.settle();
        QCOMPARE(woke.count(), 1);
    }
};

} // namespace tst_wakesignals

LATCHKEY_TEST(tst_wakesignals, WakeSignalsTest, QCoreApplication)

#include "tst_wakesignals.moc"
