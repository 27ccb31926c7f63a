// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/parts/buttonrow.h"

#include "gui/look/measures.h"

#include <QEvent>
#include <QStyle>

#include <algorithm>

namespace {

QSize hintOf(const QWidget &button)
{
    return button.sizeHint().expandedTo(button.minimumSize());
}

int gap()
{
    return look::zoomed(look::space2);
}

} // namespace

// A layout cannot change its direction with its width: Qt wants its height before that.
ButtonRow::ButtonRow(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum); // Fixed would be the height of one line.
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ButtonRow::add(QWidget *button, bool isAtStart)
{
    button->setParent(this);
    m_buttons.append(button);
    m_atStart += isAtStart;
}

QList<QWidget *> ButtonRow::shownButtons() const
{
    QList<QWidget *> shown;
    std::copy_if(m_buttons.begin(), m_buttons.end(), std::back_inserter(shown), [](const QWidget *button) { return !button->isHidden(); });
    return shown;
}

QSize ButtonRow::sizeHint() const
{
    QSize size(0, 0);
    for (const QWidget *button : shownButtons()) {
        const QSize hint = hintOf(*button);
        size = QSize(size.width() + (size.isEmpty() ? 0 : gap()) + hint.width(), std::max(size.height(), hint.height()));
    }
    return size;
}

QSize ButtonRow::minimumSizeHint() const
{
    QSize size(0, 0);
    for (const QWidget *button : shownButtons())
        size = size.expandedTo(button->minimumSizeHint()).expandedTo(button->minimumSize());
    return size;
}

int ButtonRow::heightForWidth(int width) const
{
    const int lines = isTooNarrow(width) ? int(shownButtons().size()) : 1;
    return lines * sizeHint().height() + std::max(0, lines - 1) * gap();
}

void ButtonRow::arrange()
{
    const QList<QWidget *> shown = shownButtons();
    const int height = sizeHint().height();
    if (isTooNarrow(width())) {
        int top = 0;
        for (QWidget *button : shown) {
            button->setGeometry(0, top, width(), height);
            top += height + gap();
        }
        return;
    }
    int left = 0;
    int toTheEnd = width() - sizeHint().width();
    for (QWidget *button : shown) {
        if (m_buttons.indexOf(button) >= m_atStart)
            left += std::exchange(toTheEnd, 0);
        const QRect place(left, 0, hintOf(*button).width(), height);
        button->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
        left = place.right() + 1 + gap();
    }
}

bool ButtonRow::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::FontChange) {
        updateGeometry();
        arrange();
    }
    return QWidget::event(event);
}

void ButtonRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

#include "moc_buttonrow.cpp"
