// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QPainter;

/// Darkens a part of a window that lies below something else.
void paintDimmed(QPainter &painter, const QRect &area);

/// Darkens a whole window, and takes the presses on it. Hidden until cover().
class Dimmer : public QWidget
{
    Q_OBJECT

public:
    explicit Dimmer(QWidget *window);

    /// Shows it over all that the window has.
    void cover();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
};
