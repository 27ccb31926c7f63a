// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/storage/accountregistry.h"

#include <QObject>

class QAction;
class QActionGroup;
class QMenu;

/// The part of a menu that lists the signed-in accounts and switches between them: by mouse, mnemonic, or Ctrl and a digit.
/// Empty if there is only one account.
class AccountMenu : public QObject
{
    Q_OBJECT

public:
    /// Inserts the accounts into `menu`, before the action `before`.
    AccountMenu(QMenu &menu, QAction &before);

    /// Replaces the list. `currentKey` is the AccountRecord::key() of the account to check.
    void show(const QList<AccountRecord> &accounts, const QString &currentKey);

Q_SIGNALS:
    /// The person chose the account with this AccountRecord::key().
    void accountRequested(const QString &key);

private:
    QMenu &m_menu;
    QAction &m_before;
    QActionGroup *m_actions;
};
