// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windowsurroundings.h"

#include "gui/look/colors.h"
#include "gui/look/measures.h"

#include <QApplication>
#include <QWidget>

namespace {

/// The active window, or another one while the person is in another program.
QWidget *shownWindow()
{
    if (QWidget *active = QApplication::activeWindow())
        return active;
    const QWidgetList all = QApplication::topLevelWidgets();
    const auto found = std::find_if(all.begin(), all.end(), [](const QWidget *widget) {
        return widget->isVisible() && widget->windowType() == Qt::Window;
    });
    return found == all.end() ? nullptr : *found;
}

} // namespace

Surroundings surroundingsOfActiveWindow()
{
    const look::Colors &colors = look::colors();
    Surroundings surroundings{.isDark = colors.isDark,
                              .isHighContrast = colors.isHighContrast,
                              .accent = colors.accent.name(),
                              .zoom = look::zoom()};
    if (const QWidget *window = shownWindow()) {
        surroundings.opener = window->frameGeometry();
        if (QGuiApplication::platformName() == QLatin1String("xcb"))
            surroundings.openerId = window->winId();
    }
    return surroundings;
}
