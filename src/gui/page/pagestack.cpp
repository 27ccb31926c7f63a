// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/page/pagestack.h"

#include "gui/look/measures.h"
#include "gui/page/page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

int sideMargin(int width)
{
    constexpr int narrow = 560;
    return look::zoomed(width < look::zoomed(narrow) ? look::space2 : look::space5);
}

PageStack::PageStack(QWidget *parent) : QStackedWidget(parent)
{
    setObjectName(QStringLiteral("pages"));
    setAccessibleName(tr("Pages"));
}

void PageStack::add(PageId id, std::function<Page *()> build)
{
    m_pages.insert_or_assign(id, Entry{std::move(build)});
}

QList<PageId> PageStack::ids() const
{
    QList<PageId> ids;
    for (const auto &[id, entry] : m_pages)
        ids.append(id);
    return ids;
}

Page *PageStack::page(PageId id) const
{
    const auto found = m_pages.find(id);
    return found == m_pages.end() ? nullptr : found->second.page;
}

void PageStack::turnTo(PageId id)
{
    const auto found = m_pages.find(id);
    if (found == m_pages.end() || (id == m_current && found->second.page))
        return;
    if (!found->second.page)
        build(id, found->second);
    m_current = id;
    setCurrentWidget(found->second.area);
    Q_EMIT turned(id);
}

void PageStack::build(PageId id, Entry &entry)
{
    entry.page = entry.build();
    auto *column = new QWidget;
    auto *layout = new QHBoxLayout(column);
    layout->addWidget(entry.page);
    entry.area = new QScrollArea;
    entry.area->setFrameShape(QFrame::NoFrame);
    entry.area->setWidgetResizable(true);
    entry.area->setWidget(column);
    entry.area->setAccessibleName(entry.page->title());
    entry.area->verticalScrollBar()->installEventFilter(this);
    // The area takes the focus, rather than the first button of a page that has no list.
    if (entry.page->focusProxy())
        entry.area->setFocusProxy(entry.page);
    arrange(entry);
    addWidget(entry.area);
    Q_EMIT built(id, entry.page);
}

/// A scroll bar is at the edge of the window, in the margin: the content keeps its place below the header if one appears.
void PageStack::arrange(const Entry &entry)
{
    const int margin = sideMargin(width());
    const int widest = look::zoomed(look::contentWidth);
    const int top = look::zoomed(look::space2);
    QLayout &layout = *entry.page->parentWidget()->layout();
    if (entry.page->scrollsItself()) {
        layout.setContentsMargins(0, top, 0, 0);
        return entry.page->setSideMargin(std::max(margin, (width() - widest) / 2));
    }
    const QScrollBar &bar = *entry.area->verticalScrollBar();
    const int besideBar = std::max(0, margin - (bar.isVisibleTo(entry.area) ? bar.sizeHint().width() : 0));
    layout.setContentsMargins(isRightToLeft() ? besideBar : margin, top, isRightToLeft() ? margin : besideBar, margin);
    entry.page->setMaximumWidth(widest);
}

bool PageStack::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide) {
        for (const auto &[id, entry] : m_pages) {
            if (entry.area && watched == entry.area->verticalScrollBar())
                arrange(entry);
        }
    }
    return QStackedWidget::eventFilter(watched, event);
}

void PageStack::changeEvent(QEvent *event)
{
    QStackedWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrangeAll();
}

void PageStack::resizeEvent(QResizeEvent *event)
{
    arrangeAll();
    QStackedWidget::resizeEvent(event);
}

void PageStack::arrangeAll()
{
    for (const auto &[id, entry] : m_pages) {
        if (entry.page)
            arrange(entry);
    }
}

#include "moc_pagestack.cpp"
