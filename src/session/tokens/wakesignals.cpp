// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/tokens/wakesignals.h"

#include "session/tokens/log.h"

#include <QNetworkInformation>
#ifdef LATCHKEY_DBUS
#include <QDBusConnection>
#endif

WakeSignals::WakeSignals(QObject *parent) : QObject(parent)
{
    listenToSuspend();
    listenToNetwork();
}

void WakeSignals::listenToSuspend()
{
#ifdef LATCHKEY_DBUS
    QDBusConnection::systemBus().connect(
        QStringLiteral("org.freedesktop.login1"), QStringLiteral("/org/freedesktop/login1"),
        QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("PrepareForSleep"), this,
        SLOT(prepareForSleep(bool)));
#endif
}

void WakeSignals::listenToNetwork()
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability)) {
        qCInfo(tokensLog) << "the system does not tell when the network is back";
        return;
    }
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
            [this](QNetworkInformation::Reachability reachability) {
                if (reachability == QNetworkInformation::Reachability::Online)
                    Q_EMIT woke();
            });
}

void WakeSignals::prepareForSleep(bool isGoingToSleep)
{
    if (!isGoingToSleep)
        Q_EMIT woke();
}

#include "moc_wakesignals.cpp"
