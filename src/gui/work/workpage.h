// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/rows/listpage.h"
#include "gui/work/workrows.h"

/// Open pull requests or issues that wait for the person.
class WorkPage : public ListPage
{
    Q_OBJECT

public:
    /// `source` must outlive this page, but for the end of its account.
    WorkPage(WorkSource &source, WorkKind kind, Account &account, QWidget *parent = nullptr);

    QString title() const override;
    QString subtitle() const override;
    std::optional<int> count() const override;
    bool isRefreshing() const override { return m_source.isAsking(); }
    QDateTime receivedAt() const override;
    void refresh() override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void addScopeAlert();
    bool isKnown() const override { return m_rows.total().has_value(); }
    void explainNoRows() override;
    void showRows();
    QList<RowAction> actionsOf(int row);

    WorkSource &m_source;
    const WorkKind m_kind;
    WorkRows m_rows;
    InlineAlert *m_scopeAlert;
};

/// What can be done with the page of a pull request, an issue or the like.
QList<RowAction> pageActions(const QUrl &page, const QString &server, const std::function<void(const QString &text)> &copy, QWidget *asker);
