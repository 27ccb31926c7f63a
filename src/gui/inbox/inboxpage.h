// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/inbox/inboxrows.h"
#include "gui/rows/listpage.h"

/// The inbox: what needs the person, with ways to open it and to mark it as read. Without the scope that GitHub requires, the
/// page asks the server nothing, and offers to request it.
class InboxPage : public ListPage
{
    Q_OBJECT

public:
    /// `inbox` and `work` must outlive this page, but for the end of their account.
    InboxPage(Inbox &inbox, WorkSource &work, Account &account, QWidget *parent = nullptr);

    QString title() const override { return tr("Inbox"); }
    QString subtitle() const override;
    std::optional<int> count() const override;
    bool isRefreshing() const override { return m_inbox.isAsking(); }
    QDateTime receivedAt() const override { return m_inbox.asOf(); }

    /// Asks the server again. Does nothing before the page is first shown.
    void refresh() override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void addScopeAlert();
    bool isKnown() const override { return !m_inbox.mayAsk() || m_inbox.unread(); }
    void explainNoRows() override;
    void showRows();
    void showError();
    QList<RowAction> actionsOf(int row);

    Inbox &m_inbox;
    WorkSource &m_work;
    InboxRows m_rows;
    InlineAlert *m_scopeAlert;
    std::optional<Error> m_inboxError; ///< Until the inbox succeeds.
    std::optional<Error> m_workError; ///< Likewise.
};
