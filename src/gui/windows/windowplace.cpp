// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/windows/windowplace.h"

#include "gui/windows/firstsize.h"

#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSaveFile>
#include <QWidget>

namespace {

Q_LOGGING_CATEGORY(log, "latchkey.gui", QtWarningMsg)

/// In bytes; a geometry has less than a hundred.
constexpr qint64 maximumSize = 4096;

/// No person makes a window smaller.
constexpr QSize smallestSize(160, 120);

} // namespace

void WindowPlace::restore(QWidget &window)
{
    QFile file(m_file);
    if (m_geometry.isEmpty() && !m_file.isEmpty() && file.open(QIODevice::ReadOnly))
        m_geometry = file.read(maximumSize);
    const QSize usual = window.size();
    if (!window.restoreGeometry(m_geometry)) // Ignores most invalid data.
        return;
    if (window.width() < smallestSize.width() || window.height() < smallestSize.height())
        window.resize(usual); // Of a file that was cut, Qt makes a window of one pixel.
    fitToScreen(window); // It may come from a larger screen.
}

void WindowPlace::keep(const QWidget &window)
{
    m_geometry = window.saveGeometry();
    QSaveFile file(m_file);
    if (m_file.isEmpty())
        return;
    QDir().mkpath(QFileInfo(m_file).path());
    if (!file.open(QIODevice::WriteOnly)) {
        qCWarning(log) << "cannot save the window's geometry:" << file.errorString();
        return;
    }
    file.write(m_geometry);
    if (!file.commit())
        qCWarning(log) << "cannot save the window's geometry:" << file.errorString();
}
