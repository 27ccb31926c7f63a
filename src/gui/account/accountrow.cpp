// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/account/accountrow.h"

#include "gui/account/actionrow.h"
#include "gui/controls/focusring.h"
#include "gui/controls/labels.h"
#include "gui/look/colors.h"
#include "gui/look/glyphs.h"
#include "gui/look/measures.h"
#include "gui/parts/avatar.h"

#include <QPainter>
#include <QStyle>

namespace {

constexpr int rowHeight = 48;
constexpr int rowPictureSide = 32;

} // namespace

AccountRow::AccountRow(const AccountRecord &account, const QImage &picture, const QString &shortcut, QWidget *parent)
    : QAbstractButton(parent),
      m_caption(account.identity.name.isEmpty() ? account.providerName
                                                : tr("%1 · %2").arg(account.identity.login, account.providerName)),
      m_picture(picture),
      m_shortcut(shortcut)
{
    setText(account.identity.name.isEmpty() ? account.identity.login : account.identity.name);
    setAccessibleName(tr("%1 at %2").arg(account.identity.login, account.providerName));
    setToolTip(tooltip(m_caption));
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    paintOwnFocusRing(*this);
}

void AccountRow::setCurrent(bool isCurrent)
{
    m_isCurrent = isCurrent;
    setAccessibleDescription(isCurrent ? tr("Shown now") : m_shortcut);
}

QSize AccountRow::sizeHint() const
{
    return {look::zoomed(280), look::zoomed(rowHeight)};
}

QSize AccountRow::minimumSizeHint() const
{
    return {look::zoomed(140), look::zoomed(rowHeight)};
}

void AccountRow::paintEvent(QPaintEvent *)
{
    const look::Colors &colors = look::colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = look::zoomed(look::controlRadius);
    if (underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.hover);
        painter.drawRoundedRect(rect(), radius, radius);
    }
    const int gap = look::zoomed(look::space2);
    const int side = look::zoomed(rowPictureSide);
    const int glyphSide = look::zoomed(look::glyphSide);
    const auto placed = [this](const QRect &area) { return QStyle::visualRect(layoutDirection(), rect(), area); };
    const QRect picture(gap, (height() - side) / 2, side, side);
    paintAvatar(painter, placed(picture), text(), m_picture);
    QRect words = rect().adjusted(picture.right() + 1 + gap + look::space1, 0, -gap, 0);
    if (m_isCurrent) {
        const QRect glyph(words.right() - glyphSide, (height() - glyphSide) / 2, glyphSide, glyphSide);
        look::paintGlyph(painter, look::Glyph::Check, placed(glyph), colors.success);
        words.setRight(glyph.left() - gap);
    } else {
        painter.setFont(look::font(look::Text::Caption));
        painter.setPen(colors.secondaryText);
        painter.drawText(placed(words), int(Qt::AlignVCenter | Qt::AlignTrailing), m_shortcut);
        words.setRight(words.right() - painter.fontMetrics().horizontalAdvance(m_shortcut) - gap);
    }
    const auto draw = [&](const QRect &line, int alignment, look::Text kind, const QColor &color, const QString &text) {
        painter.setFont(look::font(kind));
        painter.setPen(color);
        painter.drawText(placed(line), alignment, painter.fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
    };
    const int middle = height() / 2;
    draw(QRect(words.left(), 0, words.width(), middle), int(Qt::AlignBottom | Qt::AlignLeading), look::Text::Strong, colors.text, text());
    draw(QRect(words.left(), middle + 1, words.width(), middle), int(Qt::AlignTop | Qt::AlignLeading), look::Text::Caption,
         colors.secondaryText, m_caption);
    if (showsFocusRing(*this))
        paintFocusRing(painter, rect(), radius);
}

void AccountRow::keyPressEvent(QKeyEvent *event)
{
    if (!movedOrPressed(*this, *event))
        QAbstractButton::keyPressEvent(event);
}

#include "moc_accountrow.cpp"
