// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demouseragent.h"

#include "gui/logingate.h"
#include "gui/noticebar.h"
#include "session/memorytokenstore.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

namespace {

/// A store that refuses to write, as a locked keychain does.
class RefusingTokenStore : public MemoryTokenStore
{
public:
    void write(const QString &, const QByteArray &, QObject *context, Receiver<void> receiver) override
    {
        QMetaObject::invokeMethod(context, [receiver] {
            receiver(Error{Error::Kind::Storage, QStringLiteral("access_denied")});
        }, Qt::QueuedConnection);
    }
};

Provider providerOf(const demo::DemoProvider &server)
{
    Provider provider;
    provider.id = QStringLiteral("demo");
    provider.name = QStringLiteral("Demo Hub");
    provider.apiBaseUrl = server.apiBaseUrl();
    provider.server.authorizationEndpoint = server.authorizationEndpoint();
    provider.server.tokenEndpoint = server.tokenEndpoint();
    provider.server.revocationEndpoint = server.revocationEndpoint();
    provider.client.clientId = QStringLiteral("latchkey-demo");
    provider.client.scope = QStringLiteral("read:user");
    provider.client.redirectPath = QStringLiteral("/oauth/callback");
    return provider;
}

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
    explicit World(std::unique_ptr<TokenStore> tokenStore = std::make_unique<MemoryTokenStore>())
        : store(std::move(tokenStore))
    {
        server.listen();
        session = std::make_unique<Session>(providerOf(server), *store, registry, places);
        gate = std::make_unique<LoginGate>(*session, SignInWays{embedded, external, clipboard});
    }

    QPushButton *button(const char *name) const { return window<SignInWindow>()->findChild<QPushButton *>(QLatin1String(name)); }
    QString text(const char *name) const { return window<MainWindow>()->findChild<QLabel *>(QLatin1String(name))->text(); }
    QString notice() const
    {
        return window<SignInWindow>()->findChild<NoticeBar *>(QStringLiteral("noticeBar"))->text();
    }
    QString bar(const char *name) const { return window<MainWindow>()->findChild<NoticeBar *>(QLatin1String(name))->text(); }

    void signIn() const { QTest::mouseClick(button("signInHereButton"), Qt::LeftButton); }
    void trigger(const char *action) const { window<MainWindow>()->findChild<QAction *>(QLatin1String(action))->trigger(); }

    QTemporaryDir folder;
    Places places{folder.filePath(QStringLiteral("latchkey.conf")), folder.filePath(QStringLiteral("cache")), {}};
    demo::DemoProvider server;
    std::unique_ptr<TokenStore> store;
    AccountRegistry registry{places.settingsFile};
    DemoUserAgent embedded;
    DemoUserAgent external;
    DemoUserAgent clipboard;
    std::unique_ptr<Session> session;
    std::unique_ptr<LoginGate> gate;
};

} // namespace

class LoginGateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
        QCOMPARE(world.text("publicRepositoriesValue"), QStringLiteral("42"));
        QTRY_COMPARE(world.text("ageLabel"), QStringLiteral("Updated just now"));
        QTRY_COMPARE(world.server.requestCount(demo::Endpoint::Avatar), 1);
    }

    void whereThereIsNoNameTheLoginIsShown()
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

    void cancelWorksWhileThePersonIsAway()
    {
        World world;
        world.embedded.isAway = true;
        world.gate->open();
        world.signIn();
        QTRY_VERIFY(world.button("cancelButton")->isVisible());
        QTest::mouseClick(world.button("cancelButton"), Qt::LeftButton);
        QTRY_VERIFY(world.button("signInHereButton")->isVisible());
        QCOMPARE(world.embedded.dismissCount, 1);
        QCOMPARE(world.session->state(), Session::State::SignedOut);
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

    void aDeclinedSignInIsToldInWords()
    {
        World world;
        world.embedded.declines = true;
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
        QVERIFY(!world.button("signInHereButton")->isEnabled());
        QTest::mouseClick(world.button("signInWithBrowserButton"), Qt::LeftButton);
        QTRY_VERIFY(window<MainWindow>());
        QCOMPARE(world.external.showCount, 1);
    }

    void aLoginViewThatDiesMidwayLeadsToTheBrowser()
    {
        World world;
        world.embedded.isAway = true;
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
        world.embedded.isAway = true;
        world.gate->open();
        world.signIn();
        QTest::mouseClick(world.button("copyOpenLinkButton"), Qt::LeftButton);
        QVERIFY(QApplication::clipboard()->text().startsWith(world.server.authorizationEndpoint().toString()));
    }

    void withoutAClientIdTheWindowSaysWhatToDo()
    {
        World world;
        Provider provider = providerOf(world.server);
        provider.client.clientId.clear();
        Session session(provider, *world.store, world.registry, world.places);
        LoginGate gate(session, {world.embedded, world.external, world.clipboard});
        gate.open(LoginGate::Start::SignInHere);
        auto *advice = window<SignInWindow>()->findChild<QLabel *>(QStringLiteral("connectAdviceLabel"));
        QVERIFY(advice->isVisible());
        QVERIFY(advice->text().contains(QStringLiteral("client ID")));
        QCOMPARE(world.embedded.showCount, 0);
    }

    void signingOutClosesTheMainWindowAndRevokes()
    {
        World world;
        world.gate->open();
        world.signIn();
        QTRY_VERIFY(window<MainWindow>());
        world.trigger("signOutAction");
        QVERIFY(!window<MainWindow>());
        QVERIFY(window<SignInWindow>());
        QTRY_COMPARE(world.server.liveTokenCount(), 0);
        QVERIFY(world.registry.accounts().isEmpty());
    }

    void afterASignOutNoLateAnswerOpensAWindow()
    {
        World world;
        world.gate->open();
        world.signIn();
        QTRY_COMPARE(world.server.requestCount(demo::Endpoint::Avatar), 1);
        world.server.expireAccessTokens();
        const int before = world.server.requestCount(demo::Endpoint::User);
        world.trigger("refreshAction");
        QTRY_VERIFY(world.server.requestCount(demo::Endpoint::User) > before);
        world.trigger("signOutAction");
        QTRY_COMPARE(world.server.requestCount(demo::Endpoint::Revocation), 2);
        QVERIFY(!window<MainWindow>());
        QCOMPARE(world.session->state(), Session::State::SignedOut);
    }

    void anUnreachableServerIsABarAndNoSignOut()
    {
        World world;
        world.gate->open();
        world.signIn();
        QTRY_VERIFY(window<MainWindow>());
        QTRY_COMPARE(world.server.requestCount(demo::Endpoint::Avatar), 1);
        world.server.misbehave(demo::Endpoint::User, {.response = {.status = 503}, .times = 1});
        world.trigger("refreshAction");
        QTRY_VERIFY(world.bar("troubleBar").contains(QStringLiteral("Demo Hub")));
        QCOMPARE(world.text("nameLabel"), QStringLiteral("Ada Nordström"));
        window<MainWindow>()->findChild<NoticeBar *>(QStringLiteral("troubleBar"))->findChild<QPushButton *>()->click();
        QTRY_COMPARE(world.bar("troubleBar"), QString());
        QCOMPARE(world.session->state(), Session::State::SignedIn);
    }

    void accessThatWasTakenBackIsNoticedAndTold()
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
        QVERIFY(world.notice().contains(QStringLiteral("sign in again")));
    }

    void aKeychainThatRefusesIsToldAndTheSessionGoesOn()
    {
        World world(std::make_unique<RefusingTokenStore>());
        world.gate->open();
        world.signIn();
        QTRY_VERIFY(window<MainWindow>());
        QVERIFY(world.bar("storageBar").contains(QStringLiteral("until you quit")));
    }

    void theNextStartIsSignedInAndShowsWhatWasSeenWithoutANetwork()
    {
        World world;
        world.gate->open();
        world.signIn();
        QTRY_COMPARE(world.server.requestCount(demo::Endpoint::Avatar), 1);
        QTRY_COMPARE(world.text("ageLabel"), QStringLiteral("Updated just now"));
        const Provider provider = providerOf(world.server);
        world.gate.reset();
        world.session.reset();
        world.server.misbehave(demo::Endpoint::User, {.kind = demo::Fault::Kind::Reset, .times = -1});

        Session session(provider, *world.store, world.registry, world.places);
        LoginGate gate(session, {world.embedded, world.external, world.clipboard});
        gate.open();
        QTRY_VERIFY(window<MainWindow>());
        QCOMPARE(world.text("nameLabel"), QStringLiteral("Ada Nordström"));
        QTRY_VERIFY(!world.bar("troubleBar").isEmpty());
        QCOMPARE(session.state(), Session::State::SignedIn);
    }

    void everyControlHasANameForPeopleAndOneForTests()
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

QTEST_MAIN(LoginGateTest)
#include "tst_logingate.moc"
