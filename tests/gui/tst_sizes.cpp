// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/diagnosisworld.h"
#include "gui/reachable.h"
#include "gui/signedin.h"

#include "gui/diagnosticsdialog.h"
#include "gui/mainwindow/mainwindow.h"
#include "gui/page/page.h"
#include "gui/page/pagestack.h"
#include "gui/richtext/richtextview.h"
#include "gui/signin/signinwindow.h"
#include "provider/providercatalog.h"
#include "session/registration/ownregistrations.h"
#include "support/test.h"

#include <QListView>

#include <cstdio>

namespace tst_sizes {

using demo::Endpoint;

struct Screen
{
    const char *name;
    QSize room;
};

/// What is left of a screen at a scale.
constexpr Screen screens[] = {{"1920x1080 at 1", {1920, 1080}}, {"1366x768 at 1", {1366, 768}}, {"1280x900 at 2", {640, 450}},
                              {"1366x768 at 2", {683, 384}}, {"1280x900 at 3", {426, 300}}};

/// Text that a server may send.
struct OddText
{
    const char *name;
    QString text;
};

QList<OddText> oddTexts()
{
    QString zalgo;
    for (const QChar letter : QStringLiteral("zalgo"))
        zalgo += letter + QString(40, QChar(0x0301)) + QString(40, QChar(0x0323));
    return {{"usual", QStringLiteral("Tide tables for harbors")},
            {"line breaks", QStringLiteral("one\ntwo\r\nthree\tfour\u2028five\u2029six\u0085seven")},
            {"5,000 characters", QStringLiteral("harbor tide ").repeated(420).left(5000)},
            {"a word of 500", QString(500, QLatin1Char('W'))},
            {"a word of 5,000", QString(5000, QLatin1Char('m'))},
            {"right to left", QStringLiteral("مرفأ الصيد في المدينة القديمة ").repeated(8)},
            {"a right-to-left override", QStringLiteral("gpj.\u202eexe.\u2066a\u2069")},
            {"stacked marks", zalgo},
            {"emoji", QStringLiteral("👩‍👩‍👧‍👦🚢🏴󠁧󠁢󠁥󠁮󠁧󠁿").repeated(30)},
            {"HTML", QStringLiteral("<img src=x width=9000><b>a</b>&amp;<pre>%1</pre>").arg(QString(400, QLatin1Char('x')))},
            {"terminal controls", QStringLiteral("a\u001b[31m\u009b2J\u0007b")},
            {"spaces", QString(600, QLatin1Char(' ')) + QStringLiteral("x")},
            {"blank", QStringLiteral(" ")}};
}

QByteArray json(const QJsonArray &array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

/// A person is signed in, and each text of the server is this one.
struct World : SignedIn
{
    explicit World(const QString &text) : SignedIn("read:user notifications repo")
    {
        const auto reply = [](const QByteArray &body) {
            return demo::Fault{.response = {.contentType = "application/json", .body = body}, .times = -1};
        };
        QJsonObject &user = server.account();
        for (const char *name : {"name", "bio", "company", "location", "email"})
            user.insert(QLatin1String(name), text);
        user.insert(QStringLiteral("blog"), QStringLiteral("https://example.org/") + text);
        for (const char *name : {"followers", "following", "public_repos"})
            user.insert(QLatin1String(name), std::numeric_limits<qint64>::max());
        const QJsonObject repository{{QStringLiteral("name"), QStringLiteral("a") + text}, {QStringLiteral("description"), text},
                                     {QStringLiteral("language"), text},
                                     {QStringLiteral("stargazers_count"), std::numeric_limits<qint64>::max()},
                                     {QStringLiteral("owner"), QJsonObject{{QStringLiteral("login"), text}}}};
        server.misbehave(Endpoint::Repositories, reply(json({repository, repository, QJsonValue()})));
        const QJsonObject thread{{QStringLiteral("id"), QStringLiteral("1")}, {QStringLiteral("reason"), text},
                                 {QStringLiteral("subject"), QJsonObject{{QStringLiteral("title"), text}}},
                                 {QStringLiteral("repository"), QJsonObject{{QStringLiteral("full_name"), text}}}};
        server.misbehave(Endpoint::Notifications, reply(json({thread})));
        server.misbehave(Endpoint::GraphQl, [text](const loopback::Request &request) {
            const bool isOverview = request.body.contains("query Overview");
            return demo::Fault{.response = {.contentType = "application/json",
                                            .body = QJsonDocument(isOverview ? overview(text) : work(text)).toJson()}};
        });
        window = std::make_unique<MainWindow>(account());
        window->show();
    }

    static QJsonObject list(const QJsonObject &node)
    {
        return {{QStringLiteral("totalCount"), std::numeric_limits<qint64>::max()},
                {QStringLiteral("nodes"), QJsonArray{node, node, node}}};
    }

    static QJsonObject overview(const QString &text)
    {
        const QString page = QStringLiteral("https://example.org/x");
        const QString name = QStringLiteral("a") + text;
        const QJsonObject named{{QStringLiteral("name"), name}, {QStringLiteral("displayName"), name},
                                {QStringLiteral("description"), text}, {QStringLiteral("url"), page},
                                {QStringLiteral("primaryLanguage"), QJsonObject{{QStringLiteral("name"), text}}}};
        const QJsonObject day{{QStringLiteral("date"), QStringLiteral("2026-05-01")},
                              {QStringLiteral("contributionCount"), std::numeric_limits<qint64>::max()}};
        const QJsonObject week{{QStringLiteral("contributionDays"), QJsonArray{day}}};
        const QJsonObject calendar{{QStringLiteral("totalContributions"), std::numeric_limits<qint64>::max()},
                                   {QStringLiteral("weeks"), QJsonArray{week}}};
        const QJsonObject activity{{QStringLiteral("repository"), QJsonObject{{QStringLiteral("nameWithOwner"), name}}}};
        const QJsonObject viewer{{QStringLiteral("login"), QStringLiteral("ada-demo")},
                                 {QStringLiteral("status"), QJsonObject{{QStringLiteral("message"), text}}},
                                 {QStringLiteral("organizations"), list(named)}, {QStringLiteral("socialAccounts"), list(named)},
                                 {QStringLiteral("pinnedItems"), list(named)},
                                 {QStringLiteral("contributionsCollection"),
                                  QJsonObject{{QStringLiteral("contributionCalendar"), calendar},
                                              {QStringLiteral("commitContributionsByRepository"), QJsonArray{activity}}}}};
        return {{QStringLiteral("data"), QJsonObject{{QStringLiteral("viewer"), viewer}}}};
    }

    static QJsonObject work(const QString &text)
    {
        const QJsonObject item{{QStringLiteral("title"), QStringLiteral("a") + text}, {QStringLiteral("number"), 7},
                               {QStringLiteral("author"), QJsonObject{{QStringLiteral("login"), text}}},
                               {QStringLiteral("repository"), QJsonObject{{QStringLiteral("nameWithOwner"), text}}}};
        const QJsonObject viewer{{QStringLiteral("login"), QStringLiteral("ada-demo")}, {QStringLiteral("pullRequests"), list(item)}};
        return {{QStringLiteral("data"), QJsonObject{{QStringLiteral("viewer"), viewer}, {QStringLiteral("reviews"), list(item)},
                                                     {QStringLiteral("issues"), list(item)}}}};
    }

    /// Turns to a page and waits until it shows what the server said.
    bool turnTo(PageId page)
    {
        window->turnTo(page);
        return QTest::qWaitFor([&] {
            const auto *list = window->findChild<PageStack *>()->currentPage()->findChild<QListView *>();
            const bool isFull = page == PageId::Profile ? isProfileFull()
                                                        : !list || list->model()->rowCount() > 0;
            return isFull && !window->findChild<PageStack *>()->currentPage()->isRefreshing();
        }, 20000);
    }

    /// A picture that comes later would move what is looked at.
    bool isProfileFull() const
    {
        const auto *readme = window->findChild<RichTextView *>(QStringLiteral("readmeView"));
        const QUrl picture = server.origin().resolved(QUrl(QStringLiteral("/ada-demo/ada-demo/raw/HEAD/harbour.png")));
        return window->findChild<QWidget *>(QStringLiteral("pinnedCard")) && readme && readme->hasPicture(picture);
    }

    std::unique_ptr<MainWindow> window;
};

class SizesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstSizesLeaveRoomForTheFrame();
    void theMainWindowFitsEachScreen_data();
    void theMainWindowFitsEachScreen();
    void noticesOfManyLinesLeaveRoomForThePages();
    void theOfferOfScopesFitsEachScreen();
    void theSignInWindowFitsEachScreen_data();
    void theSignInWindowFitsEachScreen();
    void theDiagnosticsFitEachScreen();
    void cleanupTestCase() { std::printf("%d windows of that size were looked at\n", m_looked); }

private:
    void look(QWidget &window, const Screen &screen)
    {
        ++m_looked;
        const QString problems = problemsOf(window, screen.room);
        QVERIFY2(problems.isEmpty(), qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(screen.name), problems)));
    }

    int m_looked = 0;
};

void SizesTest::firstSizesLeaveRoomForTheFrame()
{
    QCOMPARE(sizeOnScreen({900, 760}, {1920, 1080}), QSize(900, 760));
    QCOMPARE(sizeOnScreen({900, 760}, {1366, 768}), QSize(900, 736));
    QCOMPARE(sizeOnScreen({900, 760}, {426, 300}), QSize(418, 268));
}

void SizesTest::theMainWindowFitsEachScreen_data()
{
    QTest::addColumn<QString>("text");
    for (const OddText &odd : oddTexts())
        QTest::newRow(odd.name) << odd.text;
}

void SizesTest::theMainWindowFitsEachScreen()
{
    QFETCH(QString, text);
    World world(text);
    const QList<PageId> pages = world.window->findChild<PageStack *>()->ids();
    for (const PageId page : pages) {
        QVERIFY2(world.turnTo(page), qPrintable(keyOf(page)));
        for (const Screen &screen : screens) {
            world.window->resize(900, 760);
            look(*world.window, screen);
        }
    }
}

void SizesTest::noticesOfManyLinesLeaveRoomForThePages()
{
    World world(QStringLiteral("x"));
    world.window->say(QStringLiteral("a sentence that is rather long, and goes on ").repeated(30));
    world.window->offer(QStringLiteral("Press"), [] {});
    for (const Screen &screen : screens) {
        world.window->resize(900, 760);
        look(*world.window, screen);
        QVERIFY(world.window->findChild<PageStack *>()->height() >= world.window->height() / 3);
    }
}

void SizesTest::theOfferOfScopesFitsEachScreen()
{
    SignedIn signedIn;
    MainWindow window(signedIn.account());
    window.show();
    window.turnTo(PageId::Inbox);
    QTRY_VERIFY(window.findChild<QWidget *>(QStringLiteral("inboxEmpty")));
    for (const Screen &screen : screens) {
        window.resize(900, 760);
        look(window, screen);
    }
}

void SizesTest::theSignInWindowFitsEachScreen_data()
{
    QTest::addColumn<QString>("name");
    for (const OddText &odd : oddTexts())
        QTest::newRow(odd.name) << odd.text;
}

/// The name of the provider and an error with it stand for all texts.
void SizesTest::theSignInWindowFitsEachScreen()
{
    QFETCH(QString, name);
    demo::FaultyProvider server;
    QVERIFY(server.listen());
    QTemporaryDir folder;
    const Paths paths{folder.filePath(QStringLiteral("latchkey.conf")), folder.filePath(QStringLiteral("cache")), {}};
    HeldTokenStore store;
    AccountRegistry registry{paths.settingsFile};
    AccountStorage storage{store, registry, paths};
    UnusedTokens unusedTokens{storage, {}};
    FormFillingUserAgent person{demoPerson()};
    person.setAnswer(FormFillingUserAgent::Answer::None);
    OwnRegistrations registrations{folder.filePath(QStringLiteral("providers")), store};
    ProviderCatalog catalog{QStringList()};
    SignInSetup setup{person, person, person, registrations};
    setup.catalog = &catalog;
    Provider provider = demoProviderAt(server.origin());
    provider.name = name;
    Session session(provider, storage, unusedTokens, {});
    session.restore();
    QTRY_COMPARE(session.state(), Session::State::SignedOut);
    SignInWindow window(session, setup);
    window.show();
    AccountRecord account;
    account.identity.login = name;
    window.offerBack(account);
    window.controller().say(name);
    using Page = SignInPage;
    for (const Page page : {Page::Ways, Page::Token, Page::Host, Page::Connect}) {
        if (page != Page::Ways)
            window.controller().openPage(page);
        for (const Screen &screen : screens) {
            window.resize(460, 640);
            look(window, screen);
        }
    }
    window.controller().goBack();
    window.controller().signIn(SignInWay::DeviceCode);
    QTRY_VERIFY(session.signInAttempt() && session.signInAttempt()->deviceAuthorization());
    for (const Screen &screen : screens) {
        window.resize(460, 640);
        look(window, screen);
    }
}

void SizesTest::theDiagnosticsFitEachScreen()
{
    DiagnosisWorld world;
    DiagnosticsDialog dialog(world.subject());
    dialog.present();
    for (const Screen &screen : screens) {
        dialog.resize(760, 560);
        look(dialog, screen);
    }
}

} // namespace tst_sizes

LATCHKEY_TEST(tst_sizes, SizesTest, QApplication)

#include "tst_sizes.moc"
