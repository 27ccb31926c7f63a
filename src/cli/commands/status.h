// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commands/command.h"
#include "session/keychain/tokenstore.h"
#include "session/storage/accountregistry.h"
#include "session/storage/storedsession.h"

#include <QStringList>

namespace cli {

/// Tells who is signed in where, from the settings and the token store. Asks no server. NobodySignedIn, or Failed if the
/// token store cannot be read.
class Status : public Command
{
    Q_OBJECT

public:
    /// As JSON it is for scripts.
    Status(const AccountRegistry &registry, TokenStore &store, bool asJson)
        : m_registry(registry), m_store(store), m_asJson(asJson)
    {}

private:
    struct Entry
    {
        AccountRecord record;
        StoredSession session;
    };

    void start() override;
    void readNext();
    void noteUnread(const AccountRecord &record, const Error &error);
    void end();
    QString asJson() const;
    QString asText() const;

    const AccountRegistry &m_registry;
    TokenStore &m_store;
    const bool m_asJson;
    QList<AccountRecord> m_unread;
    QList<Entry> m_entries;
    QStringList m_errors;
    bool m_isKnown = true; ///< Whether the accounts without an entry are signed in. False if the keychain does not tell.
    bool m_isAnswered = true; ///< By the keychain.
};

} // namespace cli
