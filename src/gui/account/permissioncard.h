// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/account/factcard.h"

#include <QStringList>

#include <optional>
#include <utility>

class Account;

/// What Latchkey may do at the server, in words, and what it could do if the person allowed it.
class PermissionCard : public FactCard
{
    Q_OBJECT

public:
    explicit PermissionCard(const Account &account, QWidget *parent = nullptr);

    void showPermissions();

Q_SIGNALS:
    void scopesRequested(const QStringList &scopes);

private:
    void addRow(const QString &scope, bool isGranted, bool canBeAdded);

    const Account &m_account;
    QLabel *m_names;
    QWidget *m_rows = nullptr;
    std::optional<std::pair<QStringList, bool>> m_shown; ///< The granted scopes, and whether more can be added.
};
