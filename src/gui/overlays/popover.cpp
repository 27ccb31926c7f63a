// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/overlays/popover.h"

#include "gui/look/measures.h"
#include "gui/overlays/dimmer.h"
#include "gui/overlays/shadow.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

Popover::Popover(QWidget *window) : QFrame(window), m_body(new QVBoxLayout(this))
{
    setProperty("overlay", true);
    setBackgroundRole(QPalette::Base); // As it paints itself: scroll bars inside have the same.
    hide();
}

Popover::~Popover()
{
    delete m_dimmer;
}

/// With the shadow.
QSize Popover::sizeFor(int width) const
{
    const QMargins shadow = shadowMargins();
    const int wide = width + shadow.left() + shadow.right();
    const int room = parentWidget()->height();
    return {wide, std::min(room, m_body->hasHeightForWidth() ? m_body->totalHeightForWidth(wide) : sizeHint().height())};
}

void Popover::openBelow(const QWidget *anchor)
{
    m_anchor = anchor;
    const int space = look::zoomed(look::space2);
    m_body->setContentsMargins(shadowMargins() + QMargins(space, space, space, space));
    const QRect at(anchor->mapTo(parentWidget(), QPoint()), anchor->size());
    const QMargins shadow = shadowMargins();
    const int room = parentWidget()->width() - 2 * space;
    const int wanted = std::max(at.width(), sizeHint().width() - shadow.left() - shadow.right());
    QSize size = sizeFor(std::min(wanted, room)) - QSize(shadow.left() + shadow.right(), shadow.top() + shadow.bottom());
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const int left = isMirrored ? at.right() + 1 - size.width() : at.left();
    const int below = at.bottom() + 1 + look::space1;
    const int above = at.top() - look::space1 - size.height();
    const bool fitsBelow = below + size.height() <= parentWidget()->height() || above < 0;
    if (fitsBelow)
        size.setHeight(std::min(size.height(), parentWidget()->height() - below - space));
    openAt(QRect(QPoint(std::clamp(left, space, std::max(space, parentWidget()->width() - space - size.width())),
                        fitsBelow ? below : above), size));
}

void Popover::openOnTop(int width)
{
    m_anchor = nullptr;
    m_width = width;
    if (!m_dimmer)
        m_dimmer = new Dimmer(parentWidget());
    m_dimmer->cover();
    const int space = look::zoomed(look::space2);
    m_body->setContentsMargins(shadowMargins() + QMargins(space, space, space, space));
    const QMargins shadow = shadowMargins();
    const int shown = std::min(look::zoomed(width), parentWidget()->width() - 2 * space);
    const QSize size = sizeFor(shown) - QSize(shadow.left() + shadow.right(), shadow.top() + shadow.bottom());
    const int top = std::max(space, std::min(parentWidget()->height() / 8, parentWidget()->height() - space - size.height()));
    openAt(QRect((parentWidget()->width() - shown) / 2, top, shown, std::min(size.height(), parentWidget()->height() - top - space)));
}

void Popover::openAt(const QRect &surface)
{
    setGeometry(surface.marginsAdded(shadowMargins()));
    raise();
    if (isVisible())
        return;
    show();
    qApp->installEventFilter(this);
    m_focus.take(*this);
}

void Popover::placeAgain()
{
    if (m_anchor)
        openBelow(m_anchor);
    else
        openOnTop(m_width);
}

void Popover::dismiss()
{
    if (isHidden())
        return;
    qApp->removeEventFilter(this);
    m_focus.giveBack(*this);
    hide();
    if (m_dimmer)
        m_dimmer->hide();
    Q_EMIT dismissed();
}

/// Sees all events of the application while it is open.
bool Popover::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = qobject_cast<QWidget *>(watched);
    const bool isOfWindow = widget && widget->window() == window();
    if (event->type() == QEvent::MouseButtonPress && isOfWindow) {
        const QPoint at = mapFromGlobal(static_cast<QMouseEvent *>(event)->globalPosition().toPoint());
        const bool isInside = rect().marginsRemoved(shadowMargins()).contains(at);
        const bool isOnAnchor = m_anchor && (widget == m_anchor || m_anchor->isAncestorOf(widget));
        if (!isInside) {
            dismiss();
            return isOnAnchor; // The press closes it; a button would open it again.
        }
    }
    const bool isWindowLeft = event->type() == QEvent::WindowDeactivate && watched == window() && !QApplication::activePopupWidget();
    const bool isLeft = event->type() == QEvent::FocusIn && isOfWindow && widget != this && !isAncestorOf(widget)
        && static_cast<QFocusEvent *>(event)->reason() != Qt::MouseFocusReason; // The press comes next.
    if (isWindowLeft || isLeft)
        dismiss();
    const bool isMoved = watched == parent() && event->type() == QEvent::Resize;
    const bool isChanged = watched == this && event->type() == QEvent::LayoutRequest;
    const bool isPassedOn = QFrame::eventFilter(watched, event);
    if ((isMoved || isChanged) && isVisible())
        placeAgain();
    return isPassedOn;
}

void Popover::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return dismiss();
    QFrame::keyPressEvent(event);
}

/// Hiding asks this as well, and then wants the base's answer.
bool Popover::focusNextPrevChild(bool next)
{
    if (!isVisible())
        return QFrame::focusNextPrevChild(next);
    if (QWidget *widget = OverlayFocus::next(*this, next))
        widget->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void Popover::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintRaisedSurface(painter, QRectF(rect()).marginsRemoved(shadowMargins()));
}

#include "moc_popover.cpp"
