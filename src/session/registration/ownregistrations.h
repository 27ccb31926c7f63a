// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "provider/provider.h"
#include "session/keychain/tokenstore.h"

#include <functional>
#include <optional>

/// A registration that has been kept.
struct KeptRegistration
{
    Provider provider; ///< With the registration, including the secret.
    std::optional<Error> secretError; ///< Why the secret is lost when the application quits; nothing if it is not.
};

/// Keeps the registrations that a person has typed: the client id in a provider file in their folder, the client secret in
/// the token store and in no file.
class OwnRegistrations
{
public:
    /// `folder` is one that ProviderCatalog reads; it need not exist. `store` must outlive this object.
    OwnRegistrations(const QString &folder, TokenStore &store) : m_folder(folder), m_store(store) {}

    /// Keeps `provider.client`. A secret that the token store refuses is reported in KeptRegistration. Errors, after which
    /// nothing is kept: those of refusalOf(), and Storage "file_not_written" with the path as detail.
    void keep(const Provider &provider, QObject *context, Receiver<KeptRegistration> receiver);

    /// Adds the client secret from the token store, if the provider has one there. Errors are those of TokenStore::read().
    void complete(const Provider &provider, QObject *context, Receiver<Provider> receiver) const;

    /// The same for callers that can do without: a token that has not expired is good without the secret. If the secret
    /// cannot be read, `receiver` gets the provider as it was.
    void completeIfPossible(const Provider &provider, QObject *context,
                            std::function<void(const Provider &provider)> receiver) const;

    /// The path of the provider file, which need not exist.
    QString fileOf(const Provider &provider) const;

private:
    Result<KeptRegistration> withoutSecret(KeptRegistration kept, const Result<void> &refused) const;
    Result<void> writeFile(const Provider &provider, bool hasStoredSecret) const;

    const QString m_folder;
    TokenStore &m_store;
};

/// `known` with the credentials as a person has pasted them; white space around them is removed.
oauth::ClientRegistration registrationTyped(oauth::ClientRegistration known, const QString &clientId, const QString &clientSecret);

/// Why the credentials cannot be right: Denied "malformed_client_id" or "malformed_client_secret"; nothing if they can.
std::optional<Error> refusalOf(const oauth::ClientRegistration &client);
