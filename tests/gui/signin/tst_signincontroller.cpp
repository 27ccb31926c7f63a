// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/demoworld.h"

#include "gui/signin/signincontroller.h"
#include "support/test.h"

#include <QSignalSpy>

namespace tst_signincontroller {

using namespace std::chrono_literals;

const Error noBrowser{Error::Kind::NoUserAgent, QStringLiteral("no_browser")};

/// A person who does nothing, in front of no window.
struct World : DemoWorld
{
    World()
    {
        for (FormFillingUserAgent *agent : {&person, &browser, &link})
            agent->setAnswer(FormFillingUserAgent::Answer::None);
    }

    void open()
    {
        start();
        controller = std::make_unique<SignInController>(*session, setup);
    }

    FormFillingUserAgent browser{demoPerson()};
    FormFillingUserAgent link{demoPerson()};
    OwnRegistrations registrations{folder.filePath(QStringLiteral("providers")), store};
    SignInSetup setup{person, browser, link, registrations};
    std::unique_ptr<SignInController> controller;
};

class SignInControllerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachWayGoesToItsUserAgent_data();
    void eachWayGoesToItsUserAgent();
    void waysThatTheProviderLacksAreNotStarted();
    void attemptAsksForWhatWasRequested();
    void goingBackCancelsAndDismissesTheError();
    void tokenIsAskedForBeforeAnAttempt();
    void failedBrowserLeavesTheLinkAndACode();
    void aClientIdWithoutASecretSignsInWithACode();
    void gitHubCliIsOfferedOnceItHasAnswered();
    void brokenLoginViewChangesTheOrder();
    void lostBrowserWithoutCodesNeedsTheLink();
    void anotherProviderForgetsTheRequest();
    void theLoginViewHandsTheSameAttemptToTheBrowser();
    void aBrowserThatCannotTakeTheAttemptLeavesTheLink();
};

void SignInControllerTest::eachWayGoesToItsUserAgent_data()
{
    QTest::addColumn<SignInWay>("way");
    QTest::newRow("login view") << SignInWay::LoginView;
    QTest::newRow("browser") << SignInWay::Browser;
    QTest::newRow("link") << SignInWay::Link;
}

void SignInControllerTest::eachWayGoesToItsUserAgent()
{
    QFETCH(SignInWay, way);
    World world;
    world.open();
    world.controller->signIn(way);
    QCOMPARE(world.controller->page(), SignInPage::Progress);
    QTRY_COMPARE(static_cast<FormFillingUserAgent *>(world.setup.userAgentFor(way))->shown.size(), 1);
    QCOMPARE(world.person.shown.size() + world.browser.shown.size() + world.link.shown.size(), 1);
}

void SignInControllerTest::waysThatTheProviderLacksAreNotStarted()
{
    World world;
    world.provider.needsSecretForPages = true;
    world.provider.server.deviceAuthorizationEndpoint.clear();
    world.open();
    for (const SignInWay way : {SignInWay::LoginView, SignInWay::Browser, SignInWay::Link, SignInWay::DeviceCode})
        world.controller->signIn(way);
    world.controller->signInAgain(std::nullopt);
    QCOMPARE(world.session->state(), Session::State::SignedOut);
    QCOMPARE(world.controller->page(), SignInPage::Ways);
}

void SignInControllerTest::attemptAsksForWhatWasRequested()
{
    World world;
    world.open();
    world.controller->setRequest({.scope = QStringLiteral("read:user repo"), .loginHint = QStringLiteral("ada")});
    world.controller->signInAgain(std::nullopt);
    const SignInRequest &request = world.session->signInAttempt()->request();
    QCOMPARE(request.way, SignInWay::LoginView);
    QCOMPARE(request.scope, QStringLiteral("read:user repo"));
    QCOMPARE(request.loginHint, QStringLiteral("ada"));
}

void SignInControllerTest::goingBackCancelsAndDismissesTheError()
{
    World world;
    world.open();
    world.controller->signIn(SignInWay::LoginView);
    Q_EMIT world.person.failed(Error{Error::Kind::NoUserAgent, QStringLiteral("ended")});
    QTRY_COMPARE(world.session->state(), Session::State::SignedOut);
    QVERIFY(world.controller->situation().error);
    world.controller->openPage(SignInPage::Host);
    QCOMPARE(world.controller->page(), SignInPage::Host);
    world.controller->goBack();
    QCOMPARE(world.controller->page(), SignInPage::Ways);
    QVERIFY(!world.controller->situation().error);
    world.controller->signIn(SignInWay::Browser);
    world.controller->goBack();
    QCOMPARE(world.session->state(), Session::State::SignedOut);
    QCOMPARE(world.controller->page(), SignInPage::Ways);
}

void SignInControllerTest::tokenIsAskedForBeforeAnAttempt()
{
    World world;
    world.open();
    world.controller->signIn(SignInWay::Token);
    QCOMPARE(world.controller->page(), SignInPage::Token);
    QCOMPARE(world.session->state(), Session::State::SignedOut);
    world.controller->checkToken(QStringLiteral("two words"));
    QTRY_VERIFY(world.controller->situation().error);
    QCOMPARE(world.controller->page(), SignInPage::Token);
}

void SignInControllerTest::failedBrowserLeavesTheLinkAndACode()
{
    World world;
    world.open();
    QSignalSpy required(world.controller.get(), &SignInController::linkRequired);
    world.controller->signIn(SignInWay::Browser);
    QTRY_COMPARE(world.browser.shown.size(), 1);
    Q_EMIT world.browser.failed(noBrowser);
    QTRY_COMPARE(world.link.shown.size(), 1);
    QCOMPARE(required.count(), 1);
    QTRY_VERIFY(world.session->signInAttempt()->deviceAuthorization());
    QCOMPARE(world.controller->page(), SignInPage::Progress);
    QVERIFY(!world.session->signInAttempt()->authorizationRequest().isEmpty());
}

/// As in a build with a client ID for GitHub.
void SignInControllerTest::aClientIdWithoutASecretSignsInWithACode()
{
    World world;
    world.provider.needsSecretForPages = true;
    world.open();
    QCOMPARE(world.controller->nextWay(), std::optional(SignInWay::DeviceCode));
    world.controller->signInAgain(std::nullopt);
    QTRY_VERIFY(world.session->signInAttempt()->deviceAuthorization());
    FormFillingUserAgent device{demoPerson()};
    device.visitDevicePage(world.session->signInAttempt()->deviceAuthorization()->verificationUriComplete);
    QTRY_COMPARE_WITH_TIMEOUT(world.session->state(), Session::State::SignedIn, 20000);
}

void SignInControllerTest::gitHubCliIsOfferedOnceItHasAnswered()
{
    World world;
    QFile program(world.folder.filePath(QStringLiteral("gh")));
    QVERIFY(program.open(QIODevice::WriteOnly));
    program.write("#!/bin/sh\ncase $1 in config) echo ada-demo;; auth) cat $(dirname $0)/token;; esac\n");
    program.close();
    program.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    world.setup.cli = GitHubCli(program.fileName());
    world.open();
    QSignalSpy changed(world.controller.get(), &SignInController::waysChanged);
    world.controller->signIn(SignInWay::GitHubCli);
    QCOMPARE(world.session->state(), Session::State::SignedOut); // Nobody is signed in there, as far as is known.
    world.controller->findCliSignIn();
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(world.controller->cliLogin(), QStringLiteral("ada-demo"));
    world.controller->signIn(SignInWay::GitHubCli);
    QCOMPARE(world.controller->page(), SignInPage::Progress);
    QTRY_VERIFY(world.controller->situation().error); // There is no file with a token.
    QCOMPARE(world.controller->situation().error->code, QStringLiteral("no_cli_sign_in"));
}

void SignInControllerTest::brokenLoginViewChangesTheOrder()
{
    World world;
    world.open();
    QSignalSpy failed(world.controller.get(), &SignInController::loginViewFailed);
    Q_EMIT world.person.failed(Error{Error::Kind::NoUserAgent, QStringLiteral("ended")});
    QCOMPARE(world.controller->ways().first().way, SignInWay::LoginView);
    QCOMPARE(world.controller->nextWay(), std::optional(SignInWay::Browser));
    Q_EMIT world.person.failed(Error{Error::Kind::NoUserAgent, QStringLiteral("missing")});
    QCOMPARE(world.controller->ways().first().way, SignInWay::Browser);
    QCOMPARE(failed.count(), 2);
    QVERIFY(!world.controller->message().isEmpty());
}

void SignInControllerTest::lostBrowserWithoutCodesNeedsTheLink()
{
    World world;
    world.setup.browserPatience = 20ms;
    world.provider.server.deviceAuthorizationEndpoint.clear();
    world.open();
    QSignalSpy required(world.controller.get(), &SignInController::linkRequired);
    world.controller->signIn(SignInWay::Browser);
    QTRY_COMPARE(required.count(), 1);
    QCOMPARE(world.session->state(), Session::State::SigningIn);
}

void SignInControllerTest::anotherProviderForgetsTheRequest()
{
    World world;
    world.open();
    world.controller->setRequest({.loginHint = QStringLiteral("ada")});
    world.controller->openPage(SignInPage::Host);
    Provider other = world.provider;
    other.id = QStringLiteral("other");
    world.controller->registration().open(other);
    QTRY_COMPARE(world.session->provider().id, QStringLiteral("other"));
    QCOMPARE(world.controller->page(), SignInPage::Ways);
    world.controller->signIn(SignInWay::Browser);
    QCOMPARE(world.session->signInAttempt()->request().loginHint, QString());
}

void SignInControllerTest::theLoginViewHandsTheSameAttemptToTheBrowser()
{
    World world;
    world.open();
    world.controller->signIn(SignInWay::LoginView);
    QTRY_COMPARE(world.person.shown.size(), 1);
    const SignIn *attempt = world.session->signInAttempt();
    world.browser.setAnswer(FormFillingUserAgent::Answer::Allow);
    Q_EMIT world.person.browserRequested();
    QCOMPARE(world.browser.shown, world.person.shown);
    QCOMPARE(world.session->signInAttempt(), attempt);
    QCOMPARE(world.controller->page(), SignInPage::Progress);
    QTRY_COMPARE(world.session->state(), Session::State::SignedIn);
}

void SignInControllerTest::aBrowserThatCannotTakeTheAttemptLeavesTheLink()
{
    World world;
    world.provider.server.deviceAuthorizationEndpoint.clear();
    world.open();
    QSignalSpy required(world.controller.get(), &SignInController::linkRequired);
    world.controller->signIn(SignInWay::LoginView);
    QTRY_COMPARE(world.person.shown.size(), 1);
    Q_EMIT world.person.browserRequested();
    Q_EMIT world.browser.failed(noBrowser);
    QVERIFY(required.count() > 0);
    QCOMPARE(world.session->state(), Session::State::SigningIn);
}

} // namespace tst_signincontroller

LATCHKEY_TEST(tst_signincontroller, SignInControllerTest, QApplication)

#include "tst_signincontroller.moc"
