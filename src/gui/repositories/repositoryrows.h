// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/repositories.h"
#include "gui/rows/rowmodel.h"
#include "session/resource/pagedlist.h"

/// Which repositories of a list are shown, and in which order.
struct RepositoryChoice
{
    enum class Kind { All, Own, Member, Private, Sources, Forks, Archived };
    enum class Order {
        Listed, ///< As the server sends them.
        Push,
        Name,
        Stars,
    };

    Kind kind = Kind::All;
    QString language = {}; ///< Empty: all.
    Order order = Order::Push;
    QString text = {}; ///< Words that the owner, the name, the description or the language has, all of them.

    bool operator==(const RepositoryChoice &) const = default;

    /// True if it may leave out repositories.
    bool isFiltering() const { return kind != Kind::All || !language.isEmpty() || !text.trimmed().isEmpty(); }
};

/// A list of repositories, first from the cache, then from the server, see PagedList; and the rows of those that a choice
/// shows. QSortFilterProxyModel is too slow for ten thousand repositories: it signals every gap in the rows separately.
class RepositoryRows : public RowModel
{
    Q_OBJECT

public:
    RepositoryRows(ResourceClient &resources, const QUrl &apiBaseUrl, github::RepositoryList list, std::function<QDateTime()> now,
                   QObject *parent = nullptr);

    using Pages = PagedList<github::Request<github::RepositoryPage>>;

    /// What the rows come from.
    Pages &pages() { return m_pages; }
    const Pages &pages() const { return m_pages; }

    void choose(const RepositoryChoice &choice);
    const RepositoryChoice &choice() const { return m_choice; }

    /// Of the person, to tell their own repositories.
    void setLogin(const QString &login);

    const github::Repository &at(int row) const { return m_all.at(m_shown.at(row)); }
    qsizetype total() const { return m_all.size(); }

    /// The languages of all repositories, sorted.
    QStringList languages() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    Row rowAt(int row) const override;
    QString keyAt(int row) const override { return m_keys.at(m_shown.at(row)); }

Q_SIGNALS:
    /// There are other repositories.
    void replaced();

private:
    void readAll();
    void sort();
    void filter();
    QList<int> acceptedRows() const;
    bool isOfKind(const github::Repository &repository) const;
    bool isAccepted(int repository) const;
    bool isBefore(int left, int right) const;

    Pages m_pages;
    QString m_login;
    RepositoryChoice m_choice;
    QStringList m_words; ///< Of the choice, in lower case.
    QList<github::Repository> m_all;
    QStringList m_keys; ///< Of each in m_all.
    QStringList m_texts; ///< To be searched, of each in m_all; in lower case.
    QList<int> m_sorted; ///< Indexes into m_all.
    QList<int> m_shown; ///< Those of them that the choice accepts.
};
