// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/profile/avatar.h"

#include "gui/profile/picture.h"

#include <QPainter>
#include <QPainterPath>
#include <QPalette>
#include <QTextBoundaryFinder>

namespace {

template<typename Paint>
QPixmap roundPixmap(int side, qreal devicePixelRatio, Paint paint)
{
    QPixmap pixmap(QSize(side, side) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRectF square(0, 0, side, side);
    QPainterPath circle;
    circle.addEllipse(square);
    painter.setClipPath(circle);
    paint(painter, square);
    return pixmap;
}

/// With its marks, and whole if it is an emoji.
QString firstLetter(const QString &name)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, name);
    const qsizetype end = finder.toNextBoundary();
    constexpr qsizetype longest = 12; // Stacked marks without end.
    return name.left(std::clamp<qsizetype>(end, 0, longest));
}

} // namespace

QPixmap roundAvatar(const QByteArray &image, int side, qreal devicePixelRatio)
{
    const QImage picture = readPicture(image);
    if (picture.isNull())
        return {};
    return roundPixmap(side, devicePixelRatio, [&](QPainter &painter, const QRectF &square) {
        const int edge = std::min(picture.width(), picture.height());
        const QRect middle((picture.width() - edge) / 2, (picture.height() - edge) / 2, edge, edge);
        const QSize size = (square.size() * devicePixelRatio).toSize();
        painter.drawImage(square, picture.copy(middle).scaled(size, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    });
}

QPixmap letterAvatar(const QString &name, int side, qreal devicePixelRatio, const QPalette &palette)
{
    return roundPixmap(side, devicePixelRatio, [&](QPainter &painter, const QRectF &square) {
        painter.fillRect(square, palette.color(QPalette::Mid));
        QFont font = painter.font();
        font.setPixelSize(side / 2);
        painter.setFont(font);
        painter.setPen(palette.color(QPalette::BrightText));
        painter.drawText(square, Qt::AlignCenter, firstLetter(name).toUpper());
    });
}
