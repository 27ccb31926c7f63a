// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/repositories/repositoryrows.h"

#include "gui/repositories/repositorywords.h"

#include <QSet>

#include <algorithm>
#include <numeric>

using Kind = RepositoryChoice::Kind;
using Order = RepositoryChoice::Order;

RepositoryRows::RepositoryRows(ResourceClient &resources, const QUrl &apiBaseUrl, github::RepositoryList list,
                               std::function<QDateTime()> now, QObject *parent)
    : RowModel(std::move(now), parent),
      m_pages(resources, [apiBaseUrl, list](int page) { return github::repositories(apiBaseUrl, list, page); })
{
    connect(&m_pages, &PagedListState::changed, this, [this] {
        beginResetModel();
        readAll();
        endResetModel();
        Q_EMIT replaced();
    });
}

void RepositoryRows::choose(const RepositoryChoice &choice)
{
    if (choice == m_choice)
        return;
    const bool isOtherOrder = choice.order != m_choice.order;
    m_choice = choice;
    m_words = choice.text.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (isOtherOrder)
        sort();
    filter();
}

void RepositoryRows::setLogin(const QString &login)
{
    m_login = login;
    filter();
}

QStringList RepositoryRows::languages() const
{
    QSet<QString> found;
    for (const github::Repository &repository : m_all)
        found.insert(repository.language);
    found.remove(QString());
    QStringList languages(found.begin(), found.end());
    languages.sort(Qt::CaseInsensitive);
    return languages;
}

int RepositoryRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

Row RepositoryRows::rowAt(int row) const
{
    const github::Repository &repository = at(row);
    return {.glyph = repository.isPrivate ? look::Glyph::Lock : repository.isFork ? look::Glyph::Fork : look::Glyph::Repository,
            .isStrong = true,
            .owner = repository.owner == m_login ? QString() : repository.owner,
            .title = repository.name,
            .titlePills = words::repositoryPills(repository),
            .facts = repository.description,
            .figures = words::repositoryFigures(repository),
            .at = repository.pushedAt};
}

void RepositoryRows::readAll()
{
    m_all = m_pages.entries();
    m_texts.clear();
    m_keys.clear();
    for (const github::Repository &repository : std::as_const(m_all)) {
        m_texts.append((repository.owner + QLatin1Char('/') + repository.name + QLatin1Char('\n') + repository.description
                        + QLatin1Char('\n') + repository.language).toLower());
        m_keys.append(repository.key());
    }
    sort();
    m_shown = acceptedRows();
}

void RepositoryRows::sort()
{
    m_sorted.resize(m_all.size());
    std::iota(m_sorted.begin(), m_sorted.end(), 0);
    if (m_choice.order != Order::Listed)
        std::stable_sort(m_sorted.begin(), m_sorted.end(), [this](int left, int right) { return isBefore(left, right); });
}

void RepositoryRows::filter()
{
    const QList<int> shown = acceptedRows();
    if (shown == m_shown)
        return;
    beginResetModel();
    m_shown = shown;
    endResetModel();
}

QList<int> RepositoryRows::acceptedRows() const
{
    QList<int> rows;
    std::copy_if(m_sorted.begin(), m_sorted.end(), std::back_inserter(rows), [this](int row) { return isAccepted(row); });
    return rows;
}

bool RepositoryRows::isOfKind(const github::Repository &repository) const
{
    switch (m_choice.kind) {
    case Kind::All: return true;
    case Kind::Own: return repository.owner == m_login;
    case Kind::Member: return repository.owner != m_login;
    case Kind::Private: return repository.isPrivate;
    case Kind::Sources: return !repository.isFork;
    case Kind::Forks: return repository.isFork;
    case Kind::Archived: return repository.isArchived;
    }
    return true;
}

bool RepositoryRows::isAccepted(int index) const
{
    const github::Repository &repository = m_all.at(index);
    if (!isOfKind(repository) || (!m_choice.language.isEmpty() && repository.language != m_choice.language))
        return false;
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) { return m_texts[index].contains(word); });
}

bool RepositoryRows::isBefore(int left, int right) const
{
    const github::Repository &first = m_all.at(left);
    const github::Repository &second = m_all.at(right);
    switch (m_choice.order) {
    case Order::Push: return first.pushedAt > second.pushedAt;
    case Order::Stars: return first.stars > second.stars;
    case Order::Name: return first.name.compare(second.name, Qt::CaseInsensitive) < 0;
    case Order::Listed: break;
    }
    return left < right;
}

#include "moc_repositoryrows.cpp"
