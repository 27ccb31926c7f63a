// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/repositories/repositoryfilter.h"

#include <algorithm>
#include <numeric>

RepositoryFilter::RepositoryFilter(RepositoryModel &model, const QString &login, QObject *parent)
    : QAbstractListModel(parent), m_model(model), m_login(login)
{
    connect(&model, &RepositoryModel::modelAboutToBeReset, this, &RepositoryFilter::beginResetModel);
    connect(&model, &RepositoryModel::modelReset, this, [this] {
        readAll();
        endResetModel();
    });
    readAll();
}

void RepositoryFilter::setText(const QString &text)
{
    m_words = text.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    filter();
}

void RepositoryFilter::setKind(Kind kind)
{
    m_kind = kind;
    filter();
}

void RepositoryFilter::setLogin(const QString &login)
{
    m_login = login;
    filter();
}

void RepositoryFilter::setLanguage(const QString &language)
{
    m_language = language;
    filter();
}

void RepositoryFilter::setOrder(Order order)
{
    m_order = order;
    sort();
    filter();
}

int RepositoryFilter::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant RepositoryFilter::data(const QModelIndex &index, int role) const
{
    return index.isValid() ? m_model.index(m_shown[index.row()]).data(role) : QVariant();
}

void RepositoryFilter::readAll()
{
    m_texts.clear();
    m_texts.reserve(m_model.rowCount());
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const github::Repository &repository = m_model.at(row);
        m_texts.append((repository.owner + QLatin1Char('/') + repository.name + QLatin1Char('\n') + repository.description
                        + QLatin1Char('\n') + repository.language).toLower());
    }
    sort();
    m_shown = acceptedRows();
}

void RepositoryFilter::sort()
{
    m_sorted.resize(m_model.rowCount());
    std::iota(m_sorted.begin(), m_sorted.end(), 0);
    std::stable_sort(m_sorted.begin(), m_sorted.end(), [this](int left, int right) { return isBefore(left, right); });
}

void RepositoryFilter::filter()
{
    const QList<int> shown = acceptedRows();
    if (shown == m_shown)
        return;
    beginResetModel();
    m_shown = shown;
    endResetModel();
}

QList<int> RepositoryFilter::acceptedRows() const
{
    QList<int> rows;
    std::copy_if(m_sorted.begin(), m_sorted.end(), std::back_inserter(rows), [this](int row) { return isAccepted(row); });
    return rows;
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

bool RepositoryFilter::isAccepted(int row) const
{
    const github::Repository &repository = m_model.at(row);
    if (!isOfKind(repository) || (!m_language.isEmpty() && repository.language != m_language))
        return false;
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString &word) { return m_texts[row].contains(word); });
}

bool RepositoryFilter::isBefore(int left, int right) const
{
    const github::Repository &first = m_model.at(left);
    const github::Repository &second = m_model.at(right);
    switch (m_order) {
    case Order::Push: return first.pushedAt > second.pushedAt;
    case Order::Stars: return first.stars > second.stars;
    case Order::Name: break;
    }
    return first.name.compare(second.name, Qt::CaseInsensitive) < 0;
}

#include "moc_repositoryfilter.cpp"
