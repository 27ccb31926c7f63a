// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/inbox/inboxmodel.h"
#include "gui/page/page.h"

class InlineAlert;
class QLabel;
class QListView;
class QPushButton;

/// Shows the Inbox, opens its entries in the browser and marks notifications as read. Without the scopes that GitHub
/// requires, the page asks the server nothing and offers to request them.
class InboxPage : public Page
{
    Q_OBJECT

public:
    explicit InboxPage(Account &account, QWidget *parent = nullptr);

    /// Asks the server again. Does nothing before the page is first shown.
    void refresh() override;

    QString title() const override { return tr("Inbox"); }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    bool mayAsk() const;
    void addBars();
    void addList();
    void addButtons();
    void addOffer();
    void showRows();
    void showStatus();
    void showError(const Error &error);
    void showCurrent();
    void showMenu(const QPoint &position);
    const InboxRow *current() const;
    void openCurrent();
    void markCurrentRead();

    Account &m_account;
    Inbox m_inbox;
    InboxModel m_model;
    InlineAlert *m_errorBar;
    InlineAlert *m_scopeBar;
    QListView *m_list = nullptr; ///< Null without the scopes.
    QLabel *m_status = nullptr; ///< As above.
    QPushButton *m_markRead = nullptr; ///< As above.
    QPushButton *m_open = nullptr; ///< As above.
    bool m_wasShown = false;
};
