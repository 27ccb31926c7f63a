// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/page/pagestack.h"

#include "gui/look/measures.h"
#include "gui/page/page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>

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
    // The area takes the focus, rather than the first button of a page that has no list.
    if (entry.page->focusProxy())
        entry.area->setFocusProxy(entry.page);
    arrange(entry);
    addWidget(entry.area);
    Q_EMIT built(id, entry.page);
}

void PageStack::arrange(const Entry &entry)
{
    const int margin = sideMargin(width());
    entry.page->parentWidget()->layout()->setContentsMargins(margin, look::zoomed(look::space2), margin, entry.page->scrollsItself() ? 0 : margin);
    entry.page->setMaximumWidth(look::zoomed(look::contentWidth));
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
