// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/inbox/inboxmodel.h"

#include <QWidget>

class NoticeBar;
class QLabel;
class QListView;
class QPushButton;

/// What waits for the person at GitHub: notifications, reviews, pull requests and issues. Until they have granted the
/// scopes that it takes, nothing is asked, and the page offers to have them granted.
class InboxPage : public QWidget
{
    Q_OBJECT

public:
    explicit InboxPage(Account &account, Clock clock = &QDateTime::currentDateTimeUtc, QWidget *parent = nullptr);

    /// Asks the server anew.
    void refresh();

Q_SIGNALS:
    /// It takes more than the person has granted so far.
    void scopesRequested(const QStringList &scopes);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    bool mayAsk() const;
    void addBars();
    void addList();
    void addButtons();
    void addOffer();
    void showRows();
    void showStatus();
    void showError(const Error &error);
    void showCurrent();
    void showMenu(const QPoint &position);
    const InboxRow *current() const;
    void openCurrent() const;
    void markCurrentRead();

    Account &m_account;
    const Clock m_clock;
    Inbox m_inbox;
    InboxModel m_model;
    NoticeBar *m_errorBar;
    NoticeBar *m_scopeBar;
    QListView *m_list = nullptr; ///< Null where nothing may be asked; so are the others.
    QLabel *m_status = nullptr;
    QPushButton *m_markRead = nullptr;
    QPushButton *m_open = nullptr;
    bool m_wasShown = false;
};
