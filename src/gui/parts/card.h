// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QPainter;
class QRectF;
class QVBoxLayout;

/// A surface with a border, for things that belong together.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

    /// What stands in the card, from top to bottom.
    QVBoxLayout *body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void useZoom();

    QVBoxLayout *m_body;
};

/// Paints the same into `area`, for delegates and for widgets that are painted as a whole.
void paintCard(QPainter &painter, const QRectF &area);
