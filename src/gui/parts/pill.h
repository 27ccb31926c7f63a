// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/look/colors.h"

#include <QWidget>

/// The size of a pill with this text.
QSize pillSize(const QString &text);

/// Paints a pill: text in a color, on a tint of that color. `leftCenter` is the middle of its left edge. Returns its width.
int paintPill(QPainter &painter, const QPoint &leftCenter, const QString &text, const QColor &color);

/// A word or two about the state of something.
class Pill : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text WRITE setText)

public:
    explicit Pill(QWidget *parent = nullptr);
    Pill(const QString &text, QColor look::Colors::*color, QWidget *parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString &text);
    void setColor(QColor look::Colors::*color);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    QColor look::Colors::*m_color;
};
