// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/account.h"

Account::Account(const Provider &provider, const StoredSession &session, AccountStorage &storage,
                 const SessionOptions &options, std::shared_ptr<http::StrictAccessManager> network)
    : m_provider(provider),
      m_storage(storage),
      m_storeName(storage.store().name()),
      m_tokens(provider, session, storage, options),
      m_resources(provider, m_tokens, storage.cacheOf(accountKey(provider.id, session.identity.id)),
                  network ? std::move(network) : std::make_shared<http::StrictAccessManager>(options.limits))
{
    connect(&m_resources, &ResourceClient::identityRead, this, &Account::readIdentity);
}

Account::~Account() = default;

AccountRecord Account::record() const
{
    return {m_provider.id, m_provider.name, m_provider.host(), identity()};
}

QString Account::viewFile() const
{
    return m_storage.paths().viewFileOf(record().key());
}

void Account::followIdentity(const Identity &identity)
{
    if (identity.id != this->identity().id || identity == this->identity())
        return;
    m_tokens.setIdentity(identity);
    Q_EMIT identityChanged();
}

/// Written before the signal, so that its receivers find it in the settings.
void Account::readIdentity(const Identity &identity)
{
    if (identity.id != this->identity().id || identity == this->identity())
        return;
    m_tokens.setIdentity(identity);
    m_storage.rename(record());
    Q_EMIT identityChanged();
}

QStringList Account::missingScopes(const QStringList &asked) const
{
    QStringList missing;
    for (const QString &scope : asked) {
        if (!scopes().contains(scope))
            missing.append(scope);
    }
    return missing;
}

std::optional<SignInWay> Account::way() const
{
    const oauth::TokenSet &tokens = m_tokens.current();
    if (tokens.isPersonalAccessToken)
        return tokens.isFromGitHubCli ? SignInWay::GitHubCli : SignInWay::Token;
    return signInWayNamed(m_tokens.way());
}

void Account::wake()
{
    m_tokens.wake();
    Q_EMIT awoke();
}

#include "moc_account.cpp"
