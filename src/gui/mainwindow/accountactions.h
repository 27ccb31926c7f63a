// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/storage/accountregistry.h"

#include <QList>
#include <QObject>

class QAction;
class QWidget;

/// The actions that switch to another account, by Ctrl and a digit. There are none if there is only one account.
class AccountActions : public QObject
{
    Q_OBJECT

public:
    /// Gives the actions to `window`, which becomes the parent.
    explicit AccountActions(QWidget &window);

    /// Replaces the list. `currentKey` is the AccountRecord::key() of the account to check.
    void show(const QList<AccountRecord> &accounts, const QString &currentKey);

    const QList<QAction *> &actions() const { return m_actions; }

    /// As given to show().
    const QList<AccountRecord> &accounts() const { return m_accounts; }

Q_SIGNALS:
    /// The person chose the account with this AccountRecord::key().
    void accountRequested(const QString &key);

private:
    QWidget &m_window;
    QList<QAction *> m_actions;
    QList<AccountRecord> m_accounts;
};
