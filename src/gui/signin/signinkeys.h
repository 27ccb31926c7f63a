// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QAction;
class QKeySequence;
class QWidget;

/// The keys of the sign-in window: those of the main window that make sense before the gate.
class SignInKeys : public QObject
{
    Q_OBJECT

public:
    explicit SignInKeys(QWidget &window);

    /// False inside another window, which has the same keys.
    void setEnabled(bool isEnabled);

Q_SIGNALS:
    void settingsRequested();

    /// Zoom by so many percent; 0 for the usual size.
    void zoomRequested(int change);

private:
    QAction *add(const char *name, const QString &text, const QList<QKeySequence> &keys);
    void showShortcuts();

    QWidget &m_window;
    QList<QAction *> m_actions;
};
