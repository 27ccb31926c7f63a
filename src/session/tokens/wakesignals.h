// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

/// Tells when timers may have stood still or the network is back: after a suspend (logind's PrepareForSleep, on Linux) and
/// when the system reports that it is online again. On other systems it tells nothing.
class WakeSignals : public QObject
{
    Q_OBJECT

public:
    explicit WakeSignals(QObject *parent = nullptr);

Q_SIGNALS:
    void woke();

private Q_SLOTS:
    void prepareForSleep(bool isGoingToSleep);

private:
    void listenToSuspend();
    void listenToNetwork();
};
