// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "provider/provider.h"
#include "session/storage/tokenstore.h"

#include <functional>
#include <optional>

/// A registration that is kept from now on.
struct KeptRegistration
{
    Provider provider; ///< As it can be used now, with the secret.
    std::optional<Error> secretError; ///< Why the secret is forgotten when the application quits; nothing where it is not.
};

/// What Latchkey is registered as at servers, as a person has typed it: the client id goes to a provider file in their
/// folder, the client secret to the token store and to no file.
class OwnRegistrations
{
public:
    /// `folder` need not exist; ProviderCatalog reads it.
    OwnRegistrations(const QString &folder, TokenStore &store) : m_folder(folder), m_store(store) {}

    /// Keeps `provider.client`. Denied "malformed_client_id" or "malformed_client_secret": nothing is kept, nor is it with
    /// Storage "file_not_written".
    void keep(const Provider &provider, QObject *context, Receiver<KeptRegistration> receiver);

    /// Puts the client secret in where it is in the token store; Storage errors where it cannot be read.
    void complete(const Provider &provider, QObject *context, Receiver<Provider> receiver) const;

    /// The same for what can go on without: a token that has not expired is good without the secret, too. Where that cannot
    /// be read, `receiver` gets the provider as it was.
    void completeIfPossible(const Provider &provider, QObject *context,
                            std::function<void(const Provider &provider)> receiver) const;

    QString fileOf(const Provider &provider) const;

private:
    Result<KeptRegistration> withoutSecret(KeptRegistration kept, const Result<void> &refused) const;
    Result<void> writeFile(const Provider &provider, bool hasStoredSecret) const;

    const QString m_folder;
    TokenStore &m_store;
};

/// The registration as it was pasted: white space around it does no harm.
oauth::ClientRegistration registrationTyped(oauth::ClientRegistration known, const QString &clientId, const QString &clientSecret);

/// Why a registration cannot be one: Denied "malformed_client_id" or "malformed_client_secret"; nothing where it can.
std::optional<Error> refusalOf(const oauth::ClientRegistration &client);
