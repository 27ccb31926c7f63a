// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/options.h"
#include "session/storage/accountregistry.h"
#include "session/storage/storedsession.h"
#include "session/storage/tokenstore.h"

#include <QObject>

#include <functional>

namespace cli {

/// Tells who is signed in where, from what is stored; asks no server.
class Status : public QObject
{
    Q_OBJECT

public:
    Status(const AccountRegistry &registry, TokenStore &store) : m_registry(registry), m_store(store) {}

    /// What to print, and NobodySignedIn, or Failed where the store cannot be read.
    using Printer = std::function<void(const QString &output, const QString &error, ExitCode code)>;
    void start(bool asJson, Printer printer);

private:
    struct Entry
    {
        AccountRecord record;
        StoredSession session;
    };

    void readNext();
    void noteUnread(const AccountRecord &record, const Error &error);
    void print();
    QString asJson() const;
    QString asText() const;

    const AccountRegistry &m_registry;
    TokenStore &m_store;
    QList<AccountRecord> m_unread;
    QList<Entry> m_entries;
    QString m_error;
    bool m_isKnown = true; ///< Whether those without an entry are signed in: not where the keychain does not say.
    bool m_isAnswered = true; ///< By the keychain.
    bool m_asJson = false;
    Printer m_printer;
};

} // namespace cli
