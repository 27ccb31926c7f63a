// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/storage/entrycreation.h"

#include "session/keychain/errorcodes.h"

namespace {

/// Longer than another process needs to remove a stray entry: a keychain that is unlocked first, and a slow server.
constexpr std::chrono::seconds patienceForEntry(100);

} // namespace

EntryCreation::EntryCreation(AccountStorage &storage, const AccountRecord &record, const StoredSession &session)
    : m_storage(storage), m_record(record), m_session(session), m_lock(storage.entryLock(record.key()))
{}

EntryCreation::~EntryCreation() = default;

void EntryCreation::start(QObject *context, Receiver<CreatedEntry> receiver)
{
    m_answering = {context, std::move(receiver)};
    m_lock->acquire(patienceForEntry, [this](FileLock::Outcome outcome) {
        // Without any lock, signing in is better than not signing in.
        if (outcome == FileLock::Outcome::HeldByOther)
            finish(Error{Error::Kind::Storage, QStringLiteral("busy")});
        else
            noteStray();
    });
}

void EntryCreation::noteStray()
{
    if (registry().contains(key()))
        return loadReplaced();
    const bool isNoted = registry().strayEntries().contains(key());
    if (const Result<void> noted = registry().setStray(key(), true); !noted)
        return finish(noted.error());
    if (isNoted)
        return loadReplaced();
    m_isNotedHere = true;
    save();
}

void EntryCreation::loadReplaced()
{
    m_storage.load(key(), this, [this](const Result<StoredSession> &before) {
        if (before)
            m_replaced = before->tokens;
        save();
    });
}

void EntryCreation::save()
{
    m_isSaving = true;
    m_storage.save(key(), m_session, this, [this](const Result<void> &saved) {
        m_isSaving = false;
        if (saved) {
            const Result<void> listed = m_storage.list(m_record, m_lock);
            return finish(listed ? std::nullopt : std::optional(listed.error()));
        }
        // A token store that does not answer may write the entry yet.
        if (saved.error().code != keychain::timedOut && m_isNotedHere)
            m_storage.clearStrayMark(key());
        finish(saved.error());
    });
}

void EntryCreation::finish(const std::optional<Error> &error)
{
    CreatedEntry created;
    created.storageError = error;
    if (!error)
        created.replaced = m_replaced;
    else if (error->code == keychain::timedOut)
        created.lock = m_lock;
    m_lock.reset();
    m_answering.answerNow(created); // Not later: cancel() could not undo what is complete by then.
}

bool EntryCreation::cancel()
{
    m_answering = {};
    const bool isRecorded = registry().contains(key());
    if (m_isSaving && !isRecorded)
        m_storage.forget(key(), &m_storage, [lock = m_lock](const Result<void> &) {});
    else if (m_isNotedHere && !isRecorded)
        m_storage.clearStrayMark(key());
    m_lock.reset();
    return m_isSaving && isRecorded;
}

#include "moc_entrycreation.cpp"
