// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

class QWidget;

/// Where and how large a window was, from one to the next and from run to run. Without a file it is forgotten at the end.
class WindowPlace
{
public:
    explicit WindowPlace(const QString &file = {}) : m_file(file) {}

    void restore(QWidget &window);
    void keep(const QWidget &window);

private:
    QString m_file;
    QByteArray m_geometry; ///< In the words of QWidget::saveGeometry().
};
