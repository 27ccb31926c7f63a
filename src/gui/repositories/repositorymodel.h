// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/repositories.h"
#include "session/resource/pagedlist.h"

#include <QAbstractListModel>

/// The repositories of an account: first the cached ones, then those from the server, see PagedList.
class RepositoryModel : public QAbstractListModel
{
    Q_OBJECT

public:
    RepositoryModel(ResourceClient &resources, const QUrl &apiBaseUrl, github::RepositoryList list, QObject *parent = nullptr);

    using Pages = PagedList<github::Request<github::RepositoryPage>>;

    /// What the rows come from.
    Pages &pages() { return m_pages; }
    const Pages &pages() const { return m_pages; }

    const github::Repository &at(int row) const { return m_repositories.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void setRepositories(const QList<github::Repository> &repositories);

    Pages m_pages;
    QList<github::Repository> m_repositories;
};
