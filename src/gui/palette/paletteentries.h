// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/repositories.h"
#include "gui/palette/paletteentry.h"
#include "session/resource/pagedlist.h"

#include <QObject>

#include <memory>

class Account;
class Inbox;
class WorkSource;

/// What the palette finds of an account at GitHub: its repositories and what waits for the person, as they are in the cache.
/// Repositories that were never fetched are requested.
class PaletteEntries : public QObject
{
    Q_OBJECT

public:
    explicit PaletteEntries(Account &account, QObject *parent = nullptr);
    ~PaletteEntries() override;

    /// Reads the cache again. changed() follows whenever there is more.
    void update();

    QList<PaletteEntry> repositories() const;
    QList<PaletteEntry> inbox() const;

Q_SIGNALS:
    void changed();

private:
    Account &m_account;
    PagedList<github::Request<github::RepositoryPage>> m_repositories;
    std::unique_ptr<Inbox> m_inbox; ///< As of the last update(). As below.
    std::unique_ptr<WorkSource> m_work;
};
