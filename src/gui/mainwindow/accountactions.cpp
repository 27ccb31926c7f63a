// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/mainwindow/accountactions.h"

#include "gui/controls/labels.h"
#include "gui/look/glyphs.h"

#include <QAction>
#include <QWidget>

namespace {

/// One for each of the digits 1 to 9.
constexpr int maximumShortcuts = 9;

} // namespace

AccountActions::AccountActions(QWidget &window) : QObject(&window), m_window(window) {}

void AccountActions::show(const QList<AccountRecord> &accounts, const QString &currentKey)
{
    for (QAction *action : std::as_const(m_actions)) {
        m_window.removeAction(action);
        action->setObjectName({});
        action->deleteLater(); // It may be the sender of the signal being handled.
    }
    m_actions.clear();
    m_accounts = accounts;
    if (accounts.size() < 2)
        return;
    for (int i = 0; i < accounts.size(); ++i) {
        const AccountRecord &account = accounts[i];
        const QString name = tr("%1 at %2").arg(shortened(account.identity.login), shortened(account.providerName));
        auto *action = new QAction(look::glyphIcon(look::Glyph::Person), escapedForButton(name), this);
        action->setObjectName(QStringLiteral("accountAction%1").arg(i + 1));
        action->setCheckable(true);
        action->setChecked(account.key() == currentKey);
        if (i < maximumShortcuts)
            action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)));
        connect(action, &QAction::triggered, this, [this, key = account.key()] { Q_EMIT accountRequested(key); });
        m_window.addAction(action);
        m_actions.append(action);
    }
}

#include "moc_accountactions.cpp"
