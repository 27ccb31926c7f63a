// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/settings/accountspage.h"

#include "gui/controls/labels.h"
#include "gui/controls/wrappinglabel.h"
#include "gui/look/glyphs.h"
#include "gui/look/measures.h"
#include "gui/parts/avatar.h"
#include "gui/parts/card.h"
#include "gui/parts/pill.h"
#include "gui/settings/wrappingrow.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <utility>

namespace {

QString signOutName(const QString &key)
{
    return QStringLiteral("signOutButton:") + key;
}

} // namespace

AccountsPage::AccountsPage() : SettingsPage(tr("Accounts"))
{
    Card *card = addCard();
    m_rows = card->body();
    auto *add = new QPushButton(look::glyphIcon(look::Glyph::Plus), tr("Add account"));
    add->setAutoDefault(true); // Enter presses it.
    add->setObjectName(QStringLiteral("settingsAddAccountButton"));
    connect(add, &QPushButton::clicked, this, &AccountsPage::addAccountRequested);
    m_rows->addWidget(add, 0, Qt::AlignLeading);
    setAccounts({}, {});
}

void AccountsPage::setAccounts(const QList<AccountRecord> &accounts, const QString &current)
{
    QWidget *before = std::exchange(m_list, new QWidget);
    auto *layout = new QVBoxLayout(m_list);
    layout->setContentsMargins({});
    layout->setSpacing(look::zoomed(look::space3));
    for (const AccountRecord &account : accounts)
        layout->addWidget(makeAccount(account, account.key() == current));
    if (accounts.isEmpty())
        layout->addWidget(settingLine(tr("No account is signed in.")));
    m_rows->insertWidget(0, m_list);
    if (!before)
        return;
    m_list->show(); // Now: what is hidden takes no focus.
    handFocusOver(*before);
    before->hide();
    before->deleteLater(); // A button of it may be the sender.
}

/// To the same button of the new list. An account that is shown now has no button for that.
void AccountsPage::handFocusOver(const QWidget &before) const
{
    const QWidget *focused = window()->focusWidget();
    if (!focused || !before.isAncestorOf(focused))
        return;
    const QString key = focused->objectName().section(QLatin1Char(':'), 1);
    for (const QString &name : {focused->objectName(), signOutName(key)}) {
        if (auto *button = m_list->findChild<QWidget *>(name))
            return button->setFocus();
    }
}

QWidget *AccountsPage::makeAccount(const AccountRecord &account, bool isCurrent)
{
    const QString &login = account.identity.login;
    auto *person = new QWidget;
    auto *layout = new QHBoxLayout(person);
    auto *actions = new WrappingRow(look::space2);
    layout->setContentsMargins({});
    layout->setSpacing(look::zoomed(look::space3));
    auto *picture = new Avatar(32);
    picture->setName(account.identity.name.isEmpty() ? login : account.identity.name);
    layout->addWidget(picture);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    auto *name = new WrappingLabel(picture->name());
    useText(name, look::Text::Strong);
    words->addWidget(name);
    words->addWidget(settingLine(tr("%1 · %2").arg(login, account.providerName)));
    layout->addLayout(words, 1);
    if (isCurrent) {
        words->addWidget(new Pill(tr("Shown now"), &look::Colors::success), 0, Qt::AlignLeading);
    } else {
        auto *show = new QPushButton(tr("Show"));
        show->setAutoDefault(true); // Enter presses it.
        show->setFlat(true);
        show->setAccessibleName(tr("Show %1").arg(login));
        show->setObjectName(QStringLiteral("showButton:") + account.key());
        connect(show, &QPushButton::clicked, this, [this, key = account.key()] { Q_EMIT accountRequested(key); });
        actions->add(show);
    }
    auto *signOut = new QPushButton(tr("Sign out…"));
    signOut->setAutoDefault(true); // Enter presses it.
    signOut->setObjectName(signOutName(account.key()));
    signOut->setAccessibleName(tr("Sign out %1").arg(login));
    connect(signOut, &QPushButton::clicked, this, [this, key = account.key()] { Q_EMIT signOutRequested(key); });
    actions->add(signOut);
    return SettingsPage::makeRow(person, actions);
}

#include "moc_accountspage.cpp"
