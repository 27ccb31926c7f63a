// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/account/accountpage.h"

#include "gui/account/accountpicture.h"
#include "gui/account/budgetcard.h"
#include "gui/account/permissioncard.h"
#include "gui/account/signoutsheet.h"
#include "gui/look/measures.h"
#include "gui/parts/avatar.h"
#include "gui/start/firstpaint.h"
#include "gui/words/words.h"
#include "session/keychain/keychainname.h"
#include "session/keychain/secretservice.h"

#include <QHostAddress>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QResizeEvent>
#include <QVBoxLayout>

namespace {

constexpr int widthForColumns = 700;

QString local(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

} // namespace

AccountPage::AccountPage(Account &account, QWidget *parent) : Page(parent), m_account(account)
{
    setObjectName(QStringLiteral("accountPage"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    layout->addLayout(m_columns);
    layout->addStretch();
    QVBoxLayout *columns[2];
    for (QVBoxLayout *&column : columns) {
        column = new QVBoxLayout;
        m_columns->addLayout(column, 1);
        column->setSpacing(look::zoomed(look::space4));
    }
    m_columns->setSpacing(look::zoomed(look::space4));
    addIdentity(*columns[0]);
    m_permissions = new PermissionCard(m_account);
    connect(m_permissions, &PermissionCard::scopesRequested, this, &Page::scopesRequested);
    columns[0]->addWidget(m_permissions);
    addKey(*columns[1]);
    m_budget = new BudgetCard(m_account);
    columns[1]->addWidget(m_budget);
    addOffline(*columns[1]);
    for (QVBoxLayout *column : columns)
        column->addStretch();
    connect(&m_account, &Account::identityChanged, this, &AccountPage::showFacts);
    connect(&m_account.tokens(), &AccessTokens::refreshed, this, &AccountPage::showFacts);
    connect(&m_account.tokens(), &AccessTokens::storageErrorChanged, this, &AccountPage::showFacts);
    showFacts();
}

void AccountPage::addIdentity(QBoxLayout &column)
{
    m_identity = new FactCard(tr("Identity"));
    m_avatar = new Avatar(56);
    m_identity->body()->insertWidget(1, m_avatar);
    m_who = m_identity->addFact(tr("Account"), "accountWhoValue");
    m_server = m_identity->addFact(tr("Server"), "accountProviderValue");
    m_client = m_identity->addFact(tr("Client ID"), "accountClientValue");
    column.addWidget(m_identity);
}

void AccountPage::addKey(QBoxLayout &column)
{
    m_key = new FactCard(tr("Where your key is"));
    m_store = m_key->addFact(tr("Key stored in"), "accountStoreValue");
    m_origin = m_key->addFact(tr("Comes from"), "accountOriginValue");
    m_obtained = m_key->addFact(tr("Since"), "accountObtainedValue");
    m_expires = m_key->addFact(tr("Expires"), "accountExpiresValue");
    m_signOut = m_key->addFact(tr("Signing out"), "accountSignOutValue");
    auto *signOut = m_key->addButton(tr("Sign out…"), "accountSignOutButton");
    connect(signOut, &QPushButton::clicked, this, &AccountPage::signOutRequested);
    column.addWidget(m_key);
}

void AccountPage::addOffline(QBoxLayout &column)
{
    auto *card = new FactCard(tr("Offline data"));
    m_offline = card->addText("accountCacheValue");
    connect(card->addButton(tr("Clear"), "clearCacheButton"), &QPushButton::clicked, this, &AccountPage::clearOfflineData);
    column.addWidget(card);
}

void AccountPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    showFacts();
    if (m_account.storeName() == QLatin1String("keychain"))
        afterFirstPaint(*this, this, [this] { askForKeychain(); });
}

void AccountPage::askForKeychain()
{
    secretservice::askProgram(this, [this](const QString &program) {
        m_keychain = keychainName(program);
        m_key->setFact(m_store, storeText());
    });
}

void AccountPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool isWide = event->size().width() >= look::zoomed(widthForColumns);
    m_columns->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void AccountPage::showFacts()
{
    const Identity &identity = m_account.identity();
    const Provider &provider = m_account.provider();
    m_avatar->setName(identity.name.isEmpty() ? identity.login : identity.name);
    m_avatar->setPicture(accountPicture(m_account));
    m_identity->setFact(m_who, identity.name.isEmpty() ? identity.login : tr("%1 (%2)").arg(identity.login, identity.name));
    const bool isOnThisComputer = QHostAddress(provider.host()).isLoopback(); // As the demo's.
    m_identity->setFact(m_server, isOnThisComputer ? provider.name : tr("%1 (%2)").arg(provider.name, provider.host()));
    const bool isPersonal = m_account.tokens().current().isPersonalAccessToken;
    m_identity->setFact(m_client, isPersonal ? QString() : provider.client.clientId);
    m_key->setFact(m_store, storeText());
    m_key->setFact(m_origin, originText());
    m_key->setFact(m_obtained, local(m_account.refreshedAt()));
    m_key->setFact(m_expires, expiryText());
    m_key->setFact(m_signOut, SignOutSheet::consequence(m_account));
    m_permissions->showPermissions();
    m_budget->showBudget();
    m_offline->setText(tr("%1 on this computer, so pages open at once.")
                           .arg(QLocale().formattedDataSize(m_account.resources().cacheSize())));
}

void AccountPage::clearOfflineData()
{
    if (const auto cleared = m_account.resources().clearCache(); !cleared)
        return m_offline->setText(words::storageError(cleared.error()));
    showFacts();
}

QString AccountPage::originText() const
{
    const oauth::TokenSet &tokens = m_account.tokens().current();
    if (tokens.isFromGitHubCli)
        return tr("GitHub CLI, which uses it too");
    return tokens.isPersonalAccessToken ? tr("A token that you pasted") : tr("Your sign-in on %1").arg(m_account.provider().name);
}

QString AccountPage::expiryText() const
{
    if (!m_account.expiresAt().isValid())
        return tr("Never");
    const QString time = local(m_account.expiresAt());
    return m_account.isRefreshable() ? tr("%1, renewed before that").arg(time) : tr("%1, then sign in again").arg(time);
}

QString AccountPage::storeText() const
{
    if (m_account.storageError())
        return words::storageError(*m_account.storageError());
    if (m_account.storeName() != QLatin1String("keychain"))
        return tr("Memory, until you quit Latchkey");
#ifdef Q_OS_WIN
    return tr("Windows Credential Manager");
#else
    return m_keychain.isEmpty() ? tr("Your keychain on this computer") : m_keychain;
#endif
}

#include "moc_accountpage.cpp"
