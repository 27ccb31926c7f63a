// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/windows/comeforward.h"

#include <QApplication>
#include <QTimer>
#include <QWidget>

namespace {

/// A desktop that allows it has activated the window by then.
constexpr std::chrono::milliseconds timeToActivate(500);

} // namespace

void comeForward(QWidget &window, const QByteArray &activationToken)
{
    // Qt's Wayland plugin reads this variable and removes it.
    if (!activationToken.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activationToken);
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
    QTimer::singleShot(timeToActivate, &window, [&window] {
        if (!window.isActiveWindow())
            QApplication::alert(&window);
    });
}
