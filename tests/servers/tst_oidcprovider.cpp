// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provider/providerfile.h"
#include "session/heldtokenstore.h"
#include "session/session.h"
#include "support/answers.h"
#include "support/formfillinguseragent.h"
#include "support/question.h"
#include "support/serverprocess.h"
#include "support/test.h"

#include <QDir>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QUrlQuery>

namespace tst_oidcprovider {

using State = Session::State;

const QDir servers(QStringLiteral(LATCHKEY_SERVERS_DIR));

/// The objects as main() builds them, around a real oidc-provider. The provider file names the issuer and nothing else.
struct World
{
    explicit World(const QStringList &options = {}, const char *client = "clientId")
        : server(QStringLiteral("node"),
                 QStringList{servers.filePath(QStringLiteral("oidc-provider/server.mjs"))} + options)
    {
        if (!server.isRunning())
            qFatal("oidc-provider does not start");
        QJsonObject file{{QStringLiteral("id"), QStringLiteral("sso")},
                         {QStringLiteral("api"), QStringLiteral("oidc")},
                         {QStringLiteral("issuer"), server.value("issuer")},
                         {QStringLiteral("client_id"), server.value(client)},
                         {QStringLiteral("scope"), QStringLiteral("openid profile email offline_access")}};
        if (qstrcmp(client, "clientId") != 0)
            file.insert(QStringLiteral("client_secret"), server.value("clientSecret"));
        const auto read = readProviderFile(QJsonDocument(file).toJson(), QStringLiteral("sso.json"));
        if (const auto *problem = std::get_if<ProviderProblem>(&read))
            qFatal("%s", qPrintable(problem->text()));
        provider = std::get<Provider>(read);
        start();
    }

    /// A new session, as after a restart of the application.
    void start()
    {
        // The tokens of some of these tests last for two seconds.
        session = std::make_unique<Session>(provider, storage, unusedTokens,
                                            SessionOptions{.refreshPause = std::chrono::milliseconds(0)});
    }

    bool signIn()
    {
        session->signIn(person);
        return QTest::qWaitFor([&] { return session->state() == State::SignedIn; }, 15000);
    }

    bool askForCodeAndTypeIt()
    {
        session->signIn({SignInWay::DeviceCode});
        const bool hasCode = QTest::qWaitFor([&] {
            const SignIn *attempt = session->signInAttempt();
            return attempt && attempt->deviceAuthorization();
        }, 15000);
        if (hasCode)
            person.visitDevicePage(session->signInAttempt()->deviceAuthorization()->verificationUriComplete);
        return hasCode;
    }

    Account &account() const { return *session->account(); }

    oauth::TokenSet storedTokens()
    {
        Answers<QByteArray> entry;
        store.read(account().record().key(), &context, entry.receiver());
        if (!QTest::qWaitFor([&] { return entry.count == 1; }))
            qFatal("the store does not answer");
        return StoredSession::fromEntry(**entry.last)->tokens;
    }

    void ask(Answers<QByteArray> &answers)
    {
        answers = {};
        account().resources().ask(Question{QNetworkRequest(account().provider().identityUrl())}, &context, answers.receiver());
    }

    ServerProcess server;
    QTemporaryDir folder;
    Paths paths{folder.filePath(QStringLiteral("latchkey.conf")), folder.filePath(QStringLiteral("cache")), {}};
    Provider provider;
    HeldTokenStore store;
    AccountRegistry registry{paths.settingsFile};
    AccountStorage storage{store, registry, paths};
    UnusedTokens unusedTokens{storage, {}};
    FormFillingUserAgent person{{QStringLiteral("ada"), QStringLiteral("any")}};
    QObject context;
    std::unique_ptr<Session> session;
};

const QStringList longLived{QStringLiteral("--access-token-seconds"), QStringLiteral("600")};
const QStringList shortLived{QStringLiteral("--access-token-seconds"), QStringLiteral("2")};

class OidcProviderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("node")).isEmpty())
            QSKIP("nodejs is not installed");
        if (!servers.exists(QStringLiteral("node_modules/oidc-provider")))
            QSKIP("oidc-provider is not installed: run 'npm ci' in tests/servers");
    }

    void theIssuerAloneIsEnoughToSignIn()
    {
        World world(longLived);
        QVERIFY(world.provider.needsDiscovery());
        QVERIFY(world.signIn());
        QCOMPARE(world.account().identity().id, QStringLiteral("ada"));
        QCOMPARE(world.account().identity().name, QStringLiteral("ada Müller"));
        QVERIFY(world.account().isRefreshable());
        QVERIFY(world.account().scopes().contains(QStringLiteral("openid")));
        QCOMPARE(world.person.loginCount, 1);
        QTRY_COMPARE(world.person.lastStatus, 200);
        const QUrlQuery request(world.person.shown.first());
        QCOMPARE(request.queryItemValue(QStringLiteral("code_challenge_method")), QStringLiteral("S256"));
        QCOMPARE(world.server.count(QStringLiteral("tokenRequests/authorization_code")), 1);
        QCOMPARE(world.server.stats().value(QLatin1String("refusedTokenRequests")).toObject().size(), 0);
    }

    void n42TheIdTokenIsThatOfThisAttempt()
    {
        World world(longLived);
        QVERIFY(world.signIn());
        QCOMPARE(QUrlQuery(world.person.shown.first()).queryItemValue(QStringLiteral("nonce")).size(), 43);
        QCOMPARE(world.storedTokens().subject, QStringLiteral("ada"));
        Answers<void> refreshed;
        world.account().tokens().refresh(&world.context, refreshed.receiver());
        EXPECT_SUCCESS(refreshed);
        QCOMPARE(world.storedTokens().subject, QStringLiteral("ada"));
    }

    void aDeviceCodeSignsIn()
    {
        World world(longLived);
        QVERIFY(world.askForCodeAndTypeIt());
        QTRY_COMPARE_WITH_TIMEOUT(world.session->state(), State::SignedIn, 20000);
        QCOMPARE(world.account().identity().id, QStringLiteral("ada"));
        QVERIFY(world.account().isRefreshable());
        QCOMPARE(world.storedTokens().subject, QStringLiteral("ada"));
        QCOMPARE(world.server.count(QStringLiteral("deviceAuthorizationRequests")), 1);
    }

    void aDeviceCodeThatIsRefusedThereIsDenied()
    {
        World world(longLived);
        world.person.setAnswer(FormFillingUserAgent::Answer::Deny);
        QVERIFY(world.askForCodeAndTypeIt());
        QTRY_VERIFY_WITH_TIMEOUT(world.session->error(), 20000);
        QCOMPARE(world.session->error()->code, QStringLiteral("access_denied"));
    }

    void userinfoAnswersWithTheToken()
    {
        World world(longLived);
        QVERIFY(world.signIn());
        Answers<QByteArray> answers;
        world.ask(answers);
        EXPECT_SUCCESS(answers);
        QVERIFY((*answers.last)->contains("ada@example.test"));
        QCOMPARE(world.server.count(QStringLiteral("refusedUserinfoRequests")), 0);
    }

    void tokensAreRotatedAheadByTheTimer()
    {
        World world(shortLived);
        QVERIFY(world.signIn());
        QSignalSpy refreshed(&world.account().tokens(), &AccessTokens::refreshed);
        QTRY_VERIFY_WITH_TIMEOUT(refreshed.count() >= 3, 15000);
        Answers<QByteArray> answers;
        world.ask(answers);
        EXPECT_SUCCESS(answers);
        QVERIFY(world.server.count(QStringLiteral("tokenRequests/refresh_token")) >= 3);
        QCOMPARE(world.server.count(QStringLiteral("refusedRefreshTokens")), 0);
        QCOMPARE(world.server.count(QStringLiteral("refusedUserinfoRequests")), 0);
        // The last tokens are the ones in the store.
        world.session.reset();
        world.start();
        world.session->restore();
        QTRY_COMPARE(world.session->state(), State::SignedIn);
        Answers<void> again;
        world.account().tokens().refresh(&world.context, again.receiver());
        EXPECT_SUCCESS(again);
    }

    void withoutRotationTheRefreshTokenGoesOn()
    {
        World world(shortLived + QStringList{QStringLiteral("--no-rotation")});
        QVERIFY(world.signIn());
        QSignalSpy refreshed(&world.account().tokens(), &AccessTokens::refreshed);
        QTRY_VERIFY_WITH_TIMEOUT(refreshed.count() >= 3, 15000);
        QVERIFY(world.account().isRefreshable());
        QCOMPARE(world.server.count(QStringLiteral("refusedRefreshTokens")), 0);
    }

    void aConfidentialClientSignsInAndRefreshes_data()
    {
        QTest::addColumn<QByteArray>("client");
        QTest::newRow("client_secret_post") << QByteArray("secretClientId");
        QTest::newRow("client_secret_basic") << QByteArray("basicClientId");
    }

    /// Each client is registered for one method only, and the metadata lists both.
    void aConfidentialClientSignsInAndRefreshes()
    {
        QFETCH(QByteArray, client);
        World world(longLived, client.constData());
        QVERIFY(world.signIn());
        const auto refusedCount = [&world] { return world.server.count(QStringLiteral("refusedTokenRequests/invalid_client")); };
        const int refusedAtFirst = refusedCount();
        QVERIFY(refusedAtFirst <= 1);
        Answers<void> refreshed;
        world.account().tokens().refresh(&world.context, refreshed.receiver());
        EXPECT_SUCCESS(refreshed);
        world.session.reset();
        world.start();
        world.session->restore();
        QTRY_COMPARE(world.session->state(), State::SignedIn);
        Answers<void> again;
        world.account().tokens().refresh(&world.context, again.receiver());
        EXPECT_SUCCESS(again);
        QCOMPARE(refusedCount(), refusedAtFirst); // What has worked is tried first, also after a restart.
        Answers<void> signedOut;
        world.session->signOut(&world.context, signedOut.receiver());
        EXPECT_SUCCESS(signedOut);
        QCOMPARE(world.server.count(QStringLiteral("revocationRequests")), 2);
    }

    void aConfidentialClientSignsInByADeviceCode()
    {
        World world(longLived, "basicClientId");
        QVERIFY(world.askForCodeAndTypeIt());
        QTRY_COMPARE_WITH_TIMEOUT(world.session->state(), State::SignedIn, 20000);
        QCOMPARE(world.server.count(QStringLiteral("deviceAuthorizationRequests")), 1);
    }

    void aWrongClientSecretIsDenied()
    {
        World world(longLived, "secretClientId");
        world.provider.client.clientSecret = QStringLiteral("wrong");
        world.start();
        world.session->signIn(world.person);
        QTRY_VERIFY_WITH_TIMEOUT(world.session->error(), 15000);
        QCOMPARE(world.session->error()->kind, Error::Kind::Denied);
        QCOMPARE(world.session->error()->code, QStringLiteral("invalid_client"));
        QTRY_VERIFY(world.person.lastStatus >= 400);
    }

    void signOutRevokesAtTheServer()
    {
        World world(longLived);
        QVERIFY(world.signIn());
        const oauth::TokenSet tokens = world.storedTokens();
        const QUrl userinfo = world.account().provider().identityUrl();
        QCOMPARE(::ask(userinfo, tokens.accessToken.toLatin1()).status, 200);
        Answers<void> signedOut;
        world.session->signOut(&world.context, signedOut.receiver());
        EXPECT_SUCCESS(signedOut);
        QCOMPARE(world.server.count(QStringLiteral("revocationRequests")), 2);
        QCOMPARE(::ask(userinfo, tokens.accessToken.toLatin1()).status, 401);
    }

    void whoCancelsThereIsDenied()
    {
        World world(longLived);
        world.person.setAnswer(FormFillingUserAgent::Answer::Deny);
        world.session->signIn(world.person);
        QTRY_VERIFY_WITH_TIMEOUT(world.session->error(), 15000);
        QCOMPARE(world.session->state(), State::SignedOut);
        QCOMPARE(world.session->error()->kind, Error::Kind::Denied);
        QCOMPARE(world.session->error()->code, QStringLiteral("access_denied"));
        QCOMPARE(world.server.stats().value(QLatin1String("tokenRequests")).toObject().size(), 0);
    }

    void aTokenThatTheServerDroppedIsReplaced()
    {
        World world(longLived);
        QVERIFY(world.signIn());
        world.server.order(QStringLiteral("drop-access-tokens"));
        Answers<QByteArray> answers;
        world.ask(answers);
        EXPECT_SUCCESS(answers);
        QCOMPARE(world.server.count(QStringLiteral("tokenRequests/refresh_token")), 1);
        QCOMPARE(world.server.count(QStringLiteral("refusedUserinfoRequests")), 1);
        QCOMPARE(world.session->state(), State::SignedIn);
    }

    void accessThatWasTakenBackEndsTheSession()
    {
        World world(longLived);
        QVERIFY(world.signIn());
        world.server.order(QStringLiteral("revoke-all"));
        Answers<QByteArray> answers;
        world.ask(answers);
        QTRY_COMPARE(world.session->state(), State::SignedOut);
        QCOMPARE(world.session->lastEnd()->reason, EndReason::RefreshRefused);
        QVERIFY(world.registry.accounts().isEmpty());
        QCOMPARE(world.server.count(QStringLiteral("refusedRefreshTokens")), 1);
        // The browser is still signed in there, so one press brings the person back.
        QVERIFY(world.signIn());
        QCOMPARE(world.person.loginCount, 1);
    }

    void somebodyElseIsAnotherAccount()
    {
        World world(longLived);
        QVERIFY(world.signIn());
        Answers<void> signedOut;
        world.session->signOut(&world.context, signedOut.receiver());
        EXPECT_SUCCESS(signedOut);
        world.person.switchTo({QStringLiteral("grace"), QStringLiteral("any")});
        QVERIFY(world.signIn());
        QCOMPARE(world.account().identity().id, QStringLiteral("grace"));
        QCOMPARE(world.registry.accounts().size(), 1);
    }

    /// What the server does for our safety: a code that was used, or stolen without its verifier, is worth nothing.
    void aCodeIsGoodOnceAndWithItsVerifierOnly()
    {
        World world(longLived);
        const QJsonObject metadata = ::ask(world.server.at(QStringLiteral("/.well-known/openid-configuration"))).json();
        const QUrl authorizationEndpoint(metadata.value(QLatin1String("authorization_endpoint")).toString());
        const QUrl tokenEndpoint(metadata.value(QLatin1String("token_endpoint")).toString());
        const auto error = [](const PlainAnswer &answer) { return answer.json().value(QLatin1String("error")).toString(); };
        const FormFields request =
            obtainCode(world.person, authorizationEndpoint, world.server.value("clientId"), QStringLiteral("openid"));
        FormFields stolen = request;
        stolen.last().second = QString(43, QLatin1Char('v'));
        QCOMPARE(error(::ask(tokenEndpoint, stolen)), QStringLiteral("invalid_grant"));
        QCOMPARE(::ask(tokenEndpoint, request).status, 200);
        QCOMPARE(error(::ask(tokenEndpoint, request)), QStringLiteral("invalid_grant"));
        QCOMPARE(world.server.count(QStringLiteral("refusedCodes")), 2);
    }
};

} // namespace tst_oidcprovider

LATCHKEY_TEST(tst_oidcprovider, OidcProviderTest, QCoreApplication)

#include "tst_oidcprovider.moc"
