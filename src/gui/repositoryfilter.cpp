// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/repositoryfilter.h"

#include <algorithm>

RepositoryFilter::RepositoryFilter(RepositoryModel &model, const QString &login, QObject *parent)
    : QSortFilterProxyModel(parent), m_model(model), m_login(login)
{
    setSourceModel(&model);
    sort(0);
}

void RepositoryFilter::setText(const QString &text)
{
    m_words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void RepositoryFilter::setKind(Kind kind)
{
    m_kind = kind;
    invalidateFilter();
}

void RepositoryFilter::setLanguage(const QString &language)
{
    m_language = language;
    invalidateFilter();
}

void RepositoryFilter::setOrder(Order order)
{
    m_order = order;
    invalidate();
}

bool RepositoryFilter::isOfKind(const github::Repository &repository) const
{
    switch (m_kind) {
    case Kind::All: return true;
    case Kind::Own: return repository.owner == m_login;
    case Kind::Member: return repository.owner != m_login;
    case Kind::Private: return repository.isPrivate;
    case Kind::Forks: return repository.isFork;
    case Kind::Archived: return repository.isArchived;
    }
    return true;
}

bool RepositoryFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const github::Repository &repository = m_model.at(row);
    if (!isOfKind(repository) || (!m_language.isEmpty() && repository.language != m_language))
        return false;
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) {
        return repository.name.contains(word, Qt::CaseInsensitive) || repository.owner.contains(word, Qt::CaseInsensitive)
            || repository.description.contains(word, Qt::CaseInsensitive)
            || repository.language.contains(word, Qt::CaseInsensitive);
    });
}

bool RepositoryFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const github::Repository &first = m_model.at(left.row());
    const github::Repository &second = m_model.at(right.row());
    switch (m_order) {
    case Order::Push: return first.pushedAt > second.pushedAt;
    case Order::Stars: return first.stars > second.stars;
    case Order::Name: break;
    }
    return first.name.compare(second.name, Qt::CaseInsensitive) < 0;
}
