// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/repositories/repositoryrows.h"
#include "gui/rows/listpage.h"
#include "gui/rows/viewmemory.h"
#include "session/tokens/retrytimer.h"

class Account;
class RepositoryControls;

/// The repositories of the account, or those that it has starred, with search, filters and an order. Asks the server when it
/// is first shown.
class RepositoriesPage : public ListPage
{
    Q_OBJECT

public:
    explicit RepositoriesPage(Account &account, github::RepositoryList list = github::RepositoryList::OwnAndMember,
                              QWidget *parent = nullptr);
    ~RepositoriesPage() override;

    QString title() const override;
    QString subtitle() const override;
    bool isRefreshing() const override { return m_rows.pages().isLoading(); }
    QDateTime receivedAt() const override { return m_receivedAt; }
    bool focusSearch() override;

    /// Asks the server again. Does nothing before the page is first shown.
    void refresh() override;

    /// Asks only for what the last refresh could not fetch.
    void askForFailed();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    bool isKnown() const override;
    void explainNoRows() override;
    bool isStarred() const { return m_list == github::RepositoryList::Starred; }
    void connectRows(Account &account);
    void addControls();
    QList<RowAction> actionsOf(int row);
    void choose();
    void showRows();
    void showError();
    QString errorText() const;
    void noteLoading();
    void remember();
    void restore();

    const Provider m_provider;
    const github::RepositoryList m_list;
    const ViewMemory m_memory;
    RepositoryRows m_rows;
    RetryTimer m_afterLimit;
    QDateTime m_receivedAt;
    int m_scrollWanted = 0; ///< Until the rows are there.
    RepositoryControls *m_chooser = nullptr;
};
