// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

/// Turns SIGTERM, SIGINT and SIGHUP into a Qt signal, so that the process can end in order, and on Windows Ctrl+C and
/// Ctrl+Break. A second one ends it at once. Signals that the process was started to ignore stay ignored.
class QuitSignals : public QObject
{
    Q_OBJECT

public:
    /// Begins to listen. Needs an application. Only one object may exist at a time.
    QuitSignals();
    ~QuitSignals() override;

Q_SIGNALS:
    void quitRequested();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};
