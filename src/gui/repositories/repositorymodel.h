// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/repositories.h"
#include "session/resource/resourceclient.h"

#include <QAbstractListModel>

/// The repositories of an account: first the cached ones, then those from the server. The server's first page says how many
/// pages there are, and the others are then requested in parallel.
class RepositoryModel : public QAbstractListModel
{
    Q_OBJECT

public:
    RepositoryModel(ResourceClient &resources, const QUrl &apiBaseUrl, github::RepositoryList list, QObject *parent = nullptr);

    /// Shows the first cached page at once, and the others a little later.
    void showCached();

    /// Asks the server for all pages, and replaces the list when all have arrived. Does nothing while isLoading().
    void refresh();

    /// True while the server's answers are awaited.
    bool isLoading() const { return m_openRequests > 0; }
    const github::Repository &at(int row) const { return m_repositories.at(row); }
    void setRepositories(const QList<github::Repository> &repositories);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void loadingChanged();
    /// A page could not be fetched, so the list stays as it is; see ResourceClient::ask(). Emitted once per refresh.
    void failed(const Error &error);

private:
    github::Request<github::RepositoryPage> request(int page) const;
    void readCached(int page);
    void ask(int page);
    void take(int page, const Result<github::RepositoryPage> &answer);

    ResourceClient &m_resources;
    const QUrl m_apiBaseUrl;
    const github::RepositoryList m_list;
    QList<github::Repository> m_repositories;
    QList<QList<github::Repository>> m_arriving; ///< From the server, by page.
    QList<github::Repository> m_fromCache; ///< Read so far.
    int m_openRequests = 0;
    bool m_isFresh = false; ///< The list is from the server.
    bool m_hasFailed = false; ///< A page of this refresh.
};
