// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/repositories/repositorymodel.h"

/// Which repositories are shown, and in which order. QSortFilterProxyModel is too slow for ten thousand repositories: it
/// signals every gap in the rows separately.
class RepositoryFilter : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Kind { All, Own, Member, Private, Forks, Archived };
    enum class Order { Push, Name, Stars };

    RepositoryFilter(RepositoryModel &model, const QString &login, QObject *parent = nullptr);

    /// Shows repositories that have all these words in their owner, name, description or language.
    void setText(const QString &text);
    void setKind(Kind kind);
    void setLogin(const QString &login); ///< Of the person, to tell their own repositories.
    void setLanguage(const QString &language); ///< Empty: all.
    void setOrder(Order order);

    /// `index` must be valid.
    const github::Repository &at(const QModelIndex &index) const { return m_model.at(m_shown.at(index.row())); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void readAll();
    void sort();
    void filter();
    QList<int> acceptedRows() const;
    bool isOfKind(const github::Repository &repository) const;
    bool isAccepted(int row) const;
    bool isBefore(int left, int right) const;

    const RepositoryModel &m_model;
    QString m_login;
    QStringList m_texts; ///< The texts to search, by row of the model; in lower case.
    QList<int> m_sorted; ///< All rows of the model.
    QList<int> m_shown; ///< Those that the filter accepts.
    QStringList m_words;
    QString m_language;
    Kind m_kind = Kind::All;
    Order m_order = Order::Push;
};
