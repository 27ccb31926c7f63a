// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/page/page.h"
#include "gui/repositories/repositoryfilter.h"
#include "session/tokens/retrytimer.h"

class Account;
class InlineAlert;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QListView;

/// The repositories of the account, with search, filters and sorting. Asks the server when it is first shown.
class RepositoriesPage : public Page
{
    Q_OBJECT

public:
    explicit RepositoriesPage(Account &account, QWidget *parent = nullptr);

    /// Asks the server again. Does nothing before the page is first shown.
    void refresh() override;

    QString title() const override { return tr("Repositories"); }
    bool focusSearch() override;

    /// Asks only for what the last refresh could not fetch.
    void askForFailed();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addControls();
    void placeControls();
    void addList();
    void chooseKind();
    const RepositoryModel &shownModel() const;
    void showLanguages();
    void showCount();
    void showError();
    QString errorText(const PagedListState &pages) const;
    void openCurrent();
    void showMenu(const QPoint &position);

    const Provider m_provider;
    RepositoryModel m_own;
    RepositoryModel m_starred;
    RepositoryFilter m_ownFilter;
    RepositoryFilter m_starredFilter;
    RepositoryFilter *m_shown = &m_ownFilter;
    RetryTimer m_afterLimit;
    bool m_wasShown = false;
    InlineAlert *m_errorBar;
    QGridLayout *m_controls;
    QLineEdit *m_search;
    QComboBox *m_kind;
    QComboBox *m_language;
    QComboBox *m_order;
    QListView *m_list;
    QLabel *m_countLabel;
};
