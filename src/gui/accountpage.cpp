// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/accountpage.h"

#include "browser/openpage.h"
#include "gui/parts/labels.h"
#include "gui/parts/words.h"
#include "gui/parts/wrappinglabel.h"

#include <QFormLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace {

QString local(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

} // namespace

AccountPage::AccountPage(Account &account, QWidget *parent) : Page(parent), m_account(account)
{
    setObjectName(QStringLiteral("accountPage"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(22);
    m_facts = new QFormLayout;
    m_facts->setHorizontalSpacing(24);
    m_facts->setVerticalSpacing(10);
    m_facts->setRowWrapPolicy(QFormLayout::WrapLongRows);
    layout->addLayout(m_facts);
    m_who = addFact(tr("Signed in as"), "accountWhoValue");
    m_provider = addFact(tr("At"), "accountProviderValue");
    m_client = addFact(tr("Client id of Latchkey"), "accountClientValue");
    m_scopes = addFact(tr("Rights"), "accountScopesValue");
    m_store = addFact(tr("Access is kept"), "accountStoreValue");
    m_obtained = addFact(tr("Last renewed"), "accountObtainedValue");
    m_expires = addFact(tr("Good until"), "accountExpiresValue");
    m_rateLimit = addFact(tr("Requests left"), "accountRateLimitValue");
    m_cache = addFact(tr("Kept for offline"), "accountCacheValue");
    addButtons();
    layout->addStretch();
    connect(&m_account, &Account::identityChanged, this, &AccountPage::showFacts);
    connect(&m_account.tokens(), &AccessTokens::refreshed, this, &AccountPage::showFacts);
    connect(&m_account.tokens(), &AccessTokens::storageErrorChanged, this, &AccountPage::showFacts);
    showFacts();
}

QLabel *AccountPage::addFact(const QString &name, const char *objectName)
{
    auto *label = new QLabel(name, this);
    useSecondaryText(label);
    auto *value = new WrappingLabel(this);
    value->setObjectName(QLatin1String(objectName));
    value->setTextFormat(Qt::PlainText);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_facts->addRow(label, value);
    return value;
}

void AccountPage::addButtons()
{
    auto *row = new QHBoxLayout;
    auto *signOut = new QPushButton(tr("Sign out"), this);
    signOut->setObjectName(QStringLiteral("accountSignOutButton"));
    connect(signOut, &QPushButton::clicked, this, &AccountPage::signOutRequested);
    row->addWidget(signOut);
    if (const QUrl page = m_account.provider().revocationPage(); !page.isEmpty()) {
        auto *settings = new QPushButton(tr("Access at %1…").arg(shortened(m_account.provider().name)), this);
        settings->setObjectName(QStringLiteral("accountSettingsButton"));
        connect(settings, &QPushButton::clicked, this, [this, page] { openPage(page, this); });
        row->addWidget(settings);
    }
    row->addStretch();
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

void AccountPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showFacts();
}

void AccountPage::showFacts()
{
    const Identity &identity = m_account.identity();
    m_who->setText(identity.name.isEmpty() ? identity.login : tr("%1 (%2)").arg(identity.login, identity.name));
    m_provider->setText(tr("%1 (%2)").arg(m_account.provider().name, m_account.provider().host()));
    m_client->setText(m_account.provider().client.clientId);
    m_scopes->setText(scopesText());
    m_store->setText(storeText());
    m_obtained->setText(local(m_account.refreshedAt()));
    m_expires->setText(expiryText());
    m_rateLimit->setText(rateLimitText());
    m_cache->setText(tr("%1 in the cache of this computer").arg(QLocale().formattedDataSize(m_account.resources().cacheSize())));
}

QString AccountPage::scopesText() const
{
    const QStringList granted = m_account.scopes();
    const QStringList refused =
        m_account.missingScopes(m_account.provider().client.scope.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    const QString text = granted.isEmpty() ? tr("None beyond what everybody may see") : granted.join(QStringLiteral(", "));
    return refused.isEmpty() ? text : tr("%1 (asked for and not granted: %2)").arg(text, refused.join(QStringLiteral(", ")));
}

QString AccountPage::expiryText() const
{
    if (!m_account.expiresAt().isValid())
        return tr("No end has been set");
    const QString time = local(m_account.expiresAt());
    return m_account.isRefreshable() ? tr("%1; Latchkey renews it before").arg(time)
                                     : tr("%1; you will sign in again then").arg(time);
}

QString AccountPage::storeText() const
{
    if (m_account.storageError())
        return words::storageError(*m_account.storageError());
    return m_account.storeName() == QLatin1String("keychain") ? tr("In the keychain of this computer, and nowhere else")
                                                              : tr("In memory, until you quit Latchkey");
}

/// A server may leave out the limit and the time of the reset.
QString AccountPage::textOf(const RateLimit &limit)
{
    const QString left = QLocale().toString(limit.remaining);
    const QString ofAll = limit.limit > 0 ? tr("%1 of %2").arg(left, QLocale().toString(limit.limit)) : left;
    return limit.resetsAt.isValid() ? tr("%1, until %2").arg(ofAll, local(limit.resetsAt)) : ofAll;
}

/// One line for each kind of request that is limited.
QString AccountPage::rateLimitText() const
{
    const QMap<QString, RateLimit> &limits = m_account.resources().rateLimits().byResource();
    QStringList lines;
    for (auto limit = limits.begin(); limit != limits.end(); ++limit) {
        const QString line = textOf(*limit);
        lines.append(limits.size() == 1 ? line : tr("%1: %2").arg(limit.key(), line));
    }
    return lines.isEmpty() ? tr("The server has not said") : lines.join(QLatin1Char('\n'));
}

#include "moc_accountpage.cpp"
