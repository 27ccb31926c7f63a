// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/settings/settingspage.h"
#include "session/storage/accountregistry.h"

class QVBoxLayout;

/// The signed-in accounts.
class AccountsPage : public SettingsPage
{
    Q_OBJECT

public:
    AccountsPage();

    /// `current` is the key of the one that the window shows; may be empty.
    void setAccounts(const QList<AccountRecord> &accounts, const QString &current);

Q_SIGNALS:
    void addAccountRequested();
    void accountRequested(const QString &key);
    void signOutRequested(const QString &key);

private:
    void handFocusOver(const QWidget &before) const;
    QWidget *makeAccount(const AccountRecord &account, bool isCurrent);

    QVBoxLayout *m_rows;
    QWidget *m_list = nullptr;
};
