// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandoutcome.h"
#include "session/demoworld.h"

#include "cli/commands/terminalsignin.h"
#include "support/browser.h"
#include "support/openedpages.h"
#include "support/scriptedserver.h"
#include "support/test.h"

namespace tst_terminalsignin {

struct World : DemoWorld
{
    /// Runs the command to its end.
    void run(const SignInRequest &request)
    {
        cli::TerminalSignIn command(*session, [this](const QString &text) { told.append(text); }, request);
        outcome = outcomeOf(command);
    }

    /// Uses a server that issues one code, which somebody enters at once.
    void giveCodes()
    {
        codes.answer(QStringLiteral("/code"),
                     json(R"({"device_code": "d", "user_code": "WDJB-MJHT", "interval": 1, "expires_in": 900,
                              "verification_uri": "http://127.0.0.1/device"})"));
        codes.answer(QStringLiteral("/token"), [this](const loopback::Request &) { return json(tokenAnswer); });
        provider.server.deviceAuthorizationEndpoint = codes.at(QStringLiteral("/code"));
        provider.server.tokenEndpoint = codes.at(QStringLiteral("/token"));
        start();
    }

    /// An access token of the demo provider.
    QString validToken()
    {
        if (!signIn())
            return {};
        const QString token = stored().tokens.accessToken;
        start();
        return token;
    }

    ScriptedServer codes;
    QByteArray tokenAnswer = "{\"error\": \"access_denied\"}";
    QStringList told;
    cli::Outcome outcome;
};

class TerminalSignInTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void browserSignsInAndTheLinkIsPrinted()
    {
        World world;
        OpenedPages pages;
        QObject::connect(&pages, &OpenedPages::opened, &world.person, &FormFillingUserAgent::show);
        world.run({SignInWay::Browser});
        QCOMPARE(world.outcome.code, cli::Done);
        QVERIFY2(world.outcome.out.contains(QLatin1String("as ada-demo. Scopes: read:user")), qPrintable(world.outcome.out));
        QCOMPARE(pages.urls.size(), 1);
        QCOMPARE(world.told.size(), 1);
        QVERIFY(world.told.first().contains(pages.urls.first().toString(QUrl::FullyEncoded)));
        QCOMPARE(world.registry.accounts().size(), 1);
    }

    void tooManyCookiesAreToldWhileThePageIsOpen()
    {
        World world;
        OpenedPages pages;
        std::unique_ptr<RawClient> browser;
        QObject::connect(&pages, &OpenedPages::opened, &world.person, [&](const QUrl &page) {
            browser = std::make_unique<RawClient>(redirectUriOf(page));
            browser->send(callbackWithTooManyCookies(page));
            QTRY_COMPARE(browser->status(), 431);
            world.person.show(page);
        });
        world.run({SignInWay::Browser});
        QCOMPARE(world.outcome.code, cli::Done);
        QCOMPARE(world.told.size(), 2);
        QVERIFY2(world.told.last().contains(QLatin1String("too many cookies for 127.0.0.1")), qPrintable(world.told.last()));
    }

    void codeAndAddressArePrintedOnce()
    {
        World world;
        const QString token = world.validToken();
        world.giveCodes();
        world.tokenAnswer = "{\"access_token\": \"" + token.toLatin1() + "\", \"token_type\": \"bearer\", \"scope\": \"read:user\"}";
        world.run({SignInWay::DeviceCode});
        QCOMPARE(world.outcome.code, cli::Done);
        QCOMPARE(world.told.size(), 1);
        QVERIFY(world.told.first().contains(QLatin1String("WDJB-MJHT")));
        QVERIFY(world.told.first().contains(QLatin1String("http://127.0.0.1/device")));
        QVERIFY(world.told.first().contains(QLatin1String("somebody else")));
        QCOMPARE(world.stored().tokens.accessToken, token);
    }

    void declinedCodeIsToldInWords()
    {
        World world;
        world.giveCodes();
        world.run({SignInWay::DeviceCode});
        QCOMPARE(world.outcome.code, cli::Failed);
        QVERIFY(world.outcome.err.contains(QLatin1String("declined")));
        QVERIFY(world.registry.accounts().isEmpty());
    }

    void tokenIsCheckedAndTheScopesAreTold()
    {
        World world;
        const QString token = world.validToken();
        world.store.entries.clear();
        world.run({.way = SignInWay::Token, .token = token});
        QCOMPARE(world.outcome.code, cli::Done);
        QVERIFY2(world.outcome.out.contains(QLatin1String("as ada-demo")), qPrintable(world.outcome.out));
        QCOMPARE(world.stored().tokens.accessToken, token);
    }

    void refusedTokenIsNotKept()
    {
        World world;
        world.run({.way = SignInWay::Token, .token = QStringLiteral("ghp_wrong")});
        QCOMPARE(world.outcome.code, cli::Failed);
        QVERIFY2(world.outcome.err.contains(QLatin1String("does not accept this token")), qPrintable(world.outcome.err));
        QVERIFY(!world.outcome.err.contains(QLatin1String("ghp_wrong")));
        QVERIFY(world.isForgotten());
    }

    void tokenNeedsNoRegistration()
    {
        World world;
        const QString token = world.validToken();
        world.provider.client.clientId.clear();
        world.start();
        world.run({.way = SignInWay::Token, .token = token});
        QCOMPARE(world.outcome.code, cli::Done);
    }

    void codeWithoutRegistrationSaysWhatToDo()
    {
        World world;
        world.provider.client.clientId.clear();
        world.start();
        world.run({SignInWay::DeviceCode});
        QCOMPARE(world.outcome.code, cli::Failed);
        QVERIFY(world.outcome.err.contains(QLatin1String("latchkey/providers")));
        QVERIFY(world.outcome.err.contains(QLatin1String("\"id\": \"demo\"")));
    }

    void withoutKeychainNobodyIsSignedInAndTheTokensAreGivenBack()
    {
        World world;
        world.store.refusal = Error{Error::Kind::Storage, QStringLiteral("unavailable")};
        world.run({SignInWay::Browser, &world.person});
        QCOMPARE(world.outcome.code, cli::Failed);
        QVERIFY2(world.outcome.err.contains(QLatin1String("No keychain found")), qPrintable(world.outcome.err));
        QTRY_COMPARE(world.server.liveTokenCount(), 0);
        QVERIFY(world.registry.accounts().isEmpty());
    }

    void aSignInThatCannotBeStoredTakesNothingFromTheOneBefore()
    {
        World world;
        QVERIFY(world.signIn());
        const StoredSession before = world.stored();
        const int live = world.server.liveTokenCount();
        world.start();
        world.store.refusal = Error{Error::Kind::Storage, QStringLiteral("locked")};
        world.run({SignInWay::Browser, &world.person});
        QCOMPARE(world.outcome.code, cli::Failed);
        QTRY_VERIFY(!world.isBusy());
        QCOMPARE(world.registry.accounts().size(), 1);
        QCOMPARE(world.stored().tokens.accessToken, before.tokens.accessToken);
        QCOMPARE(world.server.liveTokenCount(), live);
    }

    void whoSignsInAgainGivesTheOldTokensBack()
    {
        World world;
        QVERIFY(world.signIn());
        const QString old = world.stored().tokens.accessToken;
        world.start();
        world.run({SignInWay::Browser, &world.person});
        QCOMPARE(world.outcome.code, cli::Done);
        QTRY_VERIFY(!world.isBusy());
        QCOMPARE(world.count(demo::Endpoint::Revocation), 1);
        QVERIFY(world.server.lastRequest(demo::Endpoint::Revocation).body.contains(old.toLatin1()));
        Answers<void> refreshed;
        world.session->account()->tokens().refresh(world.session.get(), refreshed.receiver());
        EXPECT_SUCCESS(refreshed);
    }
};

} // namespace tst_terminalsignin

LATCHKEY_TEST(tst_terminalsignin, TerminalSignInTest, QCoreApplication)

#include "tst_terminalsignin.moc"
