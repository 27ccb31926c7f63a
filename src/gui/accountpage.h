// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/page/page.h"
#include "session/account.h"

class QFormLayout;
class QLabel;

/// What Latchkey holds for the person: whose access, with which scopes, where it is stored and until when it is valid.
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

private:
    QLabel *addFact(const QString &name, const char *objectName);
    void addButtons();
    QString scopesText() const;
    QString storeText() const;
    QString expiryText() const;
    static QString textOf(const RateLimit &limit);
    QString rateLimitText() const;

    Account &m_account;
    QFormLayout *m_facts;
    QLabel *m_who;
    QLabel *m_provider;
    QLabel *m_client;
    QLabel *m_scopes;
    QLabel *m_store;
    QLabel *m_obtained;
    QLabel *m_expires;
    QLabel *m_rateLimit;
    QLabel *m_cache;
};
