// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/repositories/repositorymodel.h"

#include <QTimer>

namespace {

/// 50,000 repositories. The limit stops at servers that report ever more pages.
constexpr int mostPages = 500;

} // namespace

RepositoryModel::RepositoryModel(ResourceClient &resources, const QUrl &apiBaseUrl, github::RepositoryList list,
                                 QObject *parent)
    : QAbstractListModel(parent), m_resources(resources), m_apiBaseUrl(apiBaseUrl), m_list(list)
{}

github::Request<github::RepositoryPage> RepositoryModel::request(int page) const
{
    return github::repositories(m_apiBaseUrl, m_list, page);
}

void RepositoryModel::showCached()
{
    const auto first = m_resources.cached(request(1));
    if (!first)
        return;
    setRepositories(first->value.repositories);
    m_fromCache = m_repositories;
    if (first->value.mayHaveNext())
        QTimer::singleShot(0, this, [this] { readCached(2); });
}

/// Reads one page per turn of the event loop, so that the window stays responsive. Stops if the server answers first.
void RepositoryModel::readCached(int page)
{
    const auto cached = m_resources.cached(request(page));
    if (m_isFresh)
        return m_fromCache.clear();
    if (cached)
        m_fromCache += cached->value.repositories;
    if (cached && cached->value.mayHaveNext() && page < mostPages)
        QTimer::singleShot(0, this, [this, page] { readCached(page + 1); });
    else
        setRepositories(std::exchange(m_fromCache, {}));
}

void RepositoryModel::refresh()
{
    if (isLoading())
        return;
    m_hasFailed = false;
    m_arriving.clear();
    ask(1);
    Q_EMIT loadingChanged();
}

void RepositoryModel::ask(int page)
{
    ++m_openRequests;
    if (m_arriving.size() < page)
        m_arriving.resize(page);
    m_resources.ask(request(page), this,
                  [this, page](const Result<github::RepositoryPage> &answer) { take(page, answer); });
}

void RepositoryModel::take(int page, const Result<github::RepositoryPage> &answer)
{
    Q_ASSERT(page >= 1 && m_openRequests > 0);
    --m_openRequests;
    if (!answer) {
        if (!std::exchange(m_hasFailed, true))
            Q_EMIT failed(answer.error());
    } else {
        m_arriving[page - 1] = answer->repositories;
        const int last = std::min(answer->lastPage, mostPages);
        if (page == 1) {
            for (int next = 2; next <= last; ++next)
                ask(next);
        }
        // A server that does not report its last page is asked until a page is not full.
        if (last == 0 && page == m_arriving.size() && answer->mayHaveNext() && page < mostPages)
            ask(page + 1);
    }
    if (isLoading())
        return;
    if (!m_hasFailed) {
        QList<github::Repository> all;
        for (const QList<github::Repository> &one : std::exchange(m_arriving, {}))
            all += one;
        m_isFresh = true;
        setRepositories(all);
    }
    Q_EMIT loadingChanged();
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
    case Qt::ToolTipRole: return repository.description.toHtmlEscaped(); // Qt guesses whether tooltips are rich text.
    case Qt::AccessibleDescriptionRole: return QStringList{repository.description, repository.language}.join(QStringLiteral(", "));
    default: return {};
    }
}

#include "moc_repositorymodel.cpp"
