// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/inbox/inboxpage.h"
#include "gui/logingate.h"
#include "gui/parts/inlinealert.h"
#include "gui/signin/parts/signinheading.h"
#include "session/demoprovider.h"
#include "session/heldtokenstore.h"
#include "support/browser.h"
#include "support/openedpages.h"
#include "support/test.h"

#include <QApplication>
#include <QClipboard>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QListView>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryDir>

namespace tst_logingate {

/// A store that refuses to write, like a locked keychain.
class RefusingTokenStore : public HeldTokenStore
{
public:
    void write(const QString &, const QByteArray &, QObject *context, Receiver<void> receiver) override
    {
        QMetaObject::invokeMethod(context, [receiver] {
            receiver(Error{Error::Kind::Storage, QStringLiteral("access_denied")});
        }, Qt::QueuedConnection);
    }
};

template<typename Window>
Window *window()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        auto *found = qobject_cast<Window *>(widget);
        if (found && found->isVisible())
            return found;
    }
    return nullptr;
}

/// The objects as main() builds them, around the demo provider.
struct World
{
    explicit World(std::unique_ptr<TokenStore> tokenStore = std::make_unique<HeldTokenStore>())
        : store(std::move(tokenStore))
    {
        server.listen();
        catalog.add(demoProviderAt(server.origin()));
        start();
    }

    /// As after a restart of the application.
    void start()
    {
        gate.reset();
        sessions = std::make_unique<SessionList>(demoProviderAt(server.origin()), catalog, registrations, storage);
        SignInSetup setup{embedded, external, clipboard, registrations};
        setup.machine = machine;
        gate = std::make_unique<LoginGate>(*sessions, setup);
    }

    /// Of the sign-in window, or if that is not there, of the main window and what lies over it.
    QAbstractButton *button(const char *name) const
    {
        QWidget *shown = window<SignInWindow>();
        return (shown ? shown : window<MainWindow>())->findChild<QAbstractButton *>(QLatin1String(name));
    }
    /// The sheet over the main window, for a sign-in to the account that it shows; null if there is none.
    static SignInWindow *attempt()
    {
        auto *sheet = window<MainWindow>() ? window<MainWindow>()->findChild<AttemptSheet *>() : nullptr;
        return sheet && sheet->isVisible() ? sheet->findChild<SignInWindow *>() : nullptr;
    }
    static qsizetype questions(const char *name)
    {
        return window<MainWindow>() ? window<MainWindow>()->findChildren<Sheet *>(QLatin1String(name)).size() : 0;
    }
    QString text(const char *name) const { return window<MainWindow>()->findChild<QLabel *>(QLatin1String(name))->text(); }
    QString notice() const
    {
        return window<SignInWindow>()->findChild<InlineAlert *>(QStringLiteral("noticeBar"))->text();
    }
    QString bar(const char *name) const { return window<MainWindow>()->findChild<InlineAlert *>(QLatin1String(name))->text(); }

    Session &session() const { return sessions->current(); }

    void signIn() const { QTest::mouseClick(button("signInHereButton"), Qt::LeftButton); }
    bool addAccount(int id, const char *login)
    {
        server.account().insert(QStringLiteral("id"), id);
        server.account().insert(QStringLiteral("login"), QLatin1String(login));
        if (window<MainWindow>())
            trigger("addAccountAction");
        else
            gate->open();
        signIn();
        return waitForAccount(login);
    }
    bool signInTwo() { return addAccount(1, "ada") && addAccount(2, "bob"); }
    static bool waitForAccount(const char *login)
    {
        return QTest::qWaitFor([login] {
            return window<MainWindow>() && window<MainWindow>()->windowTitle().startsWith(QLatin1String(login));
        });
    }
    void press(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        widget->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(widget));
        QTest::keyClick(widget, key, modifiers);
    }
    void turnTo(PageId page) const { window<MainWindow>()->turnTo(page); }
    void signOut() const
    {
        trigger("signOutAction");
        button("confirmSignOutButton")->click();
    }
    void trigger(const char *action) const { window<MainWindow>()->findChild<QAction *>(QLatin1String(action))->trigger(); }

    QTemporaryDir folder;
    Paths paths{folder.filePath(QStringLiteral("latchkey.conf")), folder.filePath(QStringLiteral("cache")), {}};
    demo::FaultyProvider server;
    std::unique_ptr<TokenStore> store;
    AccountRegistry registry{paths.settingsFile};
    AccountStorage storage{*store, registry, paths};
    FormFillingUserAgent embedded{demoPerson()};
    FormFillingUserAgent external{demoPerson()};
    FormFillingUserAgent clipboard{demoPerson()};
    ProviderCatalog catalog{QStringList()};
    OwnRegistrations registrations{folder.filePath(QStringLiteral("providers")), *store};
    OpenedPages opened;
    Machine machine; ///< From the next start() on.
    std::unique_ptr<SessionList> sessions;
    std::unique_ptr<LoginGate> gate;
};

class LoginGateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewLoginReachesTheTitleTheMenuAndTheAccountPage()
    {
        World world;
        QVERIFY(world.signInTwo());
        world.turnTo(PageId::Account);
        world.server.account().insert(QStringLiteral("login"), QStringLiteral("robert"));
        world.server.account().insert(QStringLiteral("name"), QStringLiteral("Robert"));
        window<MainWindow>()->refresh();
        QVERIFY(World::waitForAccount("robert"));
        QCOMPARE(window<MainWindow>()->windowTitle(), QStringLiteral("robert — Latchkey"));
        QCOMPARE(window<MainWindow>()->findChild<QAction *>(QStringLiteral("accountAction2"))->text(), QStringLiteral("robert at Demo Hub"));
        QCOMPARE(world.text("accountWhoValue"), QStringLiteral("robert (Robert)"));
        const QPointer<MainWindow> before = window<MainWindow>();
        world.trigger("addAccountAction");
        QTRY_VERIFY(window<SignInWindow>());
        QCOMPARE(world.button("backToAccountButton")->text(), QStringLiteral("Back to robert"));
        QTRY_VERIFY(!before);
    }

    /// In the window, with a button; the account stays usable meanwhile, and the new sign-in removes the notice.
    void aServerThatAsksForANewSignInIsToldWithAButton()
    {
        World world;
        world.gate->open();
        world.signIn();
        QVERIFY(World::waitForAccount("ada-demo"));
        world.server.misbehave(demo::Endpoint::Token,
                               {.response = {.status = 400, .contentType = "application/json",
                                             .body = R"({"error": "interaction_required", "error_description": "Use MFA."})"}, .times = 1});
        world.session().account()->tokens().refresh(world.sessions.get(), ignore);
        QTRY_VERIFY(world.bar("renewalBar").startsWith(QLatin1String("Demo Hub requires a new sign-in. Sign in again before ")));
        QCOMPARE(world.session().state(), Session::State::SignedIn);
        const QPointer button = window<MainWindow>()->findChild<InlineAlert *>(QStringLiteral("renewalBar"))->findChild<QPushButton *>();
        QCOMPARE(button->text(), QStringLiteral("Sign in again"));
        const QString before = world.session().account()->tokens().current().accessToken;
        button->click();
        QTRY_VERIFY(window<MainWindow>() && world.session().account() && world.session().account()->tokens().current().accessToken != before);
        QCOMPARE(world.bar("renewalBar"), QString());
        QTRY_VERIFY(!button);
        QCOMPARE(world.registry.accounts().size(), 1);
    }

    /// As the settings do, which stay usable beside the sheet.
    void anAccountThatIsShownDuringAnAttemptIsNoMistake()
    {
        World world;
        QVERIFY(world.signInTwo());
        world.embedded.setAnswer(FormFillingUserAgent::Answer::None);
        world.gate->requestScopes({QStringLiteral("repo")});
        QTRY_VERIFY(World::attempt());
        QTRY_COMPARE(world.session().state(), Session::State::SigningIn);
        world.sessions->select(world.sessions->accounts().first().key());
        QVERIFY(World::waitForAccount("ada"));
        QCOMPARE(world.bar("messageBar"), QString());
    }

    void aSignOutDuringAnAttemptIsNoMistake()
    {
        World world;
        QVERIFY(world.signInTwo());
        world.embedded.setAnswer(FormFillingUserAgent::Answer::None);
        world.gate->requestScopes({QStringLiteral("repo")});
        QTRY_VERIFY(World::attempt());
        QTRY_COMPARE(world.session().state(), Session::State::SigningIn);
        world.gate->askSignOut(world.sessions->accounts().last().key());
        QVERIFY(!World::attempt());
        world.button("confirmSignOutButton")->click();
        QVERIFY(World::waitForAccount("ada"));
        QCOMPARE(world.bar("messageBar"), QString());
    }

    void aNoticeDuringAnAttemptOutlivesTheSheet()
    {
        World world;
        QVERIFY(world.signInTwo());
        world.embedded.setAnswer(FormFillingUserAgent::Answer::None);
        world.gate->requestScopes({QStringLiteral("repo")});
        QTRY_VERIFY(World::attempt());
        world.gate->tell({QStringLiteral("A provider file was refused.")});
        Q_EMIT world.sessions->accountsChanged();
        QVERIFY(World::attempt()->findChild<QAbstractButton *>(QStringLiteral("backToAccountButton"))->isHidden()); // The sheet has its ways out.
        QTest::mouseClick(World::attempt()->findChild<QAbstractButton *>(QStringLiteral("cancelButton")), Qt::LeftButton);
        QTRY_VERIFY(!World::attempt());
        QCOMPARE(world.bar("messageBar"), QStringLiteral("A provider file was refused."));
    }

    void aSignInWindowThatIsBehindComesForwardForAnotherAccount()
    {
        World world;
        QVERIFY(world.addAccount(1, "ada"));
        world.gate->addAccount();
        QTRY_VERIFY(window<SignInWindow>());
        QWidget settings;
        settings.show();
        settings.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&settings));
        world.gate->addAccount();
        QTRY_VERIFY(window<SignInWindow>()->isActiveWindow());
    }

    void noticesBeforeTheFirstWindowAreAllShown()
    {
        World world;
        for (const char *text : {"One.", "Two.", "Three."})
            world.gate->tell({QLatin1String(text)});
        world.gate->open();
        QTRY_VERIFY(window<SignInWindow>());
        QCOMPARE(world.notice(), QStringLiteral("One.\nTwo.\nThree."));
    }

    void withoutASessionOnlyTheSignInWindowExists()
    {
        World world;
        world.gate->open();
        QVERIFY(window<SignInWindow>());
        QCOMPARE(window<SignInWindow>()->windowTitle(), QStringLiteral("Sign in — Latchkey"));
        for (QWidget *widget : QApplication::topLevelWidgets())
            QVERIFY(!qobject_cast<MainWindow *>(widget));
    }

    void bothWindowsOfferTheDiagnostics()
    {
        World world;
        int asked = 0;
        QObject::connect(world.gate.get(), &LoginGate::diagnosticsRequested, this, [&asked] { ++asked; });
        world.gate->open();
        QTest::mouseClick(world.button("diagnosticsButton"), Qt::LeftButton);
        QCOMPARE(asked, 1);
        world.signIn();
        QTRY_VERIFY(window<MainWindow>());
        world.trigger("diagnosticsAction");
        QCOMPARE(asked, 2);
    }

    void signingInOpensTheMainWindowWithTheProfile()
    {
        World world;
        world.gate->open();
        world.signIn();
        QTRY_VERIFY(window<MainWindow>());
        QVERIFY(!window<SignInWindow>());
        QCOMPARE(window<MainWindow>()->windowTitle(), QStringLiteral("ada-demo — Latchkey"));
        QCOMPARE(world.text("nameLabel"), QStringLiteral("Ada Nordström"));
        QCOMPARE(world.text("companyValue"), QStringLiteral("@harbour-works"));
        QCOMPARE(world.text("publicRepositoriesValue"), QStringLiteral("24 public repositories"));
        QTRY_COMPARE(world.text("ageLabel"), QStringLiteral("Updated just now"));
        QTRY_COMPARE(world.server.requestCount(demo::Endpoint::Avatar), 1);
    }

    void withoutANameTheLoginIsShown()
    {
        World world;
        world.server.account().insert(QStringLiteral("name"), QJsonValue::Null);
        world.gate->open();
        world.signIn();
        QTRY_VERIFY(window<MainWindow>());
        QCOMPARE(world.text("nameLabel"), QStringLiteral("ada-demo"));
    }

    void markupInAProfileIsShownAsText()
    {
        World world;
        world.server.account().insert(QStringLiteral("bio"), QStringLiteral("<b>bold</b>"));
        world.gate->open();
        world.signIn();
        QTRY_VERIFY(window<MainWindow>());
        auto *bio = window<MainWindow>()->findChild<QLabel *>(QStringLiteral("bioLabel"));
        QCOMPARE(bio->textFormat(), Qt::PlainText);
        QCOMPARE(bio->text(), QStringLiteral("<b>bold</b>"));
    }

    void cancelWorksWhileThePageIsOpen()
    {
        World world;
        world.embedded.setAnswer(FormFillingUserAgent::Answer::None);
        world.gate->open();
        world.signIn();
        QTRY_VERIFY(world.button("cancelButton")->isVisible());
        QTest::mouseClick(world.button("cancelButton"), Qt::LeftButton);
        QTRY_VERIFY(world.button("signInHereButton")->isVisible());
        QCOMPARE(world.embedded.dismissCount, 1);
        QCOMPARE(world.session().state(), Session::State::SignedOut);
        QCOMPARE(world.notice(), QString());
    }

    void cancelWorksWhileTheServerIsSilent_data()
    {
        QTest::addColumn<demo::Endpoint>("endpoint");
        QTest::newRow("token endpoint") << demo::Endpoint::Token;
        QTest::newRow("identity") << demo::Endpoint::User;
    }

    void cancelWorksWhileTheServerIsSilent()
    {
        QFETCH(demo::Endpoint, endpoint);
        World world;
        world.server.misbehave(endpoint, {.kind = demo::Fault::Kind::Hang, .times = -1});
        world.gate->open();
        world.signIn();
        QTRY_COMPARE(world.server.requestCount(endpoint), 1);
        QTest::mouseClick(world.button("cancelButton"), Qt::LeftButton);
        QTRY_VERIFY(world.button("signInHereButton")->isVisible());
        QTRY_COMPARE(world.server.liveTokenCount(), 0);
    }

    void aDeclinedSignInIsExplained()
    {
        World world;
        world.embedded.setAnswer(FormFillingUserAgent::Answer::Deny);
        world.gate->open();
        world.signIn();
        QTRY_VERIFY(world.notice().contains(QStringLiteral("declined")));
        QVERIFY(world.button("signInHereButton")->isVisible());
    }

    void aLoginViewThatCannotStartLeadsToTheBrowser()
    {
        World world;
        world.gate->open();
        Q_EMIT world.embedded.failed(Error{Error::Kind::NoUserAgent, QStringLiteral("missing")});
        QVERIFY(world.notice().contains(QStringLiteral("browser")));
        QVERIFY(!world.button("signInHereButton")->isVisible());
        QTest::mouseClick(world.button("signInWithBrowserButton"), Qt::LeftButton);
        QTRY_VERIFY(window<MainWindow>());
        QCOMPARE(world.external.shown.size(), 1);
    }

    void aLoginViewThatDiesMidwayLeadsToTheBrowser()
    {
        World world;
        world.embedded.setAnswer(FormFillingUserAgent::Answer::None);
        world.gate->open();
        world.signIn();
        Q_EMIT world.embedded.failed(Error{Error::Kind::NoUserAgent, QStringLiteral("ended")});
        QTRY_VERIFY(world.button("signInWithBrowserButton")->isVisible());
        QVERIFY(world.notice().contains(QStringLiteral("browser")));
        QTest::mouseClick(world.button("signInWithBrowserButton"), Qt::LeftButton);
        QTRY_VERIFY(window<MainWindow>());
    }

    void theLinkOfAnOpenSignInCanBeCopied()
    {
        World world;
        world.embedded.setAnswer(FormFillingUserAgent::Answer::None);
        world.gate->open();
        world.signIn();
        QTest::mouseClick(world.button("copyOpenLinkButton"), Qt::LeftButton);
        QVERIFY(QApplication::clipboard()->text().startsWith(world.server.authorizationEndpoint().toString()));
    }

    void withoutAClientIdTheWindowSaysWhatToDo()
    {
        World world;
        Provider provider = demoProviderAt(world.server.origin());
        provider.client.clientId.clear();
        SessionList sessions(provider, world.catalog, world.registrations, world.storage);
        LoginGate gate(sessions, {world.embedded, world.external, world.clipboard, world.registrations});
        gate.open(SignInWay::LoginView);
        auto *connect = window<SignInWindow>()->findChild<QAbstractButton *>(QStringLiteral("connectAppRow"));
        QVERIFY(connect->isVisible());
        QVERIFY(world.button("useTokenButton")->isVisible());
        QCOMPARE(world.embedded.shown.size(), 0);
    }

    void signingOutClosesTheMainWindowAndRevokes()
    {
        World world;
        world.gate->open();
        world.signIn();
        QTRY_VERIFY(window<MainWindow>());
        world.signOut();
        QVERIFY(!window<MainWindow>());
        QVERIFY(window<SignInWindow>());
        QTRY_COMPARE(world.server.liveTokenCount(), 0);
        QVERIFY(world.registry.accounts().isEmpty());
    }

    void aSignOutThatTheServerRefusesOffersItsPage_data()
    {
        QTest::addColumn<bool>("hasAnother");
        QTest::newRow("at the gate") << false;
        QTest::newRow("in the other account's window") << true;
    }

    void aSignOutThatTheServerRefusesOffersItsPage()
    {
        QFETCH(bool, hasAnother);
        World world;
        QVERIFY(hasAnother ? world.signInTwo() : world.addAccount(1, "ada"));
        world.server.misbehave(demo::Endpoint::Revocation, {.response = {.status = 400}, .times = -1});
        world.signOut();
        QTRY_VERIFY((hasAnother ? world.bar("messageBar") : world.notice()).contains(QStringLiteral("did not revoke")));
        QWidget *shown = hasAnother ? static_cast<QWidget *>(window<MainWindow>()) : window<SignInWindow>();
        auto *bar = shown->findChild<InlineAlert *>(hasAnother ? QStringLiteral("messageBar") : QStringLiteral("noticeBar"));
        bar->findChild<QPushButton *>()->click();
        QCOMPARE(world.opened.urls, QList<QUrl>({world.server.origin().resolved(
                                   QUrl(QStringLiteral("/settings/connections/applications/latchkey-demo")))}));
    }

    void aLateAnswerOpensNoWindowAfterASignOut()
    {
        World world;
        world.gate->open();
        world.signIn();
        QTRY_COMPARE(world.server.requestCount(demo::Endpoint::Avatar), 1);
        world.server.expireAccessTokens();
        const int before = world.server.requestCount(demo::Endpoint::User);
        world.trigger("refreshAction");
        QTRY_VERIFY(world.server.requestCount(demo::Endpoint::User) > before);
        world.signOut();
        // If the refresh was answered meanwhile, its tokens are revoked as well.
        QTRY_VERIFY(world.server.requestCount(demo::Endpoint::Revocation) >= 2 && world.server.liveTokenCount() == 0);
        QVERIFY(!window<MainWindow>());
        QCOMPARE(world.session().state(), Session::State::SignedOut);
    }

    void anUnreachableServerIsReportedWithoutASignOut()
    {
        World world;
        world.gate->open();
        world.signIn();
        QTRY_VERIFY(window<MainWindow>());
        QTRY_COMPARE(world.server.requestCount(demo::Endpoint::Avatar), 1);
        world.server.misbehave(demo::Endpoint::User, {.response = {.status = 503}, .times = 1});
        world.trigger("refreshAction");
        QTRY_VERIFY(world.bar("errorBar").contains(QStringLiteral("Demo Hub")));
        QCOMPARE(world.text("nameLabel"), QStringLiteral("Ada Nordström"));
        window<MainWindow>()->findChild<InlineAlert *>(QStringLiteral("errorBar"))->findChild<QPushButton *>()->click();
        QTRY_COMPARE(world.bar("errorBar"), QString());
        QCOMPARE(world.session().state(), Session::State::SignedIn);
    }

    void revokedAccessIsNoticedAndExplained()
    {
        World world;
        world.gate->open();
        world.signIn();
        QTRY_VERIFY(window<MainWindow>());
        QTRY_COMPARE(world.server.requestCount(demo::Endpoint::Avatar), 1);
        world.server.revokeEverything();
        world.trigger("refreshAction");
        QTRY_VERIFY(window<SignInWindow>());
        QVERIFY(!window<MainWindow>());
        QVERIFY(world.notice().contains(QStringLiteral("Sign in again")));
    }

    void theSessionGoesOnIfTheKeychainRefuses()
    {
        World world(std::make_unique<RefusingTokenStore>());
        world.gate->open();
        world.signIn();
        QTRY_VERIFY(window<MainWindow>());
        QVERIFY(world.bar("storageBar").contains(QStringLiteral("until you quit")));
    }

    void aMissingKeychainCanBeFixedFromTheMainWindow()
    {
        auto store = std::make_unique<HeldTokenStore>();
        HeldTokenStore &keychain = *store;
        World world(std::move(store));
        keychain.refusal = Error{Error::Kind::Storage, QStringLiteral("unavailable")};
        QVERIFY(world.addAccount(1, "ada"));
        QCOMPARE(world.bar("storageBar"), QStringLiteral("No keychain found, so you’ll be signed out when you quit."));
        window<MainWindow>()->findChild<InlineAlert *>(QStringLiteral("storageBar"))->findChild<QPushButton *>()->click();
        auto *help = window<MainWindow>()->findChild<Sheet *>(QStringLiteral("keychainHelp"));
        QVERIFY(help && help->isVisible());
        keychain.refusal.reset();
        world.button("checkKeychainButton")->click();
        QTRY_COMPARE(world.bar("storageBar"), QString());
        QVERIFY(!keychain.entries.isEmpty());
    }

    void theNextStartIsSignedInAndShowsCachedDataOffline()
    {
        World world;
        world.gate->open();
        world.signIn();
        QTRY_COMPARE(world.server.requestCount(demo::Endpoint::Avatar), 1);
        QTRY_COMPARE(world.text("ageLabel"), QStringLiteral("Updated just now"));
        world.server.misbehave(demo::Endpoint::User, {.kind = demo::Fault::Kind::Reset, .times = -1});

        world.start();
        world.gate->open();
        QTRY_VERIFY(window<MainWindow>());
        QCOMPARE(world.text("nameLabel"), QStringLiteral("Ada Nordström"));
        QTRY_VERIFY(!world.bar("errorBar").isEmpty());
        QCOMPARE(world.session().state(), Session::State::SignedIn);
    }

    void theMenuSwitchesAccountsByDigit()
    {
        World world;
        QVERIFY(world.signInTwo());
        auto *second = window<MainWindow>()->findChild<QAction *>(QStringLiteral("accountAction2"));
        QVERIFY(second->isChecked());
        QCOMPARE(second->text(), QStringLiteral("bob at Demo Hub"));
        world.press(window<MainWindow>(), Qt::Key_1, Qt::ControlModifier);
        QVERIFY(world.waitForAccount("ada"));
        world.press(window<MainWindow>(), Qt::Key_2, Qt::ControlModifier);
        QVERIFY(world.waitForAccount("bob"));
        QCOMPARE(world.server.liveTokenCount(), 4);
    }

    void withOneAccountTheMenuOffersNoSwitch()
    {
        World world;
        QVERIFY(world.addAccount(1, "ada"));
        QVERIFY(!window<MainWindow>()->findChild<QAction *>(QStringLiteral("accountAction1")));
        QVERIFY(window<MainWindow>()->findChild<QAction *>(QStringLiteral("addAccountAction")));
    }

    void addingAnAccountAsksTheServerForAChoiceOfAccounts()
    {
        World world;
        QVERIFY(world.addAccount(1, "ada"));
        QVERIFY(!world.embedded.shown.last().query().contains(QStringLiteral("prompt=")));
        QVERIFY(world.addAccount(2, "bob"));
        QVERIFY(world.embedded.shown.last().query().contains(QStringLiteral("prompt=select_account")));
    }

    void addingAnAccountCanBeLeftForThePreviousOne_data()
    {
        QTest::addColumn<QString>("way");
        for (const char *way : {"button", "escape", "close"})
            QTest::newRow(way) << QString::fromLatin1(way);
    }

    void addingAnAccountCanBeLeftForThePreviousOne()
    {
        QFETCH(QString, way);
        World world;
        QVERIFY(world.signInTwo());
        world.trigger("addAccountAction");
        QVERIFY(!window<MainWindow>());
        QCOMPARE(world.notice(), QString());
        QCOMPARE(world.button("backToAccountButton")->text(), QStringLiteral("Back to bob"));
        if (way == QLatin1String("button"))
            QTest::mouseClick(world.button("backToAccountButton"), Qt::LeftButton);
        else if (way == QLatin1String("escape"))
            world.press(window<SignInWindow>(), Qt::Key_Escape);
        else
            window<SignInWindow>()->close();
        QVERIFY(world.waitForAccount("bob"));
        QVERIFY(!window<SignInWindow>());
        QCOMPARE(world.server.liveTokenCount(), 4);
    }

    void aWayToSignInIsForgottenIfSomebodyIsSignedIn_data()
    {
        QTest::addColumn<bool>("isAtTheStart");
        QTest::newRow("at the start") << true;
        QTest::newRow("by a second start") << false;
    }

    void aWayToSignInIsForgottenIfSomebodyIsSignedIn()
    {
        QFETCH(bool, isAtTheStart);
        World world;
        QVERIFY(world.addAccount(1, "ada"));
        if (isAtTheStart) {
            world.start();
            world.gate->open(SignInWay::Browser);
            QVERIFY(world.waitForAccount("ada"));
        } else {
            world.gate->openAgain(SignInWay::Browser, {});
        }
        world.signOut();
        QTRY_VERIFY(window<SignInWindow>());
        QCOMPARE(world.session().state(), Session::State::SignedOut);
    }

    void aSecondStartTurnsToTheProviderThatItNames()
    {
        World world;
        QVERIFY(world.addAccount(1, "ada"));
        Provider other = demoProviderAt(world.server.origin());
        other.id = QStringLiteral("other");
        world.gate->turnTo(other);
        QVERIFY(window<SignInWindow>());
        QCOMPARE(world.session().provider().id, QStringLiteral("other"));
        world.gate->turnTo(demoProviderAt(world.server.origin()));
        QVERIFY(world.waitForAccount("ada"));
        QVERIFY(!window<SignInWindow>());
    }

    void aSecondStartAtTheGateChangesTheProviderThatIsShown()
    {
        World world;
        world.gate->open();
        Provider other = demoProviderAt(world.server.origin());
        other.id = QStringLiteral("other");
        other.name = QStringLiteral("Other Hub");
        world.gate->turnTo(other);
        QCOMPARE(world.session().provider().id, QStringLiteral("other"));
        QCOMPARE(window<SignInWindow>()->findChild<QLabel *>(QStringLiteral("headingLabel"))->text(),
                 QStringLiteral("Sign in to Other Hub"));
    }

    void theWindowKeepsItsSize()
    {
        World world;
        const QString file = world.folder.filePath(QStringLiteral("cache/window"));
        world.gate->setWindowFile(file);
        QVERIFY(world.addAccount(1, "ada"));
        const QSize size(713, 541);
        window<MainWindow>()->resize(size);
        const QPointer<MainWindow> before = window<MainWindow>();
        world.gate->requestScopes({QStringLiteral("repo")});
        QTRY_VERIFY(!before);
        QVERIFY(world.waitForAccount("ada"));
        QCOMPARE(window<MainWindow>()->size(), size);
        world.start();
        world.gate->setWindowFile(file);
        world.gate->open();
        QVERIFY(world.waitForAccount("ada"));
        QCOMPARE(window<MainWindow>()->size(), size);
    }

    void aPlaceIsKeptFromTheMomentThatThePersonWantsIt()
    {
        World world;
        QVERIFY(world.addAccount(1, "ada"));
        const QSize size(713, 541);
        window<MainWindow>()->resize(size);
        const QString file = world.folder.filePath(QStringLiteral("cache/window"));
        world.gate->setWindowFile(file);
        world.start();
        world.gate->setWindowFile(file);
        world.gate->open();
        QVERIFY(world.waitForAccount("ada"));
        QCOMPARE(window<MainWindow>()->size(), size);
    }

    void aDamagedPlaceIsIgnored()
    {
        World world;
        const QString file = world.folder.filePath(QStringLiteral("window"));
        QFile damaged(file);
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write(QByteArray(100000, 'x'));
        damaged.close();
        world.gate->setWindowFile(file);
        QVERIFY(world.addAccount(1, "ada"));
    }

    void withoutAnotherAccountThereIsNoWayBack()
    {
        World world;
        world.gate->open();
        QVERIFY(!world.button("backToAccountButton")->isVisible());
    }

    void signingOutShowsTheOtherAccount()
    {
        World world;
        QVERIFY(world.signInTwo());
        world.signOut();
        QVERIFY(world.waitForAccount("ada"));
        QVERIFY(!window<SignInWindow>());
        QTRY_COMPARE(world.server.liveTokenCount(), 2);
        QCOMPARE(world.registry.accounts().size(), 1);
        world.signOut();
        QVERIFY(window<SignInWindow>());
        QTRY_COMPARE(world.server.liveTokenCount(), 0);
    }

    void theNextStartHasAllAccounts()
    {
        World world;
        QVERIFY(world.signInTwo());
        world.start();
        world.gate->open();
        QVERIFY(world.waitForAccount("bob"));
        QTRY_VERIFY(window<MainWindow>()->findChild<QAction *>(QStringLiteral("accountAction1")));
        world.press(window<MainWindow>(), Qt::Key_1, Qt::ControlModifier);
        QVERIFY(world.waitForAccount("ada"));
    }

    void aSessionThatEndsInTheBackgroundIsANotice()
    {
        World world;
        QVERIFY(world.signInTwo());
        UnusedTokens unusedTokens(world.storage, {});
        const Session ended(demoProviderAt(world.server.origin()), world.storage, unusedTokens);
        Q_EMIT world.sessions->ended(world.sessions->accounts().first(), EndReason::Revoked, ended);
        QVERIFY(world.bar("messageBar").contains(QStringLiteral("ada at Demo Hub")));
        QVERIFY(world.bar("messageBar").contains(QStringLiteral("revoked")));
        window<MainWindow>()->findChild<InlineAlert *>(QStringLiteral("messageBar"))->findChild<QAbstractButton *>(QStringLiteral("dismissButton"))->click();
        QCOMPARE(world.bar("messageBar"), QString());
    }

    void afterTheEndOfASessionTheGateLeadsBackToTheOtherAccount()
    {
        World world;
        QVERIFY(world.signInTwo());
        QTRY_COMPARE(world.text("ageLabel"), QStringLiteral("Updated just now"));
        world.server.revokeEverything();
        world.trigger("refreshAction");
        QTRY_VERIFY(window<SignInWindow>());
        QVERIFY(world.notice().contains(QStringLiteral("Sign in again")));
        QTest::mouseClick(world.button("backToAccountButton"), Qt::LeftButton);
        QVERIFY(world.waitForAccount("ada"));
    }

    void signingInAgainNamesTheAccountToTheServer()
    {
        World world;
        QVERIFY(world.addAccount(1, "ada"));
        QTRY_COMPARE(world.text("ageLabel"), QStringLiteral("Updated just now"));
        world.server.revokeEverything();
        world.trigger("refreshAction");
        QTRY_VERIFY(window<SignInWindow>());
        world.signIn();
        QVERIFY(world.waitForAccount("ada"));
        QVERIFY(world.embedded.shown.last().query().contains(QStringLiteral("login=ada")));
        QCOMPARE(world.bar("messageBar"), QString());
    }

    void theWrongAccountIsReportedAndCanBeTriedAgain()
    {
        World world;
        QVERIFY(world.addAccount(1, "ada"));
        world.server.account().insert(QStringLiteral("id"), 2);
        world.server.account().insert(QStringLiteral("login"), QStringLiteral("bob"));
        world.gate->requestScopes({QStringLiteral("notifications")});
        QVERIFY(world.waitForAccount("bob"));
        QVERIFY(world.bar("messageBar").contains(QStringLiteral("ada")));
        QCOMPARE(world.sessions->accounts().size(), 2);
        world.server.account().insert(QStringLiteral("id"), 1);
        world.server.account().insert(QStringLiteral("login"), QStringLiteral("ada"));
        window<MainWindow>()->findChild<InlineAlert *>(QStringLiteral("messageBar"))->findChild<QPushButton *>()->click();
        QVERIFY(window<SignInWindow>());
        world.signIn();
        QVERIFY(world.waitForAccount("ada"));
        QCOMPARE(world.sessions->accounts().size(), 1);
        QTRY_COMPARE(world.server.liveTokenCount(), 2 + 1);
    }

    void moreScopesComeWithOnePressAndForTheSameAccount()
    {
        World world;
        QVERIFY(world.addAccount(1, "ada"));
        const QPointer<MainWindow> before = window<MainWindow>();
        Q_EMIT before->scopesRequested({QStringLiteral("notifications")});
        QCOMPARE(world.embedded.shown.size(), 1); // Nothing is requested before the person agrees.
        world.button("acceptScopesButton")->click();
        QVERIFY(World::attempt());
        QVERIFY(!window<SignInWindow>());
        QTRY_VERIFY(!before);
        QVERIFY(world.waitForAccount("ada"));
        QVERIFY(world.session().account()->scopes().contains(QStringLiteral("notifications")));
        QVERIFY(world.session().account()->scopes().contains(QStringLiteral("read:user")));
        QVERIFY(world.embedded.shown.last().query().contains(QStringLiteral("login=ada")));
        QCOMPARE(world.sessions->accounts().size(), 1);
        QCOMPARE(world.bar("messageBar"), QString());
    }

    /// Where the browser cannot be reached, a code would be the best way; but that is not how the person has signed in.
    void moreScopesComeTheWayThatThePersonHasUsed_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<bool>("restarts");
        QTest::newRow("login view") << QStringLiteral("signInHereButton") << false;
        QTest::newRow("login view, in an earlier run") << QStringLiteral("signInHereButton") << true;
        QTest::newRow("browser") << QStringLiteral("signInWithBrowserButton") << false;
    }

    void moreScopesComeTheWayThatThePersonHasUsed()
    {
        QFETCH(QString, button);
        QFETCH(bool, restarts);
        World world;
        world.machine.hasBrowserObstacle = true;
        world.start();
        world.gate->open();
        world.button(button.toLatin1().constData())->click();
        QVERIFY(world.waitForAccount("ada"));
        if (restarts) {
            world.start();
            world.gate->open();
            QVERIFY(world.waitForAccount("ada"));
        }
        const FormFillingUserAgent &used = button == QLatin1String("signInHereButton") ? world.embedded : world.external;
        QCOMPARE(used.shown.size(), 1);
        const QPointer<MainWindow> before = window<MainWindow>();
        world.gate->requestScopes({QStringLiteral("notifications")});
        QTRY_VERIFY(!before);
        QVERIFY(world.waitForAccount("ada"));
        QCOMPARE(used.shown.size(), 2);
        QCOMPARE(world.embedded.shown.size() + world.external.shown.size(), 2);
        QCOMPARE(world.server.requestCount(demo::Endpoint::DeviceCode), 0);
        QVERIFY(world.session().account()->scopes().contains(QStringLiteral("notifications")));
    }

    void moreScopesOfATokenComeWithANewToken()
    {
        World world;
        QVERIFY(world.addAccount(1, "ada"));
        QString token;
        world.session().account()->tokens().fresh(this, [&token](const Result<QString> &given) { token = *given; });
        QTRY_VERIFY(!token.isEmpty());
        world.gate->addAccount();
        window<SignInWindow>()->controller().checkToken(token);
        QTRY_COMPARE(window<SignInWindow>()->controller().page(), SignInPage::Confirm);
        world.button("keepTokenButton")->click();
        QVERIFY(world.waitForAccount("ada"));
        QCOMPARE(world.session().account()->way(), std::optional(SignInWay::Token));
        world.gate->requestScopes({QStringLiteral("notifications")});
        QVERIFY(World::attempt());
        QCOMPARE(World::attempt()->controller().page(), SignInPage::Token);
        QCOMPARE(world.embedded.shown.size(), 1);
        World::attempt()->findChild<QAbstractButton *>(QStringLiteral("makeTokenButton"))->click();
        QTRY_COMPARE(world.opened.urls.size(), 1);
        QVERIFY(world.opened.urls.first().query().contains(QStringLiteral("notifications")));
    }

    void theInboxGetsItsScopesAndComesBack_data()
    {
        QTest::addColumn<bool>("declines");
        QTest::newRow("granted") << false;
        QTest::newRow("declined") << true;
    }

    void theInboxGetsItsScopesAndComesBack()
    {
        QFETCH(bool, declines);
        World world;
        QVERIFY(world.addAccount(1, "ada"));
        world.turnTo(PageId::Inbox);
        auto *ask = window<MainWindow>()->findChild<InboxPage *>()->findChild<QPushButton *>(QStringLiteral("emptyButton"));
        QVERIFY(ask && ask->isVisible());
        QCOMPARE(world.server.requestCount(demo::Endpoint::Notifications), 0);
        world.embedded.setAnswer(declines ? FormFillingUserAgent::Answer::Deny : FormFillingUserAgent::Answer::Allow);
        QTest::mouseClick(ask, Qt::LeftButton);
        const QPointer<MainWindow> before = window<MainWindow>();
        world.button("acceptScopesButton")->click();
        QVERIFY(World::attempt());
        if (declines)
            QTRY_VERIFY(!World::attempt());
        else
            QTRY_VERIFY(!before);
        QCOMPARE(bool(before), declines);
        QVERIFY(world.waitForAccount("ada"));
        QVERIFY(world.embedded.shown.last().query().contains(QStringLiteral("notifications")));
        auto *page = window<MainWindow>()->findChild<InboxPage *>();
        QVERIFY(page && page->isVisible());
        if (!declines)
            QTRY_COMPARE(page->list().model()->index(1, 0).data().toString(), QStringLiteral("Read depfiles with spaces in their paths"));
        else
            QCOMPARE(world.server.requestCount(demo::Endpoint::Notifications), 0);
        world.turnTo(PageId::Profile);
        QVERIFY(!page->isVisible());
    }

    void missingScopesAreReported()
    {
        World world;
        QVERIFY(world.addAccount(1, "ada"));
        QString token;
        world.session().account()->tokens().fresh(this, [&token](const Result<QString> &given) { token = *given; });
        QTRY_VERIFY(!token.isEmpty());
        // The server issues the same token again, with the same scopes.
        const QJsonObject answer{{QStringLiteral("token_type"), QStringLiteral("bearer")},
                                 {QStringLiteral("scope"), QStringLiteral("read:user")},
                                 {QStringLiteral("access_token"), token}};
        const QByteArray body = QJsonDocument(answer).toJson();
        world.server.misbehave(demo::Endpoint::Token,
                               {.response = {.status = 200, .contentType = "application/json", .body = body}, .times = 1});
        const QPointer<MainWindow> before = window<MainWindow>();
        world.gate->requestScopes({QStringLiteral("notifications")});
        QTRY_VERIFY(!before);
        QVERIFY(world.waitForAccount("ada"));
        QCOMPARE(world.bar("messageBar"), QStringLiteral("Demo Hub granted read:user, but not notifications."));
        // Tokens that are still in use are not revoked.
        QTRY_COMPARE(world.text("ageLabel"), QStringLiteral("Updated just now"));
        QCOMPARE(world.server.requestCount(demo::Endpoint::Revocation), 0);
    }

    void declinedScopesChangeNothing_data()
    {
        QTest::addColumn<bool>("declines");
        QTest::newRow("declined at the server") << true;
        QTest::newRow("canceled here") << false;
    }

    void theMainWindowStaysWhileMoreScopesAreDeclined()
    {
        World world;
        QVERIFY(world.addAccount(1, "ada"));
        const QPointer<MainWindow> shown = window<MainWindow>();
        shown->turnTo(PageId::Repositories);
        world.embedded.setAnswer(FormFillingUserAgent::Answer::Deny);
        world.gate->offerScopes({QStringLiteral("repo")});
        world.button("acceptScopesButton")->click();
        QVERIFY(World::attempt());
        QTRY_VERIFY(!World::attempt());
        QCOMPARE(window<MainWindow>(), shown.data());
        QCOMPARE(shown->page(), PageId::Repositories);
        QCOMPARE(world.bar("messageBar"), QStringLiteral("You declined on Demo Hub. Nothing changed."));
    }

    void aPersonWhoDoesNotWantMoreScopesNowIsNotSentToTheServer()
    {
        World world;
        QVERIFY(world.addAccount(1, "ada"));
        const qsizetype shown = world.embedded.shown.size();
        world.gate->offerScopes({QStringLiteral("repo")});
        world.button("declineScopesButton")->click();
        QCOMPARE(world.embedded.shown.size(), shown);
        QVERIFY(!World::attempt());
        QCOMPARE(world.sessions->accounts().size(), 1);
    }

    void theSheetHasOneTitleAndNoWayOutOfTheDemo()
    {
        World world;
        world.gate->offerRealSignIn();
        QVERIFY(world.addAccount(1, "ada"));
        world.embedded.setAnswer(FormFillingUserAgent::Answer::None);
        world.gate->requestSignInAgain();
        QTRY_VERIFY(World::attempt());
        QTRY_VERIFY(!World::attempt()->findChild<SignInHeading *>()->isVisible());
        QVERIFY(!World::attempt()->findChild<QWidget *>(QStringLiteral("realSignInButton")));
    }

    void closingTheSheetGivesUpTheSignIn()
    {
        World world;
        QVERIFY(world.addAccount(1, "ada"));
        const QPointer<MainWindow> shown = window<MainWindow>();
        world.embedded.setAnswer(FormFillingUserAgent::Answer::None);
        world.gate->requestSignInAgain();
        QVERIFY(World::attempt());
        shown->findChild<AttemptSheet *>()->dismiss();
        QVERIFY(!World::attempt());
        QCOMPARE(window<MainWindow>(), shown.data());
        QCOMPARE(world.session().state(), Session::State::SignedIn);
        QCOMPARE(world.bar("messageBar"), QString());
    }

    /// Both windows have the key.
    void theAttemptOverTheMainWindowQuitsOnce()
    {
        World world;
        QVERIFY(world.addAccount(1, "ada"));
        world.embedded.setAnswer(FormFillingUserAgent::Answer::None);
        world.gate->requestScopes({QStringLiteral("repo")});
        QVERIFY(World::attempt());
        QSignalSpy quit(window<MainWindow>()->findChild<QAction *>(QStringLiteral("quitAction"), Qt::FindDirectChildrenOnly), &QAction::triggered);
        world.press(window<MainWindow>(), Qt::Key_Q, Qt::ControlModifier);
        QCOMPARE(quit.count(), 1);
    }

    void anAccountThatEndsDuringTheAttemptLeavesTheSignInWindow()
    {
        World world;
        QVERIFY(world.addAccount(1, "ada"));
        world.embedded.setAnswer(FormFillingUserAgent::Answer::None);
        Session &first = world.session();
        world.gate->requestScopes({QStringLiteral("repo")});
        QVERIFY(World::attempt());
        first.account()->tokens().end(EndReason::Revoked);
        QTRY_VERIFY(window<SignInWindow>());
        QVERIFY(!window<MainWindow>());
    }

    /// The settings window stays open beside the main one, so that its buttons can be pressed twice.
    void aQuestionIsAskedOnce()
    {
        World world;
        QVERIFY(world.addAccount(1, "ada"));
        const QString key = world.session().account()->record().key();
        world.gate->askSignOut(key);
        world.gate->askSignOut(key);
        QCOMPARE(World::questions("signOutSheet"), 1);
        world.button("cancelSignOutButton")->click();
        QTRY_COMPARE(World::questions("signOutSheet"), 0);
        world.gate->offerScopes({QStringLiteral("repo")});
        world.gate->offerScopes({QStringLiteral("repo")});
        QCOMPARE(World::questions("scopeSheet"), 1);
        world.button("declineScopesButton")->click();
        QTRY_COMPARE(World::questions("scopeSheet"), 0);
        world.gate->askSignOut(key);
        QCOMPARE(World::questions("signOutSheet"), 1);
    }

    /// The settings list it before its keychain entry has been read. The question would be about the account that is shown.
    void anAccountThatIsBeingRestoredIsNotSignedOut()
    {
        auto store = std::make_unique<HeldTokenStore>();
        HeldTokenStore &held = *store;
        World world(std::move(store));
        QVERIFY(world.signInTwo());
        const QList<AccountRecord> accounts = world.sessions->accounts();
        const auto ada = std::find_if(accounts.begin(), accounts.end(), [](const AccountRecord &one) { return one.identity.login == QLatin1String("ada"); });
        QVERIFY(ada != accounts.end());
        world.start();
        held.hold();
        world.gate->open();
        QTRY_COMPARE(held.waitingCount(), 1);
        held.letGo();
        held.hold();
        QVERIFY(world.waitForAccount("bob"));
        QTRY_COMPARE(held.waitingCount(), 1);
        world.gate->askSignOut(ada->key());
        settle();
        QCOMPARE(World::questions("signOutSheet"), 0);
        held.letGo();
        QTRY_VERIFY(world.sessions->account(ada->key()));
        QCOMPARE(world.sessions->accounts().size(), 2);
    }

    void signingOutAsksOnce()
    {
        World world;
        QVERIFY(world.addAccount(1, "ada"));
        world.trigger("signOutAction");
        auto *sheet = window<MainWindow>()->findChild<Sheet *>(QStringLiteral("signOutSheet"));
        QCOMPARE(sheet->title(), QStringLiteral("Sign out of ada on this computer?"));
        QCOMPARE(sheet->findChild<QLabel *>(QStringLiteral("signOutText"))->text(), QStringLiteral("Latchkey’s access is revoked on Demo Hub."));
        world.button("cancelSignOutButton")->click();
        QCOMPARE(world.session().state(), Session::State::SignedIn);
        QVERIFY(window<MainWindow>()->findChild<QAction *>(QStringLiteral("signOutAction"))->shortcuts().isEmpty());
    }

    void declinedScopesChangeNothing()
    {
        QFETCH(bool, declines);
        World world;
        QVERIFY(world.addAccount(1, "ada"));
        const QString key = world.session().account()->record().key();
        const QDateTime since = world.session().account()->refreshedAt();
        world.embedded.setAnswer(declines ? FormFillingUserAgent::Answer::Deny : FormFillingUserAgent::Answer::None);
        world.gate->requestScopes({QStringLiteral("notifications")});
        QVERIFY(World::attempt());
        if (!declines)
            QTest::mouseClick(world.button("cancelButton"), Qt::LeftButton);
        QTRY_VERIFY(!World::attempt());
        QVERIFY(world.waitForAccount("ada"));
        QCOMPARE(world.session().account()->record().key(), key);
        QCOMPARE(world.session().account()->refreshedAt(), since);
        QCOMPARE(world.session().account()->scopes(), QStringList(QStringLiteral("read:user")));
        QCOMPARE(world.server.liveTokenCount(), 2);
    }

    void everyControlHasNames()
    {
        World world;
        world.gate->open();
        for (QPushButton *button : window<SignInWindow>()->findChildren<QPushButton *>()) {
            QVERIFY(!button->objectName().isEmpty());
            if (button->isVisible())
                QVERIFY(!button->accessibleName().isEmpty());
        }
        world.signIn();
        QTRY_VERIFY(window<MainWindow>());
        for (QAction *action : window<MainWindow>()->findChildren<QAction *>(Qt::FindDirectChildrenOnly)) {
            QVERIFY(!action->objectName().isEmpty());
            QVERIFY(!action->text().isEmpty());
        }
    }
};

} // namespace tst_logingate

LATCHKEY_TEST(tst_logingate, LoginGateTest, QApplication)

#include "tst_logingate.moc"
