// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/overlays/overlayfocus.h"

#include <QWidget>

namespace {

bool takesTab(const QWidget &widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) && widget.isEnabled() && widget.isVisible() && !widget.focusProxy();
}

} // namespace

QWidget *OverlayFocus::next(const QWidget &overlay, bool isForward)
{
    QWidget *now = overlay.window()->focusWidget();
    const QWidget *start = now && overlay.isAncestorOf(now) ? now : &overlay;
    const auto step = [isForward](const QWidget *from) {
        return isForward ? from->nextInFocusChain() : from->previousInFocusChain();
    };
    for (QWidget *candidate = step(start); candidate && candidate != start; candidate = step(candidate)) {
        if (overlay.isAncestorOf(candidate) && takesTab(*candidate))
            return candidate;
    }
    return nullptr;
}

void OverlayFocus::take(QWidget &overlay)
{
    QWidget *now = overlay.window()->focusWidget(); // Which it is also while another window is active.
    if (now && !overlay.isAncestorOf(now))
        m_previous = now;
    QWidget *first = next(overlay, true);
    (first ? first : &overlay)->setFocus(Qt::OtherFocusReason);
}

void OverlayFocus::giveBack(const QWidget &overlay)
{
    const QWidget *now = overlay.window()->focusWidget();
    const bool isInside = now && (now == &overlay || overlay.isAncestorOf(now));
    if (isInside && m_previous && m_previous->isVisible())
        m_previous->setFocus(Qt::OtherFocusReason);
    m_previous = nullptr;
}
