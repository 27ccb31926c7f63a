// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

/// Turns the signals that ask a process to end (SIGTERM, SIGINT and SIGHUP) into one of Qt's, so that it ends in order. The
/// second of them ends it at once. Signals that the process was started to ignore stay ignored. Does nothing on Windows.
class QuitSignals : public QObject
{
    Q_OBJECT

public:
    /// From here on. Needs an application; there is one object at a time.
    QuitSignals();
    ~QuitSignals() override;

Q_SIGNALS:
    void quitRequested();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};
