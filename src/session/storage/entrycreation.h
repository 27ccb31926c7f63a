// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/answering.h"
#include "session/storage/accountstorage.h"

#include <memory>
#include <optional>

/// The result of an EntryCreation.
struct CreatedEntry
{
    std::optional<Error> storageError; ///< Why there is no entry, or no record of it; nothing if both are there.
    std::optional<oauth::TokenSet> replaced; ///< The tokens that the entry held before.
    /// Still held after "timed_out", since the token store may write the entry yet, and no other process must take it for a
    /// stray one.
    std::shared_ptr<FileLock> lock;
};

/// Stores the session of an account that has just been signed in to. A token store cannot list its entries, so an entry is
/// noted as stray before it is made, and until its account has a record: whatever is interrupted, the next run finds it.
class EntryCreation : public QObject
{
    Q_OBJECT

public:
    EntryCreation(AccountStorage &storage, const AccountRecord &record, const StoredSession &session);
    ~EntryCreation() override;

    /// Always answers with a CreatedEntry; the receiver may delete this object. Its errors are Storage: those of TokenStore
    /// and AccountRegistry, and "busy" if another process works on the same entry for too long.
    void start(QObject *context, Receiver<CreatedEntry> receiver);

    /// Undoes what has been done so far; no answer comes any more. True if the tokens of an account that was signed in
    /// before may have been overwritten: the session that has them stores them again.
    bool cancel();

private:
    QString key() const { return m_record.key(); }
    AccountRegistry &registry() const { return m_storage.registry(); }
    void noteStray();
    void loadReplaced();
    void save();
    void finish(const std::optional<Error> &error);

    AccountStorage &m_storage;
    const AccountRecord m_record;
    const StoredSession m_session;
    std::shared_ptr<FileLock> m_lock;
    std::optional<oauth::TokenSet> m_replaced;
    bool m_isNotedHere = false; ///< As stray, by this object and not by an earlier attempt.
    bool m_isSaving = false; ///< The token store has been asked to write the entry.
    Answering<CreatedEntry> m_answering;
};
