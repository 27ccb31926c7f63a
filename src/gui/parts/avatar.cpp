// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/parts/avatar.h"

#include "gui/look/colors.h"
#include "gui/look/measures.h"

#include <QFontInfo>
#include <QPainter>
#include <QPainterPath>
#include <QTextBoundaryFinder>

#include <array>

namespace {

/// White text on each of them reaches 4.5 : 1, also beside dark surfaces.
constexpr std::array backgrounds{0x1b6681, 0x7a48d0, 0x1a7f37, 0xb0326e, 0x8a5d00, 0x0b5fcc, 0xb3441a, 0x59636e};

/// The same in every run, which qHash() is not.
QColor backgroundOf(const QString &name)
{
    uint hash = 2166136261U;
    for (const QChar character : name)
        hash = (hash ^ character.unicode()) * 16777619U;
    return QColor::fromRgb(QRgb(backgrounds[hash % backgrounds.size()]));
}

/// With its marks, and whole if it is an emoji.
QString firstLetter(const QString &word)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, word);
    const qsizetype end = finder.toNextBoundary();
    constexpr qsizetype longest = 12; // Stacked marks without end.
    return word.left(std::clamp<qsizetype>(end, 0, longest)).toUpper();
}

/// The middle of the picture, which may not be square, in just as many pixels as are shown.
QImage scaledTo(const QImage &picture, const QSize &pixels)
{
    if (picture.size() == pixels || picture.isNull())
        return picture;
    const int edge = std::min(picture.width(), picture.height());
    const QRect middle((picture.width() - edge) / 2, (picture.height() - edge) / 2, edge, edge);
    return picture.copy(middle).scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

/// Scales a font that the window has anyway: to look another size up takes 3 % of the time to the first paint.
void paintInitials(QPainter &painter, const QRectF &area, const QString &name)
{
    painter.fillRect(area, backgroundOf(name));
    const QString letters = initials(name);
    painter.setFont(look::font(look::Text::Strong));
    const qreal wanted = area.height() * (letters.size() > 1 ? 0.38 : 0.46);
    const qreal scale = wanted / QFontInfo(painter.font()).pixelSize();
    painter.translate(area.center());
    painter.scale(scale, scale);
    painter.setPen(Qt::white);
    const QRectF scaled(QPointF(), area.size() / scale);
    painter.drawText(scaled.translated(-scaled.center()), Qt::AlignCenter, letters);
}

} // namespace

QString initials(const QString &name)
{
    const QStringList words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    return words.size() == 1 ? firstLetter(words.first()) : firstLetter(words.first()) + firstLetter(words.last());
}

QImage middleSquare(const QImage &picture, int side)
{
    const int least = std::min({side, picture.width(), picture.height()});
    return scaledTo(picture, {least, least});
}

void paintAvatar(QPainter &painter, const QRectF &area, const QString &name, const QImage &picture)
{
    QPainterPath circle;
    circle.addEllipse(area);
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    if (picture.isNull()) {
        painter.setClipPath(circle);
        paintInitials(painter, area, name);
    } else {
        // A brush has smooth edges, a clip path has not.
        const QSize pixels = (area.size() * painter.device()->devicePixelRatio()).toSize();
        QBrush brush(scaledTo(picture, pixels));
        QTransform place;
        place.translate(area.left(), area.top());
        place.scale(area.width() / pixels.width(), area.height() / pixels.height());
        brush.setTransform(place);
        painter.fillPath(circle, brush);
    }
    painter.restore();
}

Avatar::Avatar(int side, QWidget *parent) : QWidget(parent), m_side(side)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Avatar::setName(const QString &name)
{
    m_name = name;
    setAccessibleName(tr("Picture of %1").arg(name));
    update();
}

void Avatar::setPicture(const QImage &picture)
{
    m_picture = picture;
    m_scaled = {};
    update();
}

QSize Avatar::sizeHint() const
{
    return {look::zoomed(m_side), look::zoomed(m_side)};
}

void Avatar::paintEvent(QPaintEvent *)
{
    const int side = std::min(width(), height());
    QRectF area(0, 0, side, side);
    area.moveCenter(QRectF(rect()).center());
    const QSize pixels = (area.size() * devicePixelRatioF()).toSize();
    if (m_scaled.size() != pixels)
        m_scaled = scaledTo(m_picture, pixels);
    QPainter painter(this);
    paintAvatar(painter, area, m_name, m_scaled);
}

#include "moc_avatar.cpp"
