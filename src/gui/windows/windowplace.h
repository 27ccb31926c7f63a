// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

class QWidget;

/// Remembers a window's position and size for the next window and, in a file, for the next run. Without a file, until the
/// end of this run.
class WindowPlace
{
public:
    explicit WindowPlace(const QString &file = {}) : m_file(file) {}

    void setFile(const QString &file) { m_file = file; }

    /// Gives a window the remembered place, if there is one.
    void restore(QWidget &window);

    /// Remembers the place of a window. Errors of the file are logged.
    void keep(const QWidget &window);

private:
    QString m_file;
    QByteArray m_geometry; ///< In the format of QWidget::saveGeometry().
};
