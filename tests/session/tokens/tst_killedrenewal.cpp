// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/probeprocess.h"

#include "support/faultyprovider.h"
#include "support/test.h"

#include <QThread>

#include <cstdio>

namespace tst_killedrenewal {

using demo::Endpoint;

demo::DemoProvider::Options endingGrantsOnReuse()
{
    demo::DemoProvider::Options options;
    options.endGrantOnReuse = true;
    return options;
}

/// A process that is signed in, uses the real keychain and will be killed.
struct World
{
    World() : server(endingGrantsOnReuse())
    {
        if (!server.listen())
            qFatal("the demo provider cannot listen");
        process = std::make_unique<ProbeProcess>(server.origin());
        if (process->ask("sign-in") != "in")
            qFatal("nobody is signed in");
    }

    /// Kills the process when the keychain reaches `step` of a renewal.
    bool killAt(const QByteArray &step)
    {
        return process->ask("stop-at " + step) == "ok" && process->ask("refresh") == "stopped" && process->kill();
    }

    /// Kills the process once its request has reached the server, which does not answer.
    bool killDuringTheRequest(bool afterEffect)
    {
        const int before = server.requestCount(Endpoint::Token);
        server.misbehave(Endpoint::Token, {.kind = demo::Fault::Kind::Hang, .afterEffect = afterEffect});
        process->tell("refresh");
        return eventually([&] { return server.requestCount(Endpoint::Token) > before; }) && process->kill();
    }

    /// Starts the next process and makes two requests, each with expired tokens. Returns "works" or what went wrong.
    QByteArray nextProcess()
    {
        ProbeProcess next(server.origin());
        const QByteArray start = next.ask("restore");
        if (start != "in")
            return start.isEmpty() ? "no answer to restore" : start;
        server.expireAccessTokens();
        const QByteArray first = next.ask("ask");
        if (first != "ok")
            return first.isEmpty() ? "no answer to ask" : first;
        server.expireAccessTokens();
        return next.ask("ask") == "ok" ? "works" : "works once";
    }

    demo::FaultyProvider server;
    std::unique_ptr<ProbeProcess> process;
};

/// Kills a process at each step of a renewal. The next process must either work or report why it does not.
class KilledRenewalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (qgetenv("LATCHKEY_KEYRING") != "unlocked")
            QSKIP("needs tests/support/with-keyring");
    }

    void aKillBeforeTheRequestLosesNothing()
    {
        World world;
        const int before = world.server.requestCount(Endpoint::Token);
        QVERIFY(world.killAt("read"));
        QCOMPARE(world.server.requestCount(Endpoint::Token), before);
        QCOMPARE(world.nextProcess(), "works");
    }

    void aKillBeforeTheServerActsLosesNothing()
    {
        World world;
        QVERIFY(world.killDuringTheRequest(false));
        QCOMPARE(world.nextProcess(), "works");
    }

    void aKillAfterTheServerActsIsReported()
    {
        World world;
        QVERIFY(world.killDuringTheRequest(true));
        QCOMPARE(world.nextProcess(), "ended refresh_unsaved");
    }

    void aKillAfterTheAnswerIsReported()
    {
        World world;
        QVERIFY(world.killAt("write"));
        QCOMPARE(world.nextProcess(), "ended refresh_unsaved");
    }

    /// The other process was already running and renews next.
    void aKillIsReportedInARunningProcess()
    {
        World world;
        ProbeProcess other(world.server.origin());
        QCOMPARE(other.ask("restore"), "in");
        QVERIFY(world.killAt("write"));
        QCOMPARE(other.ask("refresh"), "ended refresh_unsaved");
    }

    /// Kills at a different moment of the write each time, from its start until after its end.
    void aKillDuringTheKeychainWriteLosesNothingOrIsReported()
    {
        QHash<QByteArray, int> outcomes;
        for (int i = 0; i < 20; ++i) {
            World world;
            QCOMPARE(world.process->ask("stop-at writing"), "ok");
            QCOMPARE(world.process->ask("refresh"), "stopped");
            QThread::msleep(i);
            QVERIFY(world.process->kill());
            ++outcomes[world.nextProcess()];
        }
        std::printf("killed while the keychain writes: %d work, %d say why not\n", outcomes.take("works"),
                    outcomes.take("ended refresh_unsaved"));
        QCOMPARE(outcomes.keys().join(", "), QByteArray());
    }

    void aKillAfterTheKeychainWriteLosesNothing()
    {
        World world;
        QVERIFY(world.killAt("written"));
        QCOMPARE(world.nextProcess(), "works");
    }
};

} // namespace tst_killedrenewal

LATCHKEY_TEST(tst_killedrenewal, KilledRenewalTest, QCoreApplication)

#include "tst_killedrenewal.moc"
