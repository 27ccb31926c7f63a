// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/repositories/repositorymodel.h"

/// Which repositories are shown, and in which order. Rather a list of rows than a QSortFilterProxyModel: that one tells
/// of each gap on its own, and with ten thousand repositories this is felt at every key.
class RepositoryFilter : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Kind { All, Own, Member, Private, Forks, Archived };
    enum class Order { Push, Name, Stars };

    RepositoryFilter(RepositoryModel &model, const QString &login, QObject *parent = nullptr);

    /// Words that all must be in the name, the description or the language.
    void setText(const QString &text);
    void setKind(Kind kind);
    void setLanguage(const QString &language); ///< Empty: all.
    void setOrder(Order order);

    const github::Repository &at(const QModelIndex &index) const { return m_model.at(m_shown[index.row()]); }

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
    const QString m_login;
    QStringList m_texts; ///< What the words are looked for in, by row of the model; in lower case.
    QList<int> m_sorted; ///< Rows of the model.
    QList<int> m_shown;
    QStringList m_words;
    QString m_language;
    Kind m_kind = Kind::All;
    Order m_order = Order::Push;
};
