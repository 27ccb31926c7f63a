// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "provider/providercatalog.h"
#include "session/registration/ownregistrations.h"
#include "session/session.h"

#include <functional>
#include <memory>

class QLockFile;

/// Finishes what an earlier process was cut short in: an entry of the token store whose account is not listed is revoked
/// and removed. One that another process is making just now is left alone, and so is one that cannot be read.
class StrayEntries : public QObject
{
    Q_OBJECT

public:
    /// `session` tells the servers.
    StrayEntries(const ProviderCatalog &catalog, const OwnRegistrations &registrations, TokenStore &store,
                 AccountRegistry &registry, Session &session);

    void clear(const Paths &paths);

    /// True while an entry is being cleared away.
    bool isBusy() const { return m_underWay > 0; }

private:
    using Lock = std::shared_ptr<QLockFile>;

    void read(const QString &key, const Lock &lock);
    void giveBack(const QString &key, const StoredSession &session, const Lock &lock);
    void remove(const QString &key, const Lock &lock);
    std::optional<Provider> providerOf(const QString &key, const StoredSession &session) const;

    const ProviderCatalog &m_catalog;
    const OwnRegistrations &m_registrations;
    TokenStore &m_store;
    AccountRegistry &m_registry;
    Session &m_session;
    int m_underWay = 0;
};
