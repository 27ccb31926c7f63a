// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/diagnosisworld.h"

#include "session/heldtokenstore.h"
#include "support/scriptedproxy.h"
#include "support/test.h"

namespace tst_diagnosis {

using diagnosis::Diagnosis;
using diagnosis::State;
using namespace std::chrono_literals;

const QString word(const char *text)
{
    return QString::fromUtf8(text);
}

/// Uses a proxy whose URL has a name and a password.
diagnosis::ProxyLookup with(const ScriptedProxy &proxy)
{
    return always(proxy.proxy(QStringLiteral("ada"), QStringLiteral("sesame")));
}

class TestDiagnosis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whereAllWorksNothingFails()
    {
        DiagnosisWorld world;
        world.look();
        QStringList names;
        for (const diagnosis::Check &check : world.diagnosis->checks()) {
            names.append(check.name);
            QVERIFY2(check.finding.state == State::Ok || check.finding.state == State::Skipped, qPrintable(check.name));
            QVERIFY(check.finding.advice.isEmpty());
        }
        const QStringList expected{word("Versions"), word("Proxy"), word("Certificates"),
                                   word("Settings of Git and curl"), word("Name of 127.0.0.1"),
                                   word("Secure connection to 127.0.0.1"), word("Secure connection to 127.0.0.1"),
                                   word("Authorization server"), word("Resource server"), word("Clock"),
                                   word("Keychain"), word("Login view"), word("Sandbox of the login view")};
        QCOMPARE(names, expected);
        QVERIFY(!world.diagnosis->hasFailed());
        EXPECT_FOUND(world, "Versions", State::Ok, word(LATCHKEY_VERSION));
        EXPECT_FOUND(world, "Resource", State::Ok, word("401"));
        EXPECT_FOUND(world, "Login view", State::Ok, word("Chromium 102.0.1"));
        QVERIFY(world.store.entries.isEmpty());
        QCOMPARE(world.store.writeCount, 1);
    }

    void serversAreAskedWithoutAToken()
    {
        DiagnosisWorld world;
        world.look();
        QCOMPARE(world.authorization.onlyRequestAt(word("/authorize")).method, QByteArray("HEAD"));
        QCOMPARE(world.resource.onlyRequestAt(word("/user")).method, QByteArray("GET"));
        QVERIFY(world.resource.onlyRequestAt(word("/user")).header("authorization").isNull());
    }

    void oneServerForBothIsLookedAtOnce()
    {
        DiagnosisWorld world;
        world.provider.server.authorizationEndpoint = world.resource.at(word("/authorize"));
        world.look();
        QCOMPARE(world.diagnosis->checks().size(), 12);
        EXPECT_FOUND(world, "Authorization", State::Ok, word("answers"));
    }

    void beforeDiscoveryTheIssuerIsAskedAlone()
    {
        DiagnosisWorld world;
        world.provider.api = Provider::Api::Oidc;
        world.provider.server = {};
        world.provider.server.issuer = world.authorization.origin();
        world.look();
        EXPECT_FOUND(world, "Authorization", State::Ok, word("answers"));
        EXPECT_FOUND(world, "Resource", State::Skipped, word("sign in"));
        QVERIFY(world.resource.requests().isEmpty());
    }

    void wrongClockIsTold_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("words");
        QTest::newRow("right") << qint64(0) << State::Ok << word("127.0.0.1");
        QTest::newRow("4 minutes") << qint64(240) << State::Ok << word("127.0.0.1");
        QTest::newRow("6 minutes behind") << qint64(-360) << State::Failed << word("6 minutes behind");
        QTest::newRow("3 hours ahead") << qint64(3 * 3600) << State::Failed << word("3 hours ahead");
        QTest::newRow("a year ahead") << qint64(365 * 24 * 3600) << State::Failed << word("365 days ahead");
    }

    void wrongClockIsTold()
    {
        QFETCH(const qint64, seconds);
        QFETCH(const State, state);
        QFETCH(const QString, words);
        DiagnosisWorld world;
        world.now = world.now.addSecs(seconds);
        world.look();
        EXPECT_FOUND(world, "Clock", state, words);
        QCOMPARE(world.diagnosis->hasFailed(), state == State::Failed);
    }

    void noServerKnowsTheTime()
    {
        DiagnosisWorld world;
        world.authorization.answer(word("/authorize"), {{.status = 200}});
        world.resource.answer(word("/user"), {{.status = 401, .headers = {{"Date", "yesterday"}}}});
        world.look();
        EXPECT_FOUND(world, "Clock", State::Skipped, word("No server"));
    }

    void errorAtTheResourceServerIsTold_data()
    {
        QTest::addColumn<ScriptedServer::Answer>("answer");
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("words");
        using Manner = ScriptedServer::Manner;
        QTest::newRow("500") << json("{}", 500) << State::Failed << word("500");
        QTest::newRow("503 of a front") << html("<html>", 503) << State::Failed << word("503");
        QTest::newRow("too many requests") << json("{}", 429) << State::Failed << word("429");
        QTest::newRow("hangs") << ScriptedServer::Answer{{}, Manner::Hang} << State::Failed << word("too long");
        QTest::newRow("drips") << ScriptedServer::Answer{{}, Manner::Drip} << State::Failed << word("too long");
        QTest::newRow("breaks off") << ScriptedServer::Answer{{}, Manner::Reset} << State::Failed << word("cannot be reached");
        QTest::newRow("captive portal") << html("<html>Welcome to our Wi-Fi</html>") << State::Warning << word("Something else");
        QTest::newRow("sent elsewhere") << redirectTo(QUrl(word("http://portal.example/"))) << State::Warning << word("Something else");
        QTest::newRow("wrong address") << json("{}", 404) << State::Warning << word("nothing at the address");
        QTest::newRow("forbidden") << json("{}", 403) << State::Ok << word("403");
    }

    void errorAtTheResourceServerIsTold()
    {
        QFETCH(const ScriptedServer::Answer, answer);
        QFETCH(const State, state);
        QFETCH(const QString, words);
        DiagnosisWorld world;
        world.resource.answer(word("/user"), answer);
        if (answer.isEndless())
            world.limits.network = 300ms;
        world.look();
        EXPECT_FOUND(world, "Resource", state, words);
        EXPECT_FOUND(world, "Authorization", State::Ok, word("answers"));
        QCOMPARE(world.diagnosis->hasFailed(), state == State::Failed);
    }

    void refusedConnectionIsTold()
    {
        DiagnosisWorld world;
        {
            const ScriptedServer gone;
            world.provider.server.authorizationEndpoint = gone.at(word("/authorize"));
        }
        world.look();
        EXPECT_FOUND(world, "Authorization", State::Failed, word("refuses"));
        EXPECT_FOUND(world, "Resource", State::Ok, word("answers"));
    }

    void unknownNameIsTold()
    {
        DiagnosisWorld world;
        world.provider.server.authorizationEndpoint = QUrl(word("https://latchkey.invalid/authorize"));
        world.look();
        EXPECT_FOUND(world, "Name of latchkey.invalid", State::Failed, word("was not found"));
        EXPECT_FOUND(world, "Authorization", State::Failed, word("was not found"));
        EXPECT_FOUND(world, "Secure connection to latchkey.invalid", State::Skipped, word("no connection"));
        EXPECT_FOUND(world, "Name of 127.0.0.1", State::Ok, word("was found"));
    }

    void proxyIsNamedWithoutItsPassword()
    {
        DiagnosisWorld world;
        const ScriptedProxy proxy("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
        world.lookUpProxies = with(proxy);
        world.look();
        EXPECT_FOUND(world, "Proxy", State::Ok, word("127.0.0.1:"));
        const QString sentence = world.found(word("Proxy")).sentence;
        QVERIFY(!sentence.contains(word("ada")) && !sentence.contains(word("sesame")));
    }

    void proxyThatWantsAPasswordIsTold()
    {
        DiagnosisWorld world;
        const ScriptedProxy proxy("HTTP/1.1 407 Proxy Authentication Required\r\n"
                                  "Proxy-Authenticate: Basic realm=\"office\"\r\nContent-Length: 0\r\n\r\n");
        world.lookUpProxies = with(proxy);
        world.look();
        EXPECT_FOUND(world, "Proxy", State::Failed, word("name and a password"));
        EXPECT_FOUND(world, "Resource", State::Failed, word("proxy"));
    }

    void proxyThatIsGoneIsTold()
    {
        DiagnosisWorld world;
        ScriptedProxy proxy(QByteArray{});
        world.lookUpProxies = with(proxy);
        proxy.close();
        world.look();
        EXPECT_FOUND(world, "Proxy", State::Failed, word("cannot be reached"));
        EXPECT_FOUND(world, "Resource", State::Failed, word("The proxy"));
    }

    void aNameThatOnlyTheProxyKnowsIsNoHarm()
    {
        DiagnosisWorld world;
        const ScriptedProxy proxy("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
        world.lookUpProxies = with(proxy);
        world.provider.apiBaseUrl = QUrl(word("http://latchkey.invalid"));
        world.look();
        EXPECT_FOUND(world, "Name of latchkey.invalid", State::Skipped, word("proxy"));
        EXPECT_FOUND(world, "Resource", State::Ok, word("401"));
    }

    void aLookupOfProxiesThatHangsKeepsNobodyWaiting()
    {
        DiagnosisWorld world;
        QPointer<QObject> context;
        world.lookUpProxies = [&](const QList<QUrl> &, QObject *waiting, const diagnosis::ProxyReceiver &) {
            context = waiting;
        };
        world.limits.proxies = 100ms;
        world.look();
        QVERIFY(!context); // The process that was asked ends with it.
        EXPECT_FOUND(world, "Proxy", State::Failed, word("in time"));
        EXPECT_FOUND(world, "Resource", State::Ok, word("401"));
    }

    void keychainErrorIsTold_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("words");
        QTest::newRow("locked") << word("access_denied") << word("locked");
        QTest::newRow("none") << word("unavailable") << word("No keychain found");
        QTest::newRow("silent") << word("timed_out") << word("does not answer");
        QTest::newRow("other") << word("out_of_paper") << word("out_of_paper");
    }

    void keychainErrorIsTold()
    {
        QFETCH(const QString, code);
        QFETCH(const QString, words);
        DiagnosisWorld world;
        world.store.refusal = Error{Error::Kind::Storage, code};
        world.look();
        EXPECT_FOUND(world, "Keychain", State::Failed, words);
        QVERIFY(!world.found(word("Keychain")).advice.isEmpty());
    }

    void aKeychainThatAnswersLateIsLeftClean()
    {
        DiagnosisWorld world;
        world.limits.local = 200ms;
        world.store.hold();
        world.look();
        EXPECT_FOUND(world, "Keychain", State::Failed, word("No answer within 0.2 seconds"));
        world.store.letGo();
        QVERIFY(world.store.entries.isEmpty());
    }

    void userAgentErrorIsTold_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("words");
        QTest::newRow("says nothing") << QByteArray("exit 0") << State::Warning << word("does not say");
        QTest::newRow("says something else") << QByteArray("echo hello") << State::Warning << word("does not say");
        QTest::newRow("hangs") << QByteArray("exec sleep 600") << State::Failed << word("No answer within");
    }

    void userAgentErrorIsTold()
    {
        QFETCH(const QByteArray, script);
        QFETCH(const State, state);
        QFETCH(const QString, words);
        DiagnosisWorld world;
        const ScriptedLoginView loginView(script);
        diagnosis::Subject subject = world.subject();
        subject.loginViewProgram = loginView.program;
        world.limits.local = 500ms;
        world.diagnosis = std::make_unique<Diagnosis>(subject, world.limits);
        world.diagnosis->start();
        QTRY_VERIFY(world.diagnosis->isFinished());
        EXPECT_FOUND(world, "Login view", state, words);
    }

    void aMissingLoginViewIsAWarning()
    {
        DiagnosisWorld world;
        diagnosis::Subject subject = world.subject();
        subject.loginViewProgram = word("/nonexistent/login-view");
        world.diagnosis = std::make_unique<Diagnosis>(subject);
        world.diagnosis->start();
        QTRY_VERIFY(world.diagnosis->isFinished());
        EXPECT_FOUND(world, "Login view", State::Warning, word("not installed"));
        EXPECT_FOUND(world, "Sandbox", State::Skipped, word("no login view"));
        QVERIFY(!world.diagnosis->hasFailed());
    }

    void sandboxErrorIsTold_data()
    {
        QTest::addColumn<QByteArray>("error");
        QTest::addColumn<QString>("words");
        QTest::newRow("root") << QByteArray("root_without_sandbox") << word("root");
        QTest::newRow("namespaces") << QByteArray("no_user_namespaces") << word("user namespaces");
        QTest::newRow("variable") << QByteArray("turned_off") << word("QTWEBENGINE_DISABLE_SANDBOX");
    }

    void sandboxErrorIsTold()
    {
        QFETCH(const QByteArray, error);
        QFETCH(const QString, words);
        DiagnosisWorld world;
        const ScriptedLoginView loginView("echo '{\"engine\":\"6.8.2\",\"sandbox_error\":\"" + error + "\"}'");
        diagnosis::Subject subject = world.subject();
        subject.loginViewProgram = loginView.program;
        world.diagnosis = std::make_unique<Diagnosis>(subject);
        world.diagnosis->start();
        QTRY_VERIFY(world.diagnosis->isFinished());
        EXPECT_FOUND(world, "Sandbox", State::Warning, words);
    }

    void whateverHangsItEnds()
    {
        DiagnosisWorld world;
        const ScriptedLoginView loginView("exec sleep 600");
        world.authorization.answer(word("/authorize"), {{}, ScriptedServer::Manner::Hang});
        world.resource.answer(word("/user"), {{}, ScriptedServer::Manner::Hang});
        world.store.hold();
        world.limits = {.proxies = 100ms, .network = 200ms, .local = 200ms};
        diagnosis::Subject subject = world.subject();
        subject.loginViewProgram = loginView.program;
        world.diagnosis = std::make_unique<Diagnosis>(subject, world.limits);
        world.diagnosis->start();
        QTRY_VERIFY(world.diagnosis->isFinished());
        QVERIFY(world.diagnosis->hasFailed());
        const auto limits = diagnosis::TimeLimits();
        QVERIFY(limits.proxies + limits.network < 20s && limits.local < 20s);
    }

    void startedAnewItFinishesOnce()
    {
        DiagnosisWorld world;
        world.authorization.answer(word("/authorize"), {{}, ScriptedServer::Manner::Hang});
        Diagnosis diagnosis(world.subject());
        QSignalSpy finished(&diagnosis, &Diagnosis::finished);
        diagnosis.start();
        QTRY_COMPARE(world.authorization.requests().size(), 1);
        world.authorization.answer(word("/authorize"), {{.status = 200}});
        diagnosis.start();
        QTRY_COMPARE(finished.count(), 1);
        world.authorization.answerWaiting({{.status = 500}});
        QVERIFY(diagnosis.isFinished() && !diagnosis.hasFailed());
        QCOMPARE(finished.count(), 1);
    }

    void deletedUnderWayItIsSilent()
    {
        DiagnosisWorld world;
        world.authorization.answer(word("/authorize"), {{}, ScriptedServer::Manner::Hang});
        auto diagnosis = std::make_unique<Diagnosis>(world.subject());
        QSignalSpy finished(diagnosis.get(), &Diagnosis::finished);
        diagnosis->start();
        QTRY_COMPARE(world.authorization.requests().size(), 1);
        diagnosis.reset();
        world.authorization.answerWaiting({{.status = 200}});
        QTRY_COMPARE(world.authorization.openConnectionCount(), 0);
        QCOMPARE(finished.count(), 0);
    }
};

} // namespace tst_diagnosis

LATCHKEY_TEST(tst_diagnosis, TestDiagnosis, QCoreApplication)

#include "tst_diagnosis.moc"
