// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/account/factcard.h"
#include "session/resource/ratelimits.h"

#include <QMap>

class Account;
class BudgetBar;

/// How many requests the server allows until the next reset, for each kind of request.
class BudgetCard : public FactCard
{
    Q_OBJECT

public:
    explicit BudgetCard(const Account &account, QWidget *parent = nullptr);

    void showBudget();

private:
    struct Row
    {
        QLabel *text;
        BudgetBar *bar;
    };

    Row row(const QString &resource);

    const Account &m_account;
    QLabel *m_nothing;
    QMap<QString, Row> m_rows;
};
