// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "provider/providercatalog.h"
#include "session/registration/ownregistrations.h"
#include "session/storage/accountstorage.h"
#include "session/unusedtokens.h"

#include <functional>
#include <memory>

/// Finishes what an earlier process was interrupted in: the tokens of an entry without a record are revoked, and the entry is
/// removed. An entry that another process is making just now is left alone, and so is one that cannot be read.
class StrayEntries : public QObject
{
    Q_OBJECT

public:
    StrayEntries(const ProviderCatalog &catalog, const OwnRegistrations &registrations, AccountStorage &storage,
                 UnusedTokens &unusedTokens);

    /// Starts to clear all stray entries; isBusy() until that is done.
    void clear();

    /// True while an entry is being cleared away.
    bool isBusy() const { return m_underWay > 0; }

private:
    using Lock = std::shared_ptr<FileLock>;

    void load(const QString &key, const Lock &lock);
    void revoke(const QString &key, const StoredSession &session, const Lock &lock);
    void remove(const QString &key, const Lock &lock);
    std::optional<Provider> providerOf(const QString &key, const StoredSession &session) const;

    const ProviderCatalog &m_catalog;
    const OwnRegistrations &m_registrations;
    AccountStorage &m_storage;
    UnusedTokens &m_unusedTokens;
    int m_underWay = 0;
};
