// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signedin.h"

#include "gui/mainwindow/mainwindow.h"
#include "gui/page/pagestack.h"
#include "gui/parts/inlinealert.h"
#include "gui/rows/rowlist.h"
#include "menuentry/menuentry.h"
#include "support/openedpages.h"
#include "support/test.h"

#include <QAction>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

namespace tst_mainwindow {

struct World : SignedIn
{
    World() { open(); }

    void open()
    {
        window = std::make_unique<MainWindow>(account());
        window->show();
    }

    template<typename Widget>
    Widget *find(const char *name) const { return window->findChild<Widget *>(QLatin1String(name)); }
    QString text(const char *name) const { return find<QLabel>(name)->text(); }
    qsizetype pinned() const { return window->findChildren<QFrame *>(QStringLiteral("pinnedCard")).size(); }

    /// An AppImage that contains only its desktop entry.
    MenuEntry mountedAppImage(const QString &dataFolder) const
    {
        const QString applications = folder.filePath(QStringLiteral("mounted/usr/share/applications"));
        const QString name = QStringLiteral("io.github.latchkey.Latchkey.desktop");
        QDir().mkpath(applications);
        if (!QFile::copy(QStringLiteral(LATCHKEY_DESKTOP_FOLDER "/") + name, applications + QLatin1Char('/') + name))
            qFatal("there is no desktop entry");
        return MenuEntry(folder.filePath(QStringLiteral("Latchkey.AppImage")), folder.filePath(QStringLiteral("mounted")), dataFolder);
    }

    /// From now on the overview is a viewer with these members.
    void answerOverview(const QByteArray &members)
    {
        const QByteArray body = "{\"data\": {\"viewer\": {\"login\": \"ada-demo\", " + members + "}}}";
        server.misbehave(demo::Endpoint::GraphQl, {.response = {.contentType = "application/json", .body = body}, .times = -1});
    }

    OpenedPages opened;
    std::unique_ptr<MainWindow> window;
};

class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUnreadableOverviewIsReportedAndTheProfileStays()
    {
        World world;
        QTRY_COMPARE(world.pinned(), 6);
        world.server.misbehave(demo::Endpoint::GraphQl,
                               {.response = {.contentType = "application/json", .body = "{\"data\": null}"}, .times = -1});
        world.window->refresh();
        QTRY_VERIFY(!world.find<InlineAlert>("errorBar")->text().isEmpty());
        QCOMPARE(world.pinned(), 6);
        QCOMPARE(world.text("nameLabel"), QStringLiteral("Ada Nordström"));
    }

    void aButtonOpensTheSignInOfAnOrganization()
    {
        World world;
        QTRY_COMPARE(world.pinned(), 6);
        const QByteArray page = world.server.origin().toEncoded() + "/orgs/harbour-works/sso";
        world.server.misbehave(demo::Endpoint::GraphQl,
                               {.response = {.status = 403, .headers = {{"X-GitHub-SSO", "required; url=" + page}}}, .times = -1});
        world.window->refresh();
        auto *bar = world.find<InlineAlert>("errorBar");
        QTRY_VERIFY(bar->text().contains(QStringLiteral("single sign-on")));
        bar->findChild<QPushButton *>()->click();
        QCOMPARE(world.opened.urls, QList<QUrl>{QUrl::fromEncoded(page)});
    }

    void organizationsBeyondTheFirstTwentyAreCounted()
    {
        World world;
        QTRY_COMPARE(world.pinned(), 6);
        const QByteArray nodes = QByteArrayList(20, "{\"login\": \"o\", \"url\": \"https://example.org/o\"}").join(',');
        world.answerOverview("\"organizations\": {\"totalCount\": 120, \"nodes\": [" + nodes + "]}");
        world.window->refresh();
        QTRY_VERIFY(world.text("organizationsLabel").contains(QStringLiteral(">and 100 more</a>")));
        QVERIFY(world.text("organizationsLabel").contains(QStringLiteral("/settings/organizations")));
        QCOMPARE(world.text("organizationsLabel").count(QStringLiteral("example.org/o")), 20);
    }

    void aPartOfTheOverviewThatIsMissingStaysAsItWas_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::newRow("nothing but organizations") << QByteArray("\"organizations\": {\"totalCount\": 0, \"nodes\": []}");
        QTest::newRow("nulls") << QByteArray("\"organizations\": {\"nodes\": []}, \"pinnedItems\": {\"nodes\": [null, null]}, "
                                             "\"socialAccounts\": null, \"contributionsCollection\": null");
    }

    void aPartOfTheOverviewThatIsMissingStaysAsItWas()
    {
        QFETCH(QByteArray, members);
        World world;
        QTRY_COMPARE(world.pinned(), 6);
        const QString total = world.text("contributionTotalLabel");
        QVERIFY(total.contains(QStringLiteral("contributions in the last year")));
        world.answerOverview(members);
        world.window->refresh();
        QTRY_VERIFY(!world.find<InlineAlert>("errorBar")->text().isEmpty());
        QCOMPARE(world.text("organizationsLabel"), QString());
        QCOMPARE(world.pinned(), 6);
        QCOMPARE(world.text("contributionTotalLabel"), total);
        world.server.misbehave(demo::Endpoint::GraphQl, {.kind = demo::Fault::Kind::Hang, .times = -1});
        world.open(); // As in a later run: the whole answer is still in the cache.
        QTRY_COMPARE(world.pinned(), 6);
        QVERIFY(!world.text("organizationsLabel").isEmpty());
    }

    void aRateLimitInTheBodyOfAnAnswerIsSaidAsOne()
    {
        World world;
        QTRY_COMPARE(world.pinned(), 6);
        world.server.misbehave(demo::Endpoint::GraphQl,
                               {.response = {.contentType = "application/json",
                                             .body = R"({"errors": [{"type": "RATE_LIMITED", "message": "API rate limit exceeded"}]})"},
                                .times = -1});
        const int asked = world.server.requestCount(demo::Endpoint::GraphQl);
        world.window->refresh();
        QTRY_VERIFY(world.find<InlineAlert>("errorBar")->text().contains(QStringLiteral("Rate limit reached.")));
        QCOMPARE(world.pinned(), 6);
        QTRY_COMPARE(world.server.requestCount(demo::Endpoint::GraphQl), asked + 1);
        world.server.behave();
        world.window->refresh(); // Within the pause, so nobody is asked.
        QTRY_VERIFY(world.find<InlineAlert>("errorBar")->text().contains(QStringLiteral("Rate limit reached.")));
        QCOMPARE(world.server.requestCount(demo::Endpoint::GraphQl), asked + 1);
    }

    void leftOutOrganizationsAreReported()
    {
        World world;
        QTRY_COMPARE(world.pinned(), 6);
        world.window->say(QStringLiteral("A message."));
        world.server.misbehave(demo::Endpoint::User,
                               {.response = {.contentType = "application/json", .body = R"({"login": "ada-demo"})",
                                             .headers = {{"X-GitHub-SSO", "partial-results; organizations=1,2,3"}}}, .times = -1});
        world.window->refresh();
        auto *bar = world.find<InlineAlert>("organizationsBar");
        QTRY_VERIFY(bar->text().startsWith(QStringLiteral("3 organization")));
        QCOMPARE(world.find<InlineAlert>("messageBar")->text(), QStringLiteral("A message.")); // Nobody has read it yet.
        bar->findChild<QAbstractButton *>(QStringLiteral("dismissButton"))->click();
        QVERIFY(bar->text().isEmpty());
    }

    void everyRequestOfThePagesNamesTheVersionOfTheApi()
    {
        World world;
        QTRY_COMPARE(world.pinned(), 6);
        const QList<PageId> pages = world.find<PageStack>("pages")->ids();
        for (const PageId page : pages)
            world.window->turnTo(page);
        QTRY_COMPARE(world.server.requestCount(demo::Endpoint::Repositories), 1);
        QTRY_VERIFY(world.server.apiRequestCount() >= 4); // The person, the overview, the README and the repositories.
        QCOMPARE(world.server.apiRequestsWithoutVersion(), QStringList());
    }

    void aRefreshAsksForRepositoriesOnlyAfterTheirPageWasShown()
    {
        World world;
        QTRY_COMPARE(world.pinned(), 6);
        world.window->refresh();
        QCOMPARE(world.server.requestCount(demo::Endpoint::Repositories), 0);
        world.window->turnTo(PageId::Repositories);
        QTRY_COMPARE(world.find<RowList>("repositoryList")->model()->rowCount(), 30);
        QCOMPARE(world.server.requestCount(demo::Endpoint::Repositories), 1);
        world.window->refresh();
        QTRY_COMPARE(world.server.requestCount(demo::Endpoint::Repositories), 2);
    }

    void theAccountPageDescribesTheAccess()
    {
        World world;
        QTRY_COMPARE(world.pinned(), 6);
        world.window->turnTo(PageId::Account);
        QCOMPARE(world.text("accountWhoValue"), QStringLiteral("ada-demo (Ada Nordström)"));
        QCOMPARE(world.text("accountScopesValue"), QStringLiteral("Scopes: read:user"));
        QVERIFY(world.text("accountRateLimitValue").contains(QStringLiteral("5,000")));
        QCOMPARE(world.text("accountStoreValue"), QStringLiteral("Memory, until you quit Latchkey"));
        QCOMPARE(world.text("accountSignOutValue"), QStringLiteral("Latchkey’s access is revoked on Demo Hub."));
        QCOMPARE(world.text("accountOriginValue"), QStringLiteral("Your sign-in on Demo Hub"));
        QVERIFY(world.text("accountCacheValue").contains(QStringLiteral("kB")) || world.text("accountCacheValue").contains(QStringLiteral("KiB")));
        QSignalSpy signOut(world.window.get(), &MainWindow::signOutRequested);
        world.find<QPushButton>("accountSignOutButton")->click();
        QCOMPARE(signOut.size(), 0); // It asks first.
        world.find<QPushButton>("confirmSignOutButton")->click();
        QCOMPARE(signOut.size(), 1);
        world.find<QPushButton>("accountSettingsButton")->click();
        QCOMPARE(world.opened.urls.last().path(), QStringLiteral("/settings/connections/applications/latchkey-demo"));
    }

    void aMissingPermissionCanBeAdded()
    {
        World world;
        world.window->turnTo(PageId::Account);
        QVERIFY(!world.find<QAbstractButton>("addScopeButton_read:user"));
        QSignalSpy requested(world.window.get(), &MainWindow::scopesRequested);
        world.find<QAbstractButton>("addScopeButton_notifications")->click();
        QCOMPARE(requested.value(0).value(0).toStringList(), QStringList(QStringLiteral("notifications")));
    }

    void theOfflineDataCanBeCleared()
    {
        World world;
        QTRY_COMPARE(world.pinned(), 6);
        world.window->turnTo(PageId::Account);
        QVERIFY(world.account().resources().cacheSize() > 0);
        world.find<QPushButton>("clearCacheButton")->click();
        QCOMPARE(world.account().resources().cacheSize(), 0);
        QVERIFY(world.text("accountCacheValue").startsWith(QStringLiteral("0 bytes")));
    }

    void anAppImageCanBeAddedToTheApplicationMenuAndRemoved()
    {
        World world;
        QVERIFY(!world.find<QAction>("menuEntryAction"));
        const MenuEntry entry = world.mountedAppImage(world.folder.filePath(QStringLiteral("data")));
        world.window->offerMenuEntry(entry);
        auto *action = world.find<QAction>("menuEntryAction");
        QVERIFY(!action->isChecked());
        action->trigger();
        QVERIFY(entry.isThere());
        QVERIFY(action->isChecked());
        action->trigger();
        QVERIFY(!entry.isThere());
        QVERIFY(!action->isChecked());
    }

    void aFailureToChangeTheApplicationMenuIsReported()
    {
        World world;
        QFile file(world.folder.filePath(QStringLiteral("a file where a folder would be")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        world.window->offerMenuEntry(world.mountedAppImage(file.fileName()));
        auto *action = world.find<QAction>("menuEntryAction");
        action->trigger();
        QVERIFY(!action->isChecked());
        QVERIFY(world.find<InlineAlert>("messageBar")->isVisible());
    }
};

} // namespace tst_mainwindow

LATCHKEY_TEST(tst_mainwindow, MainWindowTest, QApplication)

#include "tst_mainwindow.moc"
