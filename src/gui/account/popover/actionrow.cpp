// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/account/popover/actionrow.h"

#include "gui/controls/buttonkeys.h"
#include "gui/controls/focusring.h"
#include "gui/controls/labels.h"
#include "gui/look/colors.h"
#include "gui/look/glyphs.h"
#include "gui/look/measures.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

ActionRow::ActionRow(QAction &action, QWidget *parent)
    : QAbstractButton(parent), m_hint(nameOf(action.shortcut()))
{
    setText(wordsOf(action));
    setAccessibleName(text());
    setIcon(action.icon());
    setEnabled(action.isEnabled());
    setCheckable(action.isCheckable());
    setChecked(action.isChecked());
    setObjectName(action.objectName().replace(QLatin1String("Action"), QLatin1String("Row")));
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    paintOwnFocusRing(*this);
}

QSize ActionRow::sizeHint() const
{
    const QFontMetrics body(look::font(look::Text::Body));
    const QFontMetrics caption(look::font(look::Text::Caption));
    const int words = body.horizontalAdvance(text()) + caption.horizontalAdvance(m_hint);
    return {words + look::zoomed(look::glyphSide + 5 * look::space3), look::zoomed(look::sidebarRowHeight)};
}

QSize ActionRow::minimumSizeHint() const
{
    return {look::zoomed(140), sizeHint().height()};
}

void ActionRow::paintEvent(QPaintEvent *)
{
    const look::Colors &colors = look::colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = look::zoomed(look::controlRadius);
    if (isEnabled() && (underMouse() || isDown())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.hover);
        painter.drawRoundedRect(rect(), radius, radius);
    }
    const int side = look::zoomed(look::glyphSide);
    const int gap = look::zoomed(look::space3);
    const auto placed = [this](const QRect &area) { return QStyle::visualRect(layoutDirection(), rect(), area); };
    const QRect glyph(gap, (height() - side) / 2, side, side);
    if (isCheckable() && isChecked())
        look::paintGlyph(painter, look::Glyph::Check, placed(glyph), colors.text);
    else if (!isCheckable())
        icon().paint(&painter, placed(glyph), Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
    QRect words = rect().adjusted(glyph.right() + 1 + gap, 0, -gap, 0);
    painter.setFont(look::font(look::Text::Caption));
    painter.setPen(colors.secondaryText);
    const int hintWidth = painter.fontMetrics().horizontalAdvance(m_hint) + gap;
    if (hintWidth <= words.width() / 2) {
        painter.drawText(placed(words), int(Qt::AlignVCenter | Qt::AlignTrailing), m_hint);
        words.setRight(words.right() - hintWidth);
    }
    painter.setFont(look::font(look::Text::Body));
    painter.setPen(isEnabled() ? colors.text : palette().color(QPalette::Disabled, QPalette::Text));
    painter.drawText(placed(words), int(Qt::AlignVCenter | Qt::AlignLeading),
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    if (showsFocusRing(*this))
        paintFocusRing(painter, rect(), radius);
}

void ActionRow::keyPressEvent(QKeyEvent *event)
{
    if (!movedOrPressed(*this, *event))
        QAbstractButton::keyPressEvent(event);
}

bool movedOrPressed(QAbstractButton &button, QKeyEvent &event)
{
    if (pressedByEnter(button, event))
        return true;
    const int step = event.key() == Qt::Key_Down ? 1 : event.key() == Qt::Key_Up ? -1 : 0;
    if (step == 0)
        return false;
    QList<QAbstractButton *> rows = button.parentWidget()->findChildren<QAbstractButton *>(QString(), Qt::FindDirectChildrenOnly);
    rows.removeIf([](const QAbstractButton *row) { return !row->isEnabled() || row->isHidden(); });
    const qsizetype next = rows.indexOf(&button) + step;
    if (next >= 0 && next < rows.size())
        rows[next]->setFocus(Qt::TabFocusReason);
    return true;
}

#include "moc_actionrow.cpp"
