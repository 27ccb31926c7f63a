// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QWidget>

/// Paints a person into a circle: the picture, or as long as it is null, the initials on a color that belongs to the name.
void paintAvatar(QPainter &painter, const QRectF &area, const QString &name, const QImage &picture = {});

/// One or two letters: "AN" of "Ada Nordström".
QString initials(const QString &name);

/// The square in the middle of a picture, with at most `side` pixels in a row: a whole picture of 460 pixels would keep 850 KB.
QImage middleSquare(const QImage &picture, int side);

/// A person's picture.
class Avatar : public QWidget
{
    Q_OBJECT

public:
    /// `side` is at 100 %.
    explicit Avatar(int side, QWidget *parent = nullptr);

    void setName(const QString &name);
    QString name() const { return m_name; }

    /// Null: the initials.
    void setPicture(const QImage &picture);
    bool hasPicture() const { return !m_picture.isNull(); }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const int m_side;
    QString m_name;
    QImage m_picture;
    QImage m_scaled; ///< For the present size and screen.
};
