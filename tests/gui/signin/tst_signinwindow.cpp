// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/demoworld.h"

#include "gui/parts/inlinealert.h"
#include "gui/signin/pages/wayspage.h"
#include "gui/signin/parts/devicecodeview.h"
#include "gui/signin/parts/qrcode.h"
#include "gui/signin/parts/numberedstep.h"
#include "gui/signin/signinwindow.h"
#include "provider/providercatalog.h"
#include "session/registration/ownregistrations.h"
#include "support/browser.h"
#include "support/listeningsockets.h"
#include "support/openedpages.h"
#include "support/scriptedserver.h"
#include "support/test.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTimer>
#include <QUrlQuery>

namespace tst_signinwindow {

using namespace std::chrono_literals;

demo::DemoProvider::Options quickCodes()
{
    demo::DemoProvider::Options options;
    options.deviceCodeInterval = 1s;
    return options;
}

/// The server calls itself an issuer with a path, also where it is asked for one without.
void answerAsRealm(ScriptedServer &server)
{
    const QString wellKnown = QStringLiteral("/.well-known/openid-configuration");
    const QByteArray metadata = QJsonDocument(QJsonObject{
        {QStringLiteral("issuer"), server.at(QStringLiteral("/realms/a")).toString()},
        {QStringLiteral("authorization_endpoint"), server.at(QStringLiteral("/authorize")).toString()},
        {QStringLiteral("token_endpoint"), server.at(QStringLiteral("/token")).toString()},
        {QStringLiteral("userinfo_endpoint"), server.at(QStringLiteral("/me")).toString()}}).toJson();
    server.answer(wellKnown, json(metadata));
    server.answer(QStringLiteral("/realms/a") + wellKnown, json(metadata));
}

/// The sign-in window. The person does nothing until the test says so.
struct World : DemoWorld
{
    explicit World(const demo::DemoProvider::Options &options = quickCodes()) : DemoWorld(options)
    {
        provider.apiBaseUrl = server.apiBaseUrl();
        setup.catalog = &catalog;
        person.setAnswer(FormFillingUserAgent::Answer::None);
        browser.setAnswer(FormFillingUserAgent::Answer::None);
        link.setAnswer(FormFillingUserAgent::Answer::None);
    }

    void open()
    {
        start();
        window = std::make_unique<SignInWindow>(*session, setup);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }

    template<typename Widget>
    Widget *find(const char *name) const { return window->findChild<Widget *>(QLatin1String(name)); }
    /// A button or a row. Null if it is not offered.
    QAbstractButton *button(const char *name) const
    {
        auto *found = find<QAbstractButton>(name);
        return found && found->isVisible() ? found : nullptr;
    }
    QString label(const char *name) const { return find<QLabel>(name)->text(); }
    bool isShown(const char *name) const
    {
        const auto *widget = find<QWidget>(name);
        return widget && widget->isVisible();
    }
    QString notice() const { return find<InlineAlert>("noticeBar")->text(); }
    QPushButton *noticeButton() const { return find<InlineAlert>("noticeBar")->findChild<QPushButton *>(); }
    QString focus() const { return window->focusWidget() ? window->focusWidget()->objectName() : QString(); }
    void press(Qt::Key key) const { QTest::keyClick(window->focusWidget(), key); }
    void click(const char *name) const { QTest::mouseClick(button(name), Qt::LeftButton); }
    void type(const char *edit, const QString &text) const
    {
        find<QLineEdit>(edit)->clear();
        QTest::keyClicks(find<QLineEdit>(edit), text);
    }

    /// Types the code on another device.
    void typeCode() { elsewhere.visitDevicePage(session->signInAttempt()->deviceAuthorization()->verificationUriComplete); }

    /// An access token of the server. Nobody is signed in afterwards.
    QString makeToken()
    {
        FormFillingUserAgent maker(demoPerson());
        session->signIn(maker);
        if (!waitFor(Session::State::SignedIn))
            return {};
        const QString token = stored().tokens.accessToken;
        session.reset();
        store.entries.clear();
        if (!registry.remove(key) || !registry.setStray(key, false))
            qFatal("the account cannot be forgotten");
        QDir(cacheFolder()).removeRecursively();
        return token;
    }

    FormFillingUserAgent browser{demoPerson()};
    FormFillingUserAgent link{demoPerson()};
    FormFillingUserAgent elsewhere{demoPerson()};
    ProviderCatalog catalog{QStringList()};
    OwnRegistrations registrations{folder.filePath(QStringLiteral("providers")), store};
    SignInSetup setup{person, browser, link, registrations};
    OpenedPages opened;
    std::unique_ptr<SignInWindow> window;
};

class SignInWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bestWayForTheMachineIsFirstAndTakesEnter_data();
    void bestWayForTheMachineIsFirstAndTakesEnter();
    void keyboardAloneSignsInByEachPage_data();
    void keyboardAloneSignsInByEachPage();
    void keyboardAloneSignsInByCode();
    void keyboardAloneSignsInByToken();
    void pastedTokenMayHaveWhatPagesAddToIt();
    void codeIsOfferedBesideABrowserThatDoesNotComeBack();
    void browserThatComesBackLateSignsIn();
    void tooManyCookiesAreSaidWhileThePageIsOpen();
    void withoutCodesTheLinkIsPointedOut();
    void loginViewHasNoTimeLimit();
    void codeCanBeAskedForBesideAnyPage();
    void brokenLoginViewHandsEnterToTheBrowser();
    void onARemoteMachineTheCodeStaysFirstWithoutALoginView();
    void missingBrowserLeavesTheLinkAndACode();
    void cancelClosesThePortAndShowsAllWays_data();
    void cancelClosesThePortAndShowsAllWays();
    void codeIsCopiedAndItsPageOpened();
    void theFocusStaysWhileACodeIsShown();
    void codeIsAccessible();
    void expiredCodeOffersANewOneWithEnter();
    void expiredCodeIsLeftByEscape();
    void refusedTokenCanBeCorrected();
    void tokenIsTakenFromTheClipboard();
    void ownerAndPermissionsOfATokenAreShownBeforeItIsKept();
    void unwantedTokenIsLeftToItsOwner();
    void anotherHostIsChosenWithTheKeyboard();
    void copiedAddressOfAServerIsRead();
    void theAddressOfAnEarlierVisitIsGone();
    void stepsLeaveRoomForTheirNumbersFromRightToLeftToo();
    void badHostIsExplained_data();
    void badHostIsExplained();
    void serverWithoutClientIdOffersFirstWhatNeedsNone();
    void serverWithoutAnyWayLeadsToConnecting();
    void ownAppIsConnectedFromTheWays();
    void gitHubFormIsFilledIn();
    void connectingKeepsTheRegistrationAndSignsIn();
    void wrongRegistrationIsExplainedAndNotKept_data();
    void wrongRegistrationIsExplainedAndNotKept();
    void badIssuerIsExplained_data();
    void badIssuerIsExplained();
    void issuerThatTheServerNamesIsUsedByOnePress();
    void registrationGoesAlongToTheIssuerThatTheServerNames_data();
    void registrationGoesAlongToTheIssuerThatTheServerNames();
    void issuerOfARegisteredProviderIsUsedByOnePress_data();
    void issuerOfARegisteredProviderIsUsedByOnePress();
    void refusedRegistrationCanBeChanged();
    void withoutSecretGitHubOffersNoPages();
    void everyControlHasNames();
    void keysOfTheMainWindowWork();
};

void SignInWindowTest::bestWayForTheMachineIsFirstAndTakesEnter_data()
{
    QTest::addColumn<bool>("isCodeFirst");
    QTest::addColumn<QString>("first");
    QTest::newRow("desktop") << false << QStringLiteral("signInHereButton");
    QTest::newRow("remote") << true << QStringLiteral("useCodeButton");
}

void SignInWindowTest::bestWayForTheMachineIsFirstAndTakesEnter()
{
    QFETCH(bool, isCodeFirst);
    QFETCH(QString, first);
    World world;
    world.setup.machine.hasBrowserObstacle = isCodeFirst;
    world.open();
    QCOMPARE(world.focus(), first);
    QAbstractButton *best = world.button(first.toLatin1().constData());
    const int top = best->mapTo(world.window.get(), QPoint()).y();
    for (const char *other : {"signInHereButton", "signInWithBrowserButton", "useCodeButton", "useTokenButton", "copyLinkButton"}) {
        QVERIFY2(world.isShown(other), other);
        QVERIFY2(world.button(other) == best || world.button(other)->mapTo(world.window.get(), QPoint()).y() > top, other);
    }
    world.press(Qt::Key_Return);
    QCOMPARE(world.session->state(), Session::State::SigningIn);
    QCOMPARE(world.session->signInAttempt()->request().way == SignInWay::DeviceCode, isCodeFirst);
}

void SignInWindowTest::keyboardAloneSignsInByEachPage_data()
{
    QTest::addColumn<QString>("button");
    for (const char *button : {"signInHereButton", "signInWithBrowserButton", "copyLinkButton"})
        QTest::newRow(button) << QString::fromLatin1(button);
}

void SignInWindowTest::keyboardAloneSignsInByEachPage()
{
    QFETCH(QString, button);
    World world;
    world.person.setAnswer(FormFillingUserAgent::Answer::Allow);
    world.browser.setAnswer(FormFillingUserAgent::Answer::Allow);
    world.link.setAnswer(FormFillingUserAgent::Answer::Allow);
    world.open();
    for (int i = 0; i < 10 && world.focus() != button; ++i)
        world.press(Qt::Key_Tab);
    QCOMPARE(world.focus(), button);
    world.press(Qt::Key_Return);
    QVERIFY(world.waitFor(Session::State::SignedIn));
}

void SignInWindowTest::keyboardAloneSignsInByCode()
{
    World world;
    world.open();
    for (int i = 0; i < 10 && world.focus() != QLatin1String("useCodeButton"); ++i)
        world.press(Qt::Key_Tab);
    world.press(Qt::Key_Return);
    QTRY_VERIFY(world.isShown("deviceCodeView"));
    QCOMPARE(world.focus(), QStringLiteral("openPageButton"));
    world.press(Qt::Key_Return);
    QCOMPARE(world.opened.urls.size(), 1);
    world.typeCode();
    QVERIFY(world.waitFor(Session::State::SignedIn));
}

void SignInWindowTest::keyboardAloneSignsInByToken()
{
    World world;
    const QString token = world.makeToken();
    QVERIFY(!token.isEmpty());
    world.open();
    for (int i = 0; i < 10 && world.focus() != QLatin1String("useTokenButton"); ++i)
        world.press(Qt::Key_Tab);
    world.press(Qt::Key_Return);
    QCOMPARE(world.focus(), QStringLiteral("tokenEdit"));
    QCOMPARE(world.find<QLineEdit>("tokenEdit")->echoMode(), QLineEdit::Password);
    QTest::keyClicks(world.find<QLineEdit>("tokenEdit"), token + QLatin1Char(' '));
    world.press(Qt::Key_Return);
    QTRY_COMPARE(world.focus(), QStringLiteral("keepTokenButton"));
    QVERIFY(world.isForgotten());
    world.press(Qt::Key_Return);
    QVERIFY(world.waitFor(Session::State::SignedIn));
    QCOMPARE(world.stored().tokens.accessToken, token);
}

void SignInWindowTest::pastedTokenMayHaveWhatPagesAddToIt()
{
    World world;
    const QString token = world.makeToken();
    world.open();
    for (const QString &copied : {QStringLiteral("\ufeff%1\r\n"), QStringLiteral("\u200b%1\u00a0"), QStringLiteral(" \"%1\"")}) {
        world.click("useTokenButton");
        QGuiApplication::clipboard()->setText(copied.arg(token));
        world.click("pasteTokenButton");
        QTRY_VERIFY2(world.isShown("keepTokenButton"), qPrintable(world.notice()));
        world.press(Qt::Key_Escape);
        QTRY_VERIFY(world.isShown("useTokenButton"));
    }
}

void SignInWindowTest::codeIsOfferedBesideABrowserThatDoesNotComeBack()
{
    World world;
    world.setup.browserPatience = 50ms;
    world.open();
    world.click("signInWithBrowserButton");
    QVERIFY(!world.isShown("deviceCodeView"));
    QTRY_VERIFY(world.isShown("deviceCodeView"));
    QVERIFY(world.isShown("copyOpenLinkButton"));
    QCOMPARE(world.focus(), QStringLiteral("progressPage"));
    world.click("copyOpenLinkButton");
    QCOMPARE(QUrl(QGuiApplication::clipboard()->text()), world.browser.shown.value(0));
    world.typeCode();
    QVERIFY(world.waitFor(Session::State::SignedIn));
}

void SignInWindowTest::browserThatComesBackLateSignsIn()
{
    World world;
    world.setup.browserPatience = 50ms;
    world.open();
    world.click("signInWithBrowserButton");
    QTRY_VERIFY(world.isShown("deviceCodeView"));
    world.browser.setAnswer(FormFillingUserAgent::Answer::Allow);
    world.browser.show(world.session->signInAttempt()->authorizationRequest());
    QVERIFY(world.waitFor(Session::State::SignedIn));
}

void SignInWindowTest::tooManyCookiesAreSaidWhileThePageIsOpen()
{
    World world;
    world.open();
    world.click("signInWithBrowserButton");
    QTRY_COMPARE(world.browser.shown.size(), 1);
    RawClient client(redirectUriOf(world.browser.shown.first()));
    client.send(callbackWithTooManyCookies(world.browser.shown.first()));
    QTRY_VERIFY2(world.label("progressLabel").contains(QLatin1String("too many cookies for 127.0.0.1")),
                 qPrintable(world.label("progressLabel")));
    QCOMPARE(world.session->state(), Session::State::SigningIn);
    world.browser.setAnswer(FormFillingUserAgent::Answer::Allow);
    world.browser.show(world.session->signInAttempt()->authorizationRequest());
    QVERIFY(world.waitFor(Session::State::SignedIn));
}

void SignInWindowTest::withoutCodesTheLinkIsPointedOut()
{
    World world;
    world.setup.browserPatience = 50ms;
    world.provider.server.deviceAuthorizationEndpoint.clear();
    world.open();
    QVERIFY(!world.isShown("useCodeButton"));
    world.click("signInWithBrowserButton");
    QTRY_VERIFY(world.label("progressLabel").contains(QLatin1String("copy the link")));
    QVERIFY(world.isShown("copyOpenLinkButton"));
    QVERIFY(!world.isShown("codeBesideButton"));
    QCOMPARE(world.session->state(), Session::State::SigningIn);
}

void SignInWindowTest::loginViewHasNoTimeLimit()
{
    World world;
    world.setup.browserPatience = 20ms;
    world.open();
    world.click("signInHereButton");
    QTRY_COMPARE(world.person.shown.size(), 1);
    bool isPatienceOver = false;
    QTimer::singleShot(5 * world.setup.browserPatience, world.window.get(), [&] { isPatienceOver = true; });
    QTRY_VERIFY(isPatienceOver);
    QVERIFY(!world.isShown("deviceCodeView"));
    QCOMPARE(world.count(demo::Endpoint::DeviceCode), 0);
}

void SignInWindowTest::codeCanBeAskedForBesideAnyPage()
{
    World world;
    world.open();
    world.click("signInHereButton");
    QTRY_VERIFY(world.isShown("codeBesideButton"));
    world.click("codeBesideButton");
    QTRY_VERIFY(world.isShown("deviceCodeView"));
    QVERIFY(!world.isShown("codeBesideButton"));
    world.typeCode();
    QVERIFY(world.waitFor(Session::State::SignedIn));
    QCOMPARE(world.person.dismissCount, 1);
}

void SignInWindowTest::onARemoteMachineTheCodeStaysFirstWithoutALoginView()
{
    World world;
    world.setup.machine.hasBrowserObstacle = true;
    world.open();
    Q_EMIT world.person.failed(Error{Error::Kind::NoUserAgent, QStringLiteral("missing")});
    QCOMPARE(world.focus(), QStringLiteral("useCodeButton"));
}

void SignInWindowTest::brokenLoginViewHandsEnterToTheBrowser()
{
    World world;
    world.browser.setAnswer(FormFillingUserAgent::Answer::Allow);
    world.open();
    Q_EMIT world.person.failed(Error{Error::Kind::NoUserAgent, QStringLiteral("no_user_namespaces")});
    QVERIFY(world.notice().contains(QLatin1String("Use your browser")));
    QCOMPARE(world.focus(), QStringLiteral("signInWithBrowserButton"));
    QVERIFY(!world.isShown("signInHereButton"));
    world.press(Qt::Key_Return);
    QVERIFY(world.waitFor(Session::State::SignedIn));
}

void SignInWindowTest::missingBrowserLeavesTheLinkAndACode()
{
    World world;
    world.open();
    world.click("signInWithBrowserButton");
    QTRY_COMPARE(world.browser.shown.size(), 1);
    Q_EMIT world.browser.failed(Error{Error::Kind::NoUserAgent, QStringLiteral("no_browser")});
    QTRY_VERIFY(world.isShown("deviceCodeView"));
    QVERIFY(world.isShown("progressPage"));
    QVERIFY(world.isShown("copyOpenLinkButton"));
}

void SignInWindowTest::cancelClosesThePortAndShowsAllWays_data()
{
    QTest::addColumn<QByteArray>("button");
    for (const char *button : {"signInHereButton", "signInWithBrowserButton", "copyLinkButton", "useCodeButton"})
        QTest::newRow(button) << QByteArray(button);
}

void SignInWindowTest::cancelClosesThePortAndShowsAllWays()
{
    QFETCH(QByteArray, button);
    World world;
    world.open();
    const auto before = listeningSockets();
    world.click(button.constData());
    QTRY_VERIFY(world.isShown("copyOpenLinkButton") || world.isShown("deviceCodeView"));
    QTest::keyClick(world.window.get(), Qt::Key_Escape);
    QTRY_VERIFY(world.isShown("waysPage"));
    QCOMPARE(listeningSockets(), before);
    QCOMPARE(world.session->state(), Session::State::SignedOut);
    QCOMPARE(world.notice(), QString());
}

void SignInWindowTest::codeIsCopiedAndItsPageOpened()
{
    World world;
    world.open();
    world.click("useCodeButton");
    QTRY_VERIFY(world.isShown("deviceCodeView"));
    const auto code = *world.session->signInAttempt()->deviceAuthorization();
    world.click("copyCodeButton");
    QCOMPARE(QGuiApplication::clipboard()->text(), code.userCode);
    world.click("openPageButton");
    QCOMPARE(world.opened.urls, QList<QUrl>{code.verificationUriComplete});
}

void SignInWindowTest::theFocusStaysWhileACodeIsShown()
{
    World world;
    world.open();
    world.click("useCodeButton");
    QTRY_VERIFY(world.isShown("deviceCodeView"));
    QCOMPARE(world.focus(), QStringLiteral("openPageButton"));
    world.find<QWidget>("cancelButton")->setFocus();
    world.window->controller().say(QStringLiteral("News."));
    QCOMPARE(world.focus(), QStringLiteral("cancelButton"));
}

void SignInWindowTest::codeIsAccessible()
{
    World world;
    world.open();
    world.click("useCodeButton");
    QTRY_VERIFY(world.isShown("deviceCodeView"));
    const auto code = *world.session->signInAttempt()->deviceAuthorization();
    auto *label = world.find<QLabel>("codeLabel");
    QCOMPARE(label->text(), code.userCode);
    QVERIFY(label->textInteractionFlags() & Qt::TextSelectableByKeyboard);
    QVERIFY(label->font().pointSizeF() > 1.5 * world.window->font().pointSizeF());
    QCOMPARE(label->accessibleName().remove(QStringLiteral("Code ")).remove(QLatin1Char(' ')), code.userCode);
    QVERIFY(world.label("addressLabel").contains(QLatin1String("/login/device")));
    // 15 only in the second in which the server issued the code.
    QVERIFY(world.label("timeLabel").contains(QRegularExpression(QStringLiteral("\\b1[45] minutes"))));
    QVERIFY(world.label("warningLabel").contains(QLatin1String("somebody sent you")));
    QCOMPARE(world.find<QrCode>("qrCode")->isVisible(), true);
    QVERIFY(world.find<QrCode>("qrCode")->modules().width() >= 21 + 8);
}

void SignInWindowTest::expiredCodeOffersANewOneWithEnter()
{
    World world;
    world.open();
    world.click("useCodeButton");
    QTRY_VERIFY(world.isShown("deviceCodeView"));
    const QString first = world.label("codeLabel");
    world.server.expireDeviceCodes();
    QTRY_VERIFY(world.isShown("newCodeButton"));
    QVERIFY(world.label("timeLabel").contains(QLatin1String("expired")));
    QVERIFY(!world.isShown("qrCode"));
    QCOMPARE(world.focus(), QStringLiteral("newCodeButton"));
    world.press(Qt::Key_Return);
    QTRY_VERIFY(world.isShown("openPageButton"));
    QVERIFY(world.label("codeLabel") != first);
    world.typeCode();
    QVERIFY(world.waitFor(Session::State::SignedIn));
}

void SignInWindowTest::expiredCodeIsLeftByEscape()
{
    World world;
    world.open();
    world.click("useCodeButton");
    QTRY_VERIFY(world.isShown("deviceCodeView"));
    world.server.expireDeviceCodes();
    QTRY_VERIFY(world.isShown("newCodeButton"));
    QTest::keyClick(world.window.get(), Qt::Key_Escape);
    QTRY_VERIFY(world.isShown("waysPage"));
    QCOMPARE(world.notice(), QString());
}

void SignInWindowTest::refusedTokenCanBeCorrected()
{
    World world;
    const QString token = world.makeToken();
    world.open();
    world.click("useTokenButton");
    for (const auto &[typed, hint] : {std::pair(QStringLiteral("ghp_wrong"), "does not accept this token"),
                                      std::pair(QStringLiteral("two words"), "not a token")}) {
        world.type("tokenEdit", typed);
        world.press(Qt::Key_Return);
        QTRY_VERIFY2(world.notice().contains(QLatin1String(hint)), qPrintable(world.notice()));
        QVERIFY(world.isShown("tokenPage"));
        QCOMPARE(world.focus(), QStringLiteral("tokenEdit"));
        QVERIFY(world.isForgotten());
    }
    world.type("tokenEdit", token);
    world.press(Qt::Key_Return);
    QTRY_VERIFY(world.isShown("keepTokenButton"));
    world.click("keepTokenButton");
    QVERIFY(world.waitFor(Session::State::SignedIn));
}

void SignInWindowTest::tokenIsTakenFromTheClipboard()
{
    World world;
    const QString token = world.makeToken();
    world.open();
    world.click("useTokenButton");
    QGuiApplication::clipboard()->setText(QStringLiteral("not a token at all"));
    QVERIFY(!world.isShown("tokenNoteLabel"));
    world.click("pasteTokenButton");
    QVERIFY(world.isShown("tokenNoteLabel"));
    QCOMPARE(world.label("tokenNoteLabel"), QStringLiteral("There’s no token on the clipboard. Copy it again."));
    QCOMPARE(world.find<QLineEdit>("tokenEdit")->text(), QString());
    QCOMPARE(world.session->state(), Session::State::SignedOut);
    QGuiApplication::clipboard()->setText(token + QLatin1Char('\n'));
    world.click("pasteTokenButton");
    QTRY_VERIFY(world.isShown("confirmPage"));
    QVERIFY(world.isForgotten());
    world.press(Qt::Key_Return);
    QVERIFY(world.waitFor(Session::State::SignedIn));
    QCOMPARE(world.stored().tokens.accessToken, token);
}

void SignInWindowTest::ownerAndPermissionsOfATokenAreShownBeforeItIsKept()
{
    World world;
    const QString token = world.makeToken();
    world.open();
    world.window->controller().setRequest({.scope = QStringLiteral("read:user notifications")});
    world.window->controller().checkToken(token);
    QTRY_VERIFY(world.isShown("confirmPage"));
    QCOMPARE(world.focus(), QStringLiteral("keepTokenButton"));
    QCOMPARE(world.label("tokenNameLabel"), QStringLiteral("Ada Nordström"));
    QCOMPARE(world.label("tokenLoginLabel"), QStringLiteral("ada-demo · 127.0.0.1"));
    QCOMPARE(world.button("keepTokenButton")->text(), QStringLiteral("Sign in as ada-demo"));
    QStringList permissions;
    for (const QLabel *label : world.find<QWidget>("tokenPermissions")->findChildren<QLabel *>(QStringLiteral("permissionLabel")))
        permissions.append(label->accessibleName().section(QLatin1Char(':'), 0, 0));
    QCOMPARE(permissions, QStringList({QStringLiteral("Allowed"), QStringLiteral("Not allowed")}));
    QVERIFY(world.isForgotten());
}

void SignInWindowTest::unwantedTokenIsLeftToItsOwner()
{
    World world;
    const QString token = world.makeToken();
    world.open();
    world.window->controller().checkToken(token);
    QTRY_VERIFY(world.isShown("confirmPage"));
    QTest::keyClick(world.window.get(), Qt::Key_Escape);
    QTRY_VERIFY(!world.isShown("confirmPage"));
    QCOMPARE(world.session->state(), Session::State::SignedOut);
    QVERIFY(world.isForgotten());
    QCOMPARE(world.server.requestCount(demo::Endpoint::Revocation), 0);
}

void SignInWindowTest::anotherHostIsChosenWithTheKeyboard()
{
    World world;
    world.open();
    QTest::keyClick(world.window.get(), Qt::Key_Escape);
    QTRY_COMPARE(world.focus(), QStringLiteral("gitHubRow"));
    world.press(Qt::Key_Down);
    world.press(Qt::Key_Down);
    QCOMPARE(world.focus(), QStringLiteral("otherHostButton"));
    world.press(Qt::Key_Return);
    QCOMPARE(world.focus(), QStringLiteral("kindBox"));
    auto *kinds = world.find<QComboBox>("kindBox");
    QCOMPARE(kinds->currentData().toString(), QStringLiteral("gitlab"));
    QTest::keyClicks(kinds, QStringLiteral("Gitea"));
    QCOMPARE(kinds->currentData().toString(), QStringLiteral("gitea"));
    world.press(Qt::Key_Tab);
    QCOMPARE(world.focus(), QStringLiteral("hostEdit"));
    QTest::keyClicks(world.find<QLineEdit>("hostEdit"), QStringLiteral("Git.Example.org"));
    world.press(Qt::Key_Return);
    QTRY_COMPARE(world.session->provider().id, QStringLiteral("gitea@git.example.org"));
    QCOMPARE(world.label("headingLabel"), QStringLiteral("Connect Latchkey to Gitea"));
    QCOMPARE(world.label("hostLabel"), QStringLiteral("git.example.org"));
    QVERIFY(world.isShown("connectPage"));
}

void SignInWindowTest::copiedAddressOfAServerIsRead()
{
    World world;
    world.open();
    for (const char *kind : {"ghes", "gitea"}) {
        world.window->controller().openPage(SignInPage::Host);
        auto *kinds = world.find<QComboBox>("kindBox");
        kinds->setCurrentIndex(kinds->findData(QLatin1String(kind)));
        world.type("hostEdit", QStringLiteral(" https://Git.example.org/ "));
        world.click("useHostButton");
        QTRY_COMPARE(world.session->provider().id, QLatin1String(kind) + QStringLiteral("@git.example.org"));
    }
    world.window->controller().openPage(SignInPage::Host);
    auto *kinds = world.find<QComboBox>("kindBox");
    kinds->setCurrentIndex(kinds->findData(QStringLiteral("ghes")));
    world.type("hostEdit", QStringLiteral("https://work.example.org/login?return_to=%2F"));
    world.click("useHostButton");
    QTRY_COMPARE(world.session->provider().id, QStringLiteral("ghes@work.example.org"));
}

void SignInWindowTest::stepsLeaveRoomForTheirNumbersFromRightToLeftToo()
{
    NumberedStep step(1, QStringLiteral("Copy your code."));
    step.resize(300, 60);
    const auto label = [&step] { return step.findChild<QLabel *>()->geometry(); };
    step.layout()->activate();
    const int room = label().left();
    QVERIFY(room >= 24);
    step.setLayoutDirection(Qt::RightToLeft);
    step.layout()->activate();
    QCOMPARE(label().left(), 0);
    QCOMPARE(label().right(), 299 - room);
}

void SignInWindowTest::theAddressOfAnEarlierVisitIsGone()
{
    World world;
    world.open();
    QTest::keyClick(world.window.get(), Qt::Key_Escape);
    QTRY_COMPARE(world.focus(), QStringLiteral("gitHubRow"));
    world.find<QAbstractButton>("enterpriseRow")->click();
    world.type("hostEdit", QStringLiteral("git.example.org"));
    QTest::keyClick(world.window.get(), Qt::Key_Escape);
    world.find<QAbstractButton>("otherHostButton")->click();
    QCOMPARE(world.find<QLineEdit>("hostEdit")->text(), QString());
}

void SignInWindowTest::badHostIsExplained_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("hint");
    QTest::newRow("nothing") << QString() << QStringLiteral("empty");
    QTest::newRow("path") << QStringLiteral("git.example.org/login") << QStringLiteral("path");
    QTest::newRow("spaces") << QStringLiteral("git example") << QStringLiteral("spaces");
}

void SignInWindowTest::badHostIsExplained()
{
    QFETCH(QString, typed);
    QFETCH(QString, hint);
    World world;
    world.open();
    world.window->controller().openPage(SignInPage::Host);
    auto *kinds = world.find<QComboBox>("kindBox");
    kinds->setCurrentIndex(kinds->findData(QStringLiteral("gitea")));
    world.type("hostEdit", typed);
    world.click("useHostButton");
    QVERIFY(world.isShown("hostErrorLabel"));
    QVERIFY2(world.label("hostErrorLabel").contains(hint), qPrintable(world.label("hostErrorLabel")));
    QCOMPARE(world.session->provider().id, QStringLiteral("demo"));
    QTest::keyClick(world.window.get(), Qt::Key_Escape);
    QTRY_VERIFY(world.isShown("waysPage"));
}

void SignInWindowTest::serverWithoutClientIdOffersFirstWhatNeedsNone()
{
    World world;
    world.provider.client.clientId.clear();
    world.provider.tokenPage = world.server.origin();
    world.open();
    QVERIFY(world.isShown("waysPage"));
    QCOMPARE(world.focus(), QStringLiteral("newTokenButton"));
    QVERIFY(world.isShown("useTokenButton"));
    for (const char *way : {"signInHereButton", "signInWithBrowserButton", "useCodeButton", "copyLinkButton"})
        QVERIFY2(!world.isShown(way), way);
    world.press(Qt::Key_Return);
    QVERIFY(world.isShown("tokenPage"));
    QCOMPARE(world.opened.urls.size(), 1);
    QCOMPARE(QUrlQuery(world.opened.urls.first()).queryItemValue(QStringLiteral("description")), QStringLiteral("Latchkey"));
}

void SignInWindowTest::serverWithoutAnyWayLeadsToConnecting()
{
    World world;
    world.provider.client.clientId.clear();
    world.provider.api = Provider::Api::Oidc;
    world.open();
    QVERIFY(world.isShown("connectPage"));
    QTest::keyClick(world.window.get(), Qt::Key_Escape);
    QTRY_VERIFY(world.isShown("welcomePage"));
}

void SignInWindowTest::ownAppIsConnectedFromTheWays()
{
    World world;
    world.provider.client.clientId.clear();
    world.open();
    world.click("connectAppRow");
    QVERIFY(world.isShown("connectPage"));
    QCOMPARE(world.find<QLineEdit>("redirectEdit")->text(), QStringLiteral("http://127.0.0.1/oauth/callback"));
    world.click("copyRedirectButton");
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("http://127.0.0.1/oauth/callback"));
    QTest::keyClick(world.window.get(), Qt::Key_Escape);
    QTRY_VERIFY(world.isShown("waysPage"));
}

void SignInWindowTest::gitHubFormIsFilledIn()
{
    World world;
    world.provider.client.clientId.clear();
    world.provider.registrationPage = QUrl(QStringLiteral("https://github.com/settings/applications/new"));
    world.open();
    world.click("connectAppRow");
    QCOMPARE(world.focus(), QStringLiteral("openFormButton"));
    world.press(Qt::Key_Return);
    QCOMPARE(world.opened.urls.size(), 1);
    const QUrlQuery form(world.opened.urls.first());
    const auto value = [&](const char *field) {
        return form.queryItemValue(QStringLiteral("oauth_application[%1]").arg(QLatin1String(field)), QUrl::FullyDecoded);
    };
    QCOMPARE(value("name"), QStringLiteral("Latchkey"));
    QCOMPARE(value("callback_url"), QStringLiteral("http://127.0.0.1/oauth/callback"));
    QVERIFY(value("url").startsWith(QLatin1String("https://")));
    QCOMPARE(world.focus(), QStringLiteral("clientIdEdit"));
}

/// By the keyboard alone: the row, the form, the client ID, Enter, Enter, and Enter at the server.
void SignInWindowTest::connectingKeepsTheRegistrationAndSignsIn()
{
    World world;
    world.provider.client.clientId.clear();
    world.provider.registrationPage = QUrl(QStringLiteral("https://github.com/settings/applications/new"));
    world.person.setAnswer(FormFillingUserAgent::Answer::Allow);
    world.open();
    world.button("connectAppRow")->setFocus();
    world.press(Qt::Key_Return);
    world.press(Qt::Key_Return);
    QTest::keyClicks(world.find<QLineEdit>("clientIdEdit"), QStringLiteral("latchkey-demo"));
    world.press(Qt::Key_Return);
    QTRY_VERIFY(world.isShown("waysPage"));
    QCOMPARE(world.focus(), QStringLiteral("signInHereButton"));
    world.press(Qt::Key_Return);
    QVERIFY(world.waitFor(Session::State::SignedIn));
    QVERIFY(QFile::exists(world.registrations.fileOf(world.provider)));
}

void SignInWindowTest::wrongRegistrationIsExplainedAndNotKept_data()
{
    QTest::addColumn<QString>("clientId");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("hint");
    QTest::newRow("unknown") << QStringLiteral("nobody") << QString() << QStringLiteral("does not know this client ID");
    QTest::newRow("wrong secret") << QStringLiteral("latchkey-demo") << QStringLiteral("wrong") << QStringLiteral("with this secret");
    QTest::newRow("two words") << QStringLiteral("two words") << QString() << QStringLiteral("one word");
}

void SignInWindowTest::wrongRegistrationIsExplainedAndNotKept()
{
    QFETCH(QString, clientId);
    QFETCH(QString, secret);
    QFETCH(QString, hint);
    auto options = quickCodes();
    options.clientSecret = QStringLiteral("right");
    World world(options);
    world.provider.client.clientId.clear();
    world.open();
    world.click("connectAppRow");
    world.type("clientIdEdit", clientId);
    world.type("clientSecretEdit", secret);
    world.click("connectButton");
    QTRY_VERIFY2(world.label("connectErrorLabel").contains(hint), qPrintable(world.label("connectErrorLabel")));
    QVERIFY(world.isShown("connectPage"));
    QVERIFY(!QFile::exists(world.registrations.fileOf(world.provider)));
    QVERIFY(world.store.entries.isEmpty());
}

void SignInWindowTest::badIssuerIsExplained_data()
{
    QTest::addColumn<QByteArray>("metadata");
    QTest::addColumn<QString>("hint");
    QTest::newRow("another issuer") << QByteArray(R"({"issuer": "https://other.example.org"})") << QStringLiteral("calls itself https://other.example.org");
    QTest::newRow("10 MB") << QByteArray("{\"x\": \"") + QByteArray(10'000'000, 'x') + "\"}" << QStringLiteral("larger than Latchkey reads");
    QTest::newRow("web page") << QByteArray("<html>") << QStringLiteral("cannot read");
}

void SignInWindowTest::badIssuerIsExplained()
{
    QFETCH(QByteArray, metadata);
    QFETCH(QString, hint);
    World world;
    ScriptedServer issuer;
    issuer.answer(QStringLiteral("/.well-known/openid-configuration"), json(metadata));
    world.open();
    world.window->controller().openPage(SignInPage::Host);
    auto *kinds = world.find<QComboBox>("kindBox");
    kinds->setCurrentIndex(kinds->findData(QStringLiteral("openid")));
    world.type("hostEdit", issuer.origin().toString());
    world.click("useHostButton");
    QTRY_VERIFY(world.isShown("connectPage"));
    world.type("clientIdEdit", QStringLiteral("latchkey"));
    world.click("connectButton");
    QTRY_VERIFY2(world.label("connectErrorLabel").contains(hint), qPrintable(world.label("connectErrorLabel")));
    QVERIFY(!QDir(world.folder.filePath(QStringLiteral("providers"))).exists());
    QVERIFY(world.store.entries.isEmpty());
}

void SignInWindowTest::issuerThatTheServerNamesIsUsedByOnePress()
{
    World world;
    ScriptedServer server;
    answerAsRealm(server);
    server.answer(QStringLiteral("/token"), json(R"({"error": "invalid_grant"})", 400));
    world.open();
    world.window->controller().openPage(SignInPage::Host);
    auto *kinds = world.find<QComboBox>("kindBox");
    kinds->setCurrentIndex(kinds->findData(QStringLiteral("openid")));
    world.type("hostEdit", server.origin().toString());
    world.click("useHostButton");
    QTRY_VERIFY(world.isShown("connectPage"));
    QVERIFY(!world.isShown("useIssuerButton"));
    world.type("clientIdEdit", QStringLiteral("latchkey"));
    world.click("connectButton");
    QTRY_VERIFY(world.isShown("useIssuerButton"));
    QVERIFY(world.label("connectErrorLabel").contains(server.at(QStringLiteral("/realms/a")).toString()));
    world.click("useIssuerButton");
    QTRY_VERIFY(world.isShown("waysPage"));
    QCOMPARE(world.session->provider().server.issuer, server.at(QStringLiteral("/realms/a")));
    QCOMPARE(world.session->provider().client.clientId, QStringLiteral("latchkey"));
}

void SignInWindowTest::registrationGoesAlongToTheIssuerThatTheServerNames_data()
{
    QTest::addColumn<bool>("isKnownThere");
    QTest::newRow("which knows the client ID") << true;
    QTest::newRow("which does not") << false;
}

void SignInWindowTest::registrationGoesAlongToTheIssuerThatTheServerNames()
{
    QFETCH(bool, isKnownThere);
    World world;
    ScriptedServer server;
    answerAsRealm(server);
    server.answer(QStringLiteral("/token"), isKnownThere ? json(R"({"error": "invalid_grant"})", 400)
                                                         : json(R"({"error": "invalid_client"})", 401));
    world.provider = std::get<Provider>(world.catalog.at(QStringLiteral("openid"), server.origin().toString()));
    world.provider.client.clientId = QStringLiteral("latchkey");
    world.open();
    world.click("signInHereButton");
    QTRY_VERIFY(world.noticeButton() && world.noticeButton()->isVisible());
    world.noticeButton()->click();
    if (!isKnownThere) {
        QTRY_VERIFY(world.label("connectErrorLabel").contains(QLatin1String("does not know this client ID")));
        QVERIFY(world.isShown("connectPage"));
        return;
    }
    QTRY_VERIFY(world.isShown("waysPage"));
    QCOMPARE(world.session->provider().server.issuer, server.at(QStringLiteral("/realms/a")));
    QCOMPARE(world.session->provider().client.clientId, QStringLiteral("latchkey"));
    // It is kept for the next start.
    const ProviderCatalog next({world.folder.filePath(QStringLiteral("providers"))});
    QCOMPARE(next.find(world.session->provider().id)->client.clientId, QStringLiteral("latchkey"));
}

void SignInWindowTest::issuerOfARegisteredProviderIsUsedByOnePress_data()
{
    QTest::addColumn<bool>("isForeign");
    QTest::newRow("of the same server") << false;
    QTest::newRow("of another server, which is only named") << true;
}

void SignInWindowTest::issuerOfARegisteredProviderIsUsedByOnePress()
{
    QFETCH(bool, isForeign);
    World world;
    ScriptedServer server;
    const QString issuer = isForeign ? QStringLiteral("https://evil.example/") : server.at(QStringLiteral("/realms/a")).toString();
    server.answer(QStringLiteral("/.well-known/openid-configuration"), json("{\"issuer\": \"" + issuer.toLatin1() + "\"}"));
    world.provider.server = {};
    world.provider.server.issuer = server.origin();
    world.open();
    world.click("signInHereButton");
    QTRY_VERIFY2(world.notice().contains(issuer), qPrintable(world.notice()));
    QCOMPARE(world.noticeButton()->isVisible(), !isForeign);
    if (isForeign)
        return;
    world.noticeButton()->click();
    QCOMPARE(world.session->provider().server.issuer, QUrl(issuer));
    QVERIFY(world.notice().isEmpty());
}

void SignInWindowTest::refusedRegistrationCanBeChanged()
{
    auto options = quickCodes();
    options.clientSecret = QStringLiteral("right");
    World world(options);
    world.provider.client.clientSecret = QStringLiteral("wrong");
    world.person.setAnswer(FormFillingUserAgent::Answer::Allow);
    world.open();
    world.click("signInHereButton");
    QTRY_VERIFY(world.notice().contains(QLatin1String("client ID or secret")));
    world.noticeButton()->click();
    QVERIFY(world.isShown("connectPage"));
    world.type("clientIdEdit", QStringLiteral("latchkey-demo"));
    world.type("clientSecretEdit", QStringLiteral("right"));
    world.click("connectButton");
    QTRY_VERIFY(world.isShown("waysPage"));
    QCOMPARE(world.store.entries.value(QStringLiteral("client/demo")), QByteArray("right"));
    world.click("signInHereButton");
    QVERIFY(world.waitFor(Session::State::SignedIn));
}

void SignInWindowTest::withoutSecretGitHubOffersNoPages()
{
    World world;
    world.provider.needsSecretForPages = true;
    world.open();
    for (const char *page : {"signInHereButton", "signInWithBrowserButton", "copyLinkButton"})
        QVERIFY2(!world.isShown(page), page);
    QCOMPARE(world.focus(), QStringLiteral("useCodeButton"));
    QVERIFY(world.isShown("useTokenButton"));
    world.window->controller().signIn(SignInWay::LoginView);
    QCOMPARE(world.session->state(), Session::State::SignedOut);
}

void SignInWindowTest::everyControlHasNames()
{
    World world;
    world.open();
    const auto controls = world.window->findChildren<QWidget *>();
    int count = 0;
    for (QWidget *control : controls) {
        if (!qobject_cast<QAbstractButton *>(control) && !qobject_cast<QLineEdit *>(control) && !qobject_cast<QComboBox *>(control))
            continue;
        if (control->objectName() == QLatin1String("noticeButton") || control->objectName().startsWith(QLatin1String("qt_")))
            continue; // Its name is what it offers, or it is a part of a control of Qt.
        const bool isOffered = control->isVisible() || !world.window->findChild<WaysPage *>()->isAncestorOf(control);
        if (!isOffered || control->objectName() == QLatin1String("backToAccountButton"))
            continue; // Its name is taken by the primary button, or comes with the account.
        ++count;
        QVERIFY(!control->objectName().isEmpty());
        QVERIFY2(!control->accessibleName().isEmpty(), qPrintable(control->objectName()));
    }
    QVERIFY(count > 15);
}

void SignInWindowTest::keysOfTheMainWindowWork()
{
    World world;
    world.open();
    const auto press = [&world](Qt::Key key) { QTest::keyClick(world.window.get(), key, Qt::ControlModifier); };
    QSignalSpy settings(world.window.get(), &SignInWindow::settingsRequested);
    press(Qt::Key_Comma);
    QCOMPARE(settings.count(), 1);
    QSignalSpy zoom(world.window.get(), &SignInWindow::zoomRequested);
    for (const Qt::Key key : {Qt::Key_Plus, Qt::Key_Minus, Qt::Key_0})
        press(key);
    QCOMPARE(zoom, QList<QVariantList>({{10}, {-10}, {0}}));
    QVERIFY(world.find<QAction>("quitAction"));
    QSignalSpy quit(world.find<QAction>("quitAction"), &QAction::triggered);
    press(Qt::Key_Q);
    QCOMPARE(quit.count(), 1);
    press(Qt::Key_Question);
    QVERIFY(world.isShown("shortcutSheet"));
    QTest::keyClick(world.window->focusWidget(), Qt::Key_Escape);
    QVERIFY(!world.isShown("shortcutSheet"));
}

} // namespace tst_signinwindow

LATCHKEY_TEST(tst_signinwindow, SignInWindowTest, QApplication)

#include "tst_signinwindow.moc"
