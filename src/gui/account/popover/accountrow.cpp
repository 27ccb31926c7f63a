// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/account/popover/accountrow.h"

#include "gui/account/popover/actionrow.h"
#include "gui/controls/focusring.h"
#include "gui/controls/labels.h"
#include "gui/look/colors.h"
#include "gui/look/glyphs.h"
#include "gui/look/measures.h"
#include "gui/parts/avatar.h"
#include "gui/parts/pill.h"

#include <QLocale>
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
    describe();
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    paintOwnFocusRing(*this);
}

void AccountRow::setCurrent(bool isCurrent)
{
    m_isCurrent = isCurrent;
    describe();
}

void AccountRow::setUnread(int count)
{
    m_unread = count;
    describe();
}

void AccountRow::describe()
{
    QStringList facts{m_isCurrent ? tr("Shown now") : m_shortcut};
    if (m_unread > 0)
        facts.append(tr("%n unread", nullptr, m_unread));
    facts.removeAll(QString());
    setAccessibleDescription(facts.join(QStringLiteral(", ")));
    setToolTip(tooltip(m_unread > 0 ? m_caption + QLatin1Char('\n') + facts.last() : m_caption));
}

/// At the end of the room for words, from which it takes its own.
void AccountRow::paintUnread(QPainter &painter, QRect &words) const
{
    if (m_unread == 0)
        return;
    const QString text = QLocale().toString(m_unread);
    const QSize size = pillSize(text);
    const QRect pill(words.right() - size.width(), (height() - size.height()) / 2, size.width(), size.height());
    const QRect placed = QStyle::visualRect(layoutDirection(), rect(), pill);
    paintPill(painter, {placed.left(), placed.center().y()}, text, look::colors().link);
    words.setRight(pill.left() - look::zoomed(look::space2));
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
    paintUnread(painter, words);
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
