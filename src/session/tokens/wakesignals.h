// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

/// Says when time may have passed unnoticed or the network has come back: after a suspend (logind's PrepareForSleep,
/// on Linux) and when the system reports that it is online again. Where neither is known, timers alone must do.
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
