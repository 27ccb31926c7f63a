// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/repositories/repositorymodel.h"

#include "gui/parts/labels.h"

RepositoryModel::RepositoryModel(ResourceClient &resources, const QUrl &apiBaseUrl, github::RepositoryList list,
                                 QObject *parent)
    : QAbstractListModel(parent),
      m_pages(resources, [apiBaseUrl, list](int page) { return github::repositories(apiBaseUrl, list, page); })
{
    connect(&m_pages, &PagedListState::changed, this, [this] { setRepositories(m_pages.entries()); });
}

void RepositoryModel::setRepositories(const QList<github::Repository> &repositories)
{
    beginResetModel();
    m_repositories = repositories;
    endResetModel();
}

int RepositoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_repositories.size());
}

QVariant RepositoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const github::Repository &repository = m_repositories[index.row()];
    switch (role) {
    case Qt::DisplayRole: return repository.fullName();
    case Qt::ToolTipRole: return tooltip(repository.description);
    case Qt::AccessibleDescriptionRole: return QStringList{repository.description, repository.language}.join(QStringLiteral(", "));
    default: return {};
    }
}

#include "moc_repositorymodel.cpp"
