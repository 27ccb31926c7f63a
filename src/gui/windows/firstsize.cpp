// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/windows/firstsize.h"

#include <QScreen>
#include <QWidget>

namespace {

/// For the frame and the title bar, which are not known before the window is shown.
constexpr QSize frame(8, 32);

} // namespace

QSize sizeOnScreen(const QSize &wanted, const QSize &room)
{
    return wanted.boundedTo(room - frame);
}

void fitToScreen(QWidget &window)
{
    if (!(window.windowState() & (Qt::WindowMaximized | Qt::WindowFullScreen)))
        window.resize(sizeOnScreen(window.size(), window.screen()->availableSize()));
}
