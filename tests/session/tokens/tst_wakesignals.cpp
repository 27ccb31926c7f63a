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

/// Sends logind's signals on a private bus.
struct Logind
{
    bool isOnBus() { return bus.isConnected() && bus.registerService(QStringLiteral("org.freedesktop.login1")); }

    void prepareForSleep(bool isGoingToSleep)
    {
        QDBusMessage signal = QDBusMessage::createSignal(logindPath, logindInterface, QStringLiteral("PrepareForSleep"));
        signal << isGoingToSleep;
        bus.send(signal);
    }

    /// Makes a round trip to the bus from both sides, so that earlier signals and subscriptions have arrived.
    void waitUntilDelivered()
    {
        for (const QDBusConnection &side : {bus, QDBusConnection::systemBus()})
            side.interface()->isServiceRegistered(QStringLiteral("org.freedesktop.login1"));
        QCoreApplication::processEvents();
    }

    QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SystemBus, QStringLiteral("logind"));
};

/// Runs on a private bus in place of the system bus.
class WakeSignalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resumingWakesAndSuspendingDoesNot()
    {
        if (qEnvironmentVariableIsEmpty("LATCHKEY_PRIVATE_BUS"))
            QSKIP("needs a private bus in place of the system bus");
        Logind logind;
        QVERIFY(logind.isOnBus());
        WakeSignals wakeSignals;
        QSignalSpy woke(&wakeSignals, &WakeSignals::woke);
        logind.waitUntilDelivered();
        logind.prepareForSleep(true);
        logind.waitUntilDelivered();
        QCOMPARE(woke.count(), 0);
        logind.prepareForSleep(false);
        logind.waitUntilDelivered();
        QCOMPARE(woke.count(), 1);
    }
};

} // namespace tst_wakesignals

LATCHKEY_TEST(tst_wakesignals, WakeSignalsTest, QCoreApplication)

#include "tst_wakesignals.moc"
