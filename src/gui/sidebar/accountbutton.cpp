// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/sidebar/accountbutton.h"

#include "gui/controls/labels.h"
#include "gui/look/colors.h"
#include "gui/look/glyphs.h"
#include "gui/look/measures.h"
#include "gui/parts/avatar.h"

#include <QPainter>
#include <QStyle>

namespace {

constexpr int buttonHeight = 52;
constexpr int pictureSide = 32;

} // namespace

AccountButton::AccountButton(QWidget *parent) : PaintedButton(parent)
{
    setObjectName(QStringLiteral("accountButton"));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void AccountButton::setPerson(const QString &name, const QString &login, const QString &server)
{
    m_name = name.isEmpty() ? login : name;
    m_caption = name.isEmpty() ? server : tr("%1 · %2").arg(login, server);
    setAccessibleName(tr("Account %1").arg(login));
    setAccessibleDescription(m_name + QStringLiteral(", ") + m_caption);
    setCompact(m_isCompact);
    update();
}

void AccountButton::setPicture(const QImage &picture)
{
    m_picture = picture;
    update();
}

void AccountButton::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    setToolTip(isCompact ? tooltip(m_name) : QString());
    updateGeometry();
}

QSize AccountButton::sizeHint() const
{
    return {look::zoomed(m_isCompact ? pictureSide + 8 : 120), look::zoomed(m_isCompact ? pictureSide + 8 : buttonHeight)};
}

QSize AccountButton::minimumSizeHint() const
{
    return {look::zoomed(pictureSide), sizeHint().height()};
}

QRect AccountButton::placed(const QRect &area) const
{
    return QStyle::visualRect(layoutDirection(), rect(), area);
}

void AccountButton::paintWords(QPainter &painter, const QRect &area) const
{
    const QRect upper = area.adjusted(0, 0, 0, -area.height() / 2);
    const QRect lower = area.adjusted(0, area.height() / 2, 0, 0);
    const auto draw = [&painter](const QRect &line, int alignment, const QString &text) {
        painter.drawText(line, alignment, painter.fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
    };
    painter.setFont(look::font(look::Text::Strong));
    painter.setPen(look::colors().text);
    draw(placed(upper), int(Qt::AlignBottom | Qt::AlignLeading), m_name);
    painter.setFont(look::font(look::Text::Caption));
    painter.setPen(look::colors().secondaryText);
    draw(placed(lower.adjusted(0, look::zoomed(2), 0, 0)), int(Qt::AlignTop | Qt::AlignLeading), m_caption);
}

void AccountButton::paintEvent(QPaintEvent *)
{
    const look::Colors &colors = look::colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const int radius = look::zoomed(look::cardRadius);
    painter.setPen(m_isCompact ? QPen(Qt::NoPen) : QPen(colors.cardBorder, 1));
    painter.setBrush(underMouse() || isDown() ? colors.hover : m_isCompact ? colors.sidebar : colors.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    const int side = look::zoomed(pictureSide);
    const int gap = look::zoomed(look::space2);
    QRect picture(0, 0, side, side);
    picture.moveCenter(m_isCompact ? rect().center() : QPoint(gap + look::zoomed(2) + side / 2, rect().center().y()));
    paintAvatar(painter, placed(picture), m_name, m_picture);
    if (m_isCompact)
        return;
    const int glyphSide = look::zoomed(look::glyphSide);
    const QRect glyph(width() - gap - glyphSide, (height() - glyphSide) / 2, glyphSide, glyphSide);
    look::paintGlyph(painter, look::Glyph::ChevronDown, placed(glyph), colors.secondaryText);
    paintWords(painter, QRect(picture.right() + gap, 0, glyph.left() - gap - picture.right() - gap, height()));
}

#include "moc_accountbutton.cpp"
