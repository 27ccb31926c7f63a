// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/look/glyphs.h"

#include <QWidget>

class GlyphButton;
class QAction;
class QHBoxLayout;
class QLabel;
class SearchButton;

/// What stands above a page.
struct PageSummary
{
    QString title;
    QString subtitle; ///< May be empty.
    QString age; ///< When the server last answered, in words; may be empty.
};

/// The line above the pages: the title, what there is to say about it, a button to refresh, and the search. In a narrow
/// window it leaves out what matters least.
class PageHeader : public QWidget
{
    Q_OBJECT

public:
    /// The buttons do what these actions do.
    PageHeader(QAction &sidebar, QAction &refresh, QAction &search, QWidget *parent = nullptr);

    void show(const PageSummary &summary);

    /// The button for the sidebar is there only while the sidebar is hidden.
    void setSidebarButtonVisible(bool isVisible);

    /// Moves the focus to the search.
    void focusSearch();

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    GlyphButton *addButton(QAction &action, look::Glyph glyph, const char *name);
    void arrange();
    void fit();

    QHBoxLayout *m_layout;
    GlyphButton *m_sidebarButton;
    QLabel *m_title;
    QLabel *m_subtitle;
    QLabel *m_age;
    GlyphButton *m_refreshButton;
    SearchButton *m_search;
    QString m_titleText;
};
