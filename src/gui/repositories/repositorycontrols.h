// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/repositories.h"
#include "gui/repositories/repositoryrows.h"

#include <QJsonObject>
#include <QWidget>

class QComboBox;
class QGridLayout;
class QLineEdit;

/// The search field and the choosers above a list of repositories: in one row, or in two if there is little room.
class RepositoryControls : public QWidget
{
    Q_OBJECT

public:
    /// `name` begins the object names.
    RepositoryControls(const QString &name, github::RepositoryList list, QWidget *parent = nullptr);

    RepositoryChoice choice() const;

    /// Shows everything again.
    void clearFilters();

    /// The languages that can be chosen. The chosen one stays, even if it is not among them.
    void setLanguages(const QStringList &languages);

    QLineEdit *search() const { return m_search; }

    /// All but the search, to be remembered.
    QJsonObject toJson() const;
    void restore(const QJsonObject &values);

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void changed();

    /// The person wants to go on from the search to the list.
    void listRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QComboBox *addChooser(const char *suffix, const QString &accessibleName);
    void addKinds(bool isStarred);
    void addOrders(bool isStarred);
    void arrange();

    const QString m_name;
    QGridLayout *m_layout;
    QLineEdit *m_search;
    QComboBox *m_kind;
    QComboBox *m_language;
    QComboBox *m_order;
    int m_lines = 1;
};
