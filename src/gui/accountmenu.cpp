// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/accountmenu.h"

#include "gui/parts/labels.h"

#include <QActionGroup>
#include <QMenu>

namespace {

/// One for each of the digits 1 to 9.
constexpr int maximumShortcuts = 9;

} // namespace

AccountMenu::AccountMenu(QMenu &menu, QAction &before)
    : QObject(&menu), m_menu(menu), m_before(before), m_actions(new QActionGroup(this))
{
    connect(m_actions, &QActionGroup::triggered, this, [this](QAction *action) {
        const QString key = action->data().toString();
        Q_EMIT accountRequested(key);
    });
}

void AccountMenu::show(const QList<AccountRecord> &accounts, const QString &currentKey)
{
    const QList<QAction *> old = m_actions->actions();
    for (QAction *action : old) {
        m_menu.removeAction(action);
        m_actions->removeAction(action);
        action->setObjectName({});
        action->deleteLater(); // It may be the sender of the signal being handled.
    }
    if (accounts.size() < 2)
        return;
    for (int i = 0; i < accounts.size(); ++i) {
        const AccountRecord &account = accounts[i];
        const QString mnemonic = i < maximumShortcuts ? QStringLiteral("&%1 ").arg(i + 1) : QString();
        QString name = tr("%1 at %2").arg(shortened(account.identity.login), shortened(account.providerName));
        auto *action = new QAction(mnemonic + name.replace(QLatin1Char('&'), QStringLiteral("&&")), m_actions);
        action->setObjectName(QStringLiteral("accountAction%1").arg(i + 1));
        action->setData(account.key());
        action->setCheckable(true);
        action->setChecked(account.key() == currentKey);
        if (i < maximumShortcuts)
            action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)));
        m_menu.insertAction(&m_before, action);
    }
    QAction *separator = m_menu.insertSeparator(&m_before);
    separator->setObjectName(QStringLiteral("accountsSeparator"));
    m_actions->addAction(separator);
}

#include "moc_accountmenu.cpp"
