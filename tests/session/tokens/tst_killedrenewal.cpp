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

/// Somebody is signed in in a process of its own, which is going to be killed; the keychain is the real one.
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

    /// The keychain stops a renewal at this step, and there the process dies.
    bool killAt(const QByteArray &step)
    {
        return process->ask("stop-at " + step) == "ok" && process->ask("refresh") == "stopped" && process->kill();
    }

    /// The server is silent from here on, and with the request there the process dies.
    bool killWhileTheServerIsAtIt(bool afterEffect)
    {
        const int before = server.requestCount(Endpoint::Token);
        server.misbehave(Endpoint::Token, {.kind = demo::Fault::Kind::Hang, .afterEffect = afterEffect});
        process->tell("refresh");
        return eventually([&] { return server.requestCount(Endpoint::Token) > before; }) && process->kill();
    }

    /// What the next process says: after its start, of a request with tokens that have expired, and of another.
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

/// A process that is killed at each step of a renewal, for good: the next one either works or says why it does not.
class KilledRenewalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (qgetenv("LATCHKEY_KEYRING") != "unlocked")
            QSKIP("runs by tests/support/with-keyring");
    }

    void beforeTheRequestNothingIsLost()
    {
        World world;
        const int before = world.server.requestCount(Endpoint::Token);
        QVERIFY(world.killAt("read"));
        QCOMPARE(world.server.requestCount(Endpoint::Token), before);
        QCOMPARE(world.nextProcess(), "works");
    }

    void withARequestThatTheServerHasNotTakenNothingIsLost()
    {
        World world;
        QVERIFY(world.killWhileTheServerIsAtIt(false));
        QCOMPARE(world.nextProcess(), "works");
    }

    void withARequestThatTheServerHasTakenTheReasonIsSaid()
    {
        World world;
        QVERIFY(world.killWhileTheServerIsAtIt(true));
        QCOMPARE(world.nextProcess(), "ended refresh_unsaved");
    }

    void afterTheAnswerTheReasonIsSaid()
    {
        World world;
        QVERIFY(world.killAt("write"));
        QCOMPARE(world.nextProcess(), "ended refresh_unsaved");
    }

    /// One that has been there all the time, and tries it next.
    void theReasonIsSaidInAProcessThatIsThereAlready()
    {
        World world;
        ProbeProcess other(world.server.origin());
        QCOMPARE(other.ask("restore"), "in");
        QVERIFY(world.killAt("write"));
        QCOMPARE(other.ask("refresh"), "ended refresh_unsaved");
    }

    /// At a different moment of it each time, from its first to after its last.
    void whileTheKeychainWritesItWorksOrTheReasonIsSaid()
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

    void afterTheKeychainHasWrittenNothingIsLost()
    {
        World world;
        QVERIFY(world.killAt("written"));
        QCOMPARE(world.nextProcess(), "works");
    }
};

} // namespace tst_killedrenewal

LATCHKEY_TEST(tst_killedrenewal, KilledRenewalTest, QCoreApplication)

#include "tst_killedrenewal.moc"
