// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/storage/accountregistry.h"

#include <QObject>

class QAction;
class QActionGroup;
class QMenu;

/// The part of a menu that says who is signed in, and changes to another account: by mouse, by letter, or by Ctrl and a
/// digit. Not there while there is one account only.
class AccountMenu : public QObject
{
    Q_OBJECT

public:
    /// The accounts stand in `menu` before this action.
    AccountMenu(QMenu &menu, QAction &before);

    void show(const QList<AccountRecord> &accounts, const QString &currentKey);

Q_SIGNALS:
    void accountRequested(const QString &key);

private:
    QMenu &m_menu;
    QAction &m_before;
    QActionGroup *m_actions;
};
