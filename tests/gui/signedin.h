// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/demoprovider.h"
#include "session/heldtokenstore.h"
#include "session/session.h"

#include <QTemporaryDir>
#include <QTest>

#include <functional>

/// A person is signed in at the demo provider.
struct SignedIn
{
    using Adjust = std::function<void(Provider &, QJsonObject &account)>;

    /// The clocks of the session and of the server stand still at `start`, if it is valid. `adjust` may change the provider and
    /// the account before the sign-in.
    explicit SignedIn(const char *scope = "read:user", const QDateTime &start = {}, const Adjust &adjust = {})
        : now(start), server(optionsAt(start))
    {
        server.listen();
        Provider provider = demoProviderAt(server.origin());
        provider.client.scope = QLatin1String(scope);
        if (adjust)
            adjust(provider, server.account());
        session = std::make_unique<Session>(provider, storage, unusedTokens, SessionOptions{.clock = [this] {
            return now.isValid() ? now : QDateTime::currentDateTimeUtc();
        }});
        session->restore();
        reach(Session::State::SignedOut);
        session->signIn(person);
        reach(Session::State::SignedIn);
    }

    Account &account() const { return *session->account(); }

    QDateTime now; ///< What the session's clock says; the real time until a test sets it.
    QTemporaryDir folder;
    Paths paths{folder.filePath(QStringLiteral("latchkey.conf")), folder.filePath(QStringLiteral("cache")), {}};
    demo::FaultyProvider server;
    HeldTokenStore store;
    AccountRegistry registry{paths.settingsFile};
    AccountStorage storage{store, registry, paths};
    UnusedTokens unusedTokens{storage, {}};
    FormFillingUserAgent person{demoPerson()};
    std::unique_ptr<Session> session;

private:
    static demo::FaultyProvider::Options optionsAt(const QDateTime &now)
    {
        demo::FaultyProvider::Options options;
        if (now.isValid())
            options.now = [now] { return now; };
        return options;
    }

    void reach(Session::State state) const
    {
        if (!QTest::qWaitFor([&] { return session->state() == state; }, 20000))
            qFatal("the session does not get on");
    }
};
