// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointer>
#include <QWidget>

/// Keeps the keyboard focus inside a widget that lies over its window, and puts it back afterwards.
class OverlayFocus
{
public:
    /// Remembers who has the focus, and gives it to the first widget inside `overlay` that takes it.
    void take(QWidget &overlay);

    /// Gives the focus back. Before the overlay is hidden: hiding would look for the next widget itself.
    void giveBack(const QWidget &overlay);

    /// The widget inside `overlay` that Tab goes to. Null if there is none.
    static QWidget *next(const QWidget &overlay, bool isForward);

private:
    QPointer<QWidget> m_previous;
};
