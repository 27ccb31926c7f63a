// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

/// Paints a grey bar where text will be.
void paintSkeletonBar(QPainter &painter, const QRectF &area);

/// Rows of grey bars, shown until the first answer is there. They do not move.
class Skeleton : public QWidget
{
    Q_OBJECT

public:
    /// As many rows as fit, each as high as a row of a list.
    explicit Skeleton(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};
