// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/page/page.h"
#include "session/account.h"

class Avatar;
class BudgetCard;
class FactCard;
class PermissionCard;
class QBoxLayout;
class QLabel;

/// What Latchkey holds for the person: whose access, what it may do, where it is stored and until when it is valid.
class AccountPage : public Page
{
    Q_OBJECT

public:
    explicit AccountPage(Account &account, QWidget *parent = nullptr);

    /// Updates all values.
    void showFacts();

    QString title() const override { return tr("Account"); }
    void refresh() override { showFacts(); }

Q_SIGNALS:
    void signOutRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addIdentity(QBoxLayout &column);
    void addKey(QBoxLayout &column);
    void addOffline(QBoxLayout &column);
    void clearOfflineData();
    void askForKeychain();
    QString storeText() const;
    QString originText() const;
    QString expiryText() const;

    Account &m_account;
    QBoxLayout *m_columns;
    Avatar *m_avatar;
    FactCard *m_identity;
    QLabel *m_who;
    QLabel *m_server;
    QLabel *m_client;
    FactCard *m_key;
    QLabel *m_store;
    QString m_keychain; ///< Its name; empty until it is known.
    QLabel *m_origin;
    QLabel *m_obtained;
    QLabel *m_expires;
    QLabel *m_signOut;
    PermissionCard *m_permissions;
    BudgetCard *m_budget;
    QLabel *m_offline;
};
