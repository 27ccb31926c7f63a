// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/demoprovider.h"
#include "session/heldtokenstore.h"

#include "session/session.h"
#include "support/answers.h"
#include "support/eventually.h"
#include "support/question.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

/// The objects as main() builds them, around the demo provider, an inspectable token store, a person at a browser and a
/// clock that stands still until a test sets it.
struct DemoWorld
{
    explicit DemoWorld(const demo::DemoProvider::Options &options = {}) : server(options)
    {
        if (!server.listen())
            qFatal("the demo provider cannot listen");
        provider = demoProviderAt(server.origin());
        start();
    }

    /// A new session, as after a restart of the application.
    void start()
    {
        session.reset();
        unusedTokens = std::make_unique<UnusedTokens>(storage, options());
        session = std::make_unique<Session>(provider, storage, *unusedTokens, options());
    }

    SessionOptions options() const
    {
        return {.clock = [this] { return now; }, .refusalPause = std::chrono::milliseconds(10)};
    }

    bool isBusy() const { return session->isBusy() || unusedTokens->isBusy(); }

    bool waitFor(Session::State state) const
    {
        return eventually([&] { return session->state() == state; });
    }

    /// Signs in through the server's pages. False if that fails.
    bool signIn()
    {
        session->signIn(person);
        return waitFor(Session::State::SignedIn);
    }

    /// Restarts with stored tokens that were obtained 7 hours ago and have an hour left, unless `change` edits them.
    bool restart(const std::function<void(StoredSession &)> &change = {})
    {
        session.reset();
        StoredSession entry = stored();
        entry.tokens.obtainedAt = now.addSecs(-7 * 3600);
        if (entry.tokens.expiresAt.isValid())
            entry.tokens.expiresAt = now.addSecs(3600);
        if (change)
            change(entry);
        store.entries[key] = entry.toEntry();
        start();
        session->restore();
        return waitFor(Session::State::SignedIn);
    }

    /// The account's entry in the store; empty if there is none.
    StoredSession stored() const
    {
        const Result<StoredSession> entry = StoredSession::fromEntry(store.entries.value(key));
        return entry ? *entry : StoredSession();
    }

    QString cacheFolder() const { return paths.cacheFolderOf(key); }

    /// True if this computer has no trace of the account. Its tokens may still be waiting for revocation.
    bool isForgotten() const
    {
        return !store.entries.contains(key) && registry.accounts().isEmpty() && !QDir(cacheFolder()).exists();
    }

    /// True if the store is empty and no revocation is pending.
    bool isStoreEmpty() const { return store.entries.isEmpty() && registry.pendingRevocations().isEmpty(); }

    int count(demo::Endpoint endpoint) const { return server.requestCount(endpoint); }

    const QString key = QStringLiteral("demo/8150042");
    QDateTime now = QDateTime::currentDateTimeUtc();
    QTemporaryDir folder;
    Paths paths{folder.filePath(QStringLiteral("latchkey.conf")), folder.filePath(QStringLiteral("cache")), {}};
    demo::FaultyProvider server;
    Provider provider;
    HeldTokenStore store;
    AccountRegistry registry{paths.settingsFile};
    AccountStorage storage{store, registry, paths};
    FormFillingUserAgent person{demoPerson()};
    std::unique_ptr<UnusedTokens> unusedTokens;
    std::unique_ptr<Session> session;
};

inline demo::Fault answer(int status, const QByteArray &body = {}, const QList<loopback::Header> &headers = {})
{
    return {.response = {.status = status, .contentType = "application/json", .body = body, .headers = headers}, .times = -1};
}

inline demo::Fault hang()
{
    return {.kind = demo::Fault::Kind::Hang, .times = -1};
}
