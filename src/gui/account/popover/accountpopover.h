// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/overlays/popover.h"
#include "session/storage/accountregistry.h"

#include <QImage>

class QAction;

/// The accounts that are signed in, to switch between them, and what can be done with the account that is shown. To be
/// deleted when it is dismissed.
class AccountPopover : public Popover
{
    Q_OBJECT

public:
    explicit AccountPopover(QWidget *window);

    /// An account as the popover shows it.
    struct Entry
    {
        AccountRecord record;
        QImage picture = {};
        QString shortcut = {}; ///< Switches to it; may be empty.
        int unread = 0; ///< As far as it is known here.
        bool isCurrent = false;
    };

    /// Adds an account below the ones that are there.
    void addAccount(const Entry &account);

    /// Adds rows for these actions, below a line.
    void addActions(const QList<QAction *> &actions);

Q_SIGNALS:
    /// The person chose the account with this AccountRecord::key().
    void accountRequested(const QString &key);

private:
    QVBoxLayout *m_rows; ///< Scrolls in a low window.
    int m_accountCount = 0;
};
