// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/repositorymodel.h"

#include <QSortFilterProxyModel>

/// Which repositories are shown, and in which order.
class RepositoryFilter : public QSortFilterProxyModel
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

    const github::Repository &at(const QModelIndex &index) const { return m_model.at(mapToSource(index).row()); }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    bool isOfKind(const github::Repository &repository) const;

    const RepositoryModel &m_model;
    const QString m_login;
    QStringList m_words;
    QString m_language;
    Kind m_kind = Kind::All;
    Order m_order = Order::Push;
};
