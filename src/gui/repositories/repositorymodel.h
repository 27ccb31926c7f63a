// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/repositories.h"
#include "session/account.h"

#include <QAbstractListModel>

/// The repositories of an account: what was seen last at once, then page by page from the server. The first page says
/// how many there are; the others are then asked for side by side.
class RepositoryModel : public QAbstractListModel
{
    Q_OBJECT

public:
    RepositoryModel(Account &account, github::RepositoryList list, QObject *parent = nullptr);

    /// Shows what the cache has: the first page at once.
    void showCached();

    /// Asks the server for all pages.
    void refresh();

    bool isLoading() const { return m_openRequests > 0; }
    const github::Repository &at(int row) const { return m_repositories[row]; }
    void setRepositories(const QList<github::Repository> &repositories);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void loadingChanged();
    void failed(const Error &error);

private:
    github::Request<github::RepositoryPage> request(int page) const;
    void readCached(int page);
    void ask(int page);
    void take(int page, const Result<github::RepositoryPage> &answer);

    Account &m_account;
    const github::RepositoryList m_list;
    QList<github::Repository> m_repositories;
    QList<QList<github::Repository>> m_arriving; ///< By page, while they come.
    QList<github::Repository> m_fromCache; ///< While it is read.
    int m_openRequests = 0;
    bool m_isFresh = false; ///< The server has answered.
    bool m_hasFailed = false;
};
