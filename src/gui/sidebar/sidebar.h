// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/look/glyphs.h"
#include "pages/pageid.h"

#include <QWidget>

#include <map>

class AccountButton;
class QAction;
class QScrollArea;
class QVBoxLayout;
class SidebarRow;

/// Where the access token of the account is.
enum class KeyPlace {
    Keychain,
    Memory, ///< Until Latchkey quits.
    Lost, ///< The keychain refused it, so it is in memory alone.
};

/// The column at the side of the main window: whose account it is, the pages, the settings, and where the key is.
class Sidebar : public QWidget
{
    Q_OBJECT

public:
    /// `settings` is null if there is no window for settings.
    explicit Sidebar(QAction *settings, QWidget *parent = nullptr);

    AccountButton &account() { return *m_account; }

    void addPage(PageId id, look::Glyph glyph, const QString &title);
    void setCount(PageId id, int count);
    void setCurrent(PageId id);

    void setKeyPlace(KeyPlace place);

    /// Shows glyphs alone.
    void setCompact(bool isCompact);
    bool isCompact() const { return m_isCompact; }

    /// Moves the focus to the current page's row.
    void focusCurrent();

    int wantedWidth() const;
    static int railWidth();

Q_SIGNALS:
    void pageRequested(PageId id);
    void accountRequested();
    void keyRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void addFoot(QAction *settings);
    void arrange();

    AccountButton *m_account;
    QScrollArea *m_area;
    QVBoxLayout *m_rows;
    QVBoxLayout *m_head;
    QVBoxLayout *m_foot;
    QWidget *m_line;
    std::map<PageId, SidebarRow *> m_pages;
    SidebarRow *m_settings = nullptr;
    SidebarRow *m_key;
    bool m_isCompact = false;
};
