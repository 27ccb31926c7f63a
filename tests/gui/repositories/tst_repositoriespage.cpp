// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signedin.h"

#include "gui/parts/emptystate.h"
#include "gui/parts/inlinealert.h"
#include "gui/repositories/repositoriespage.h"
#include "gui/repositories/repositorywords.h"
#include "support/openedpages.h"
#include "support/test.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

namespace tst_repositoriespage {

/// A person is signed in at the demo provider, and the page is shown.
struct World : SignedIn
{
    void open(github::RepositoryList list = github::RepositoryList::OwnAndMember)
    {
        page = std::make_unique<RepositoriesPage>(account(), list);
        page->resize(700, 500);
        page->show();
    }

    /// Opens it, and waits until all thirty repositories are there.
    void openFull()
    {
        open();
        if (!QTest::qWaitFor([&] { return rows() == 30 && !page->isRefreshing(); }))
            qFatal("the repositories do not come");
    }

    /// Opens it as in a later run, with all thirty repositories in the cache.
    void openFullLater()
    {
        open();
        if (!QTest::qWaitFor([&] { return rows() > 0 && !page->isRefreshing(); }))
            qFatal("the repositories do not come");
    }

    /// Caches that many repositories, as an earlier run does. The first was pushed last.
    void fillCache(int count) const
    {
        const ResourceCache cache(paths.cacheFolderOf(account().record().key()));
        for (int page = 1; page == 1 || (page - 1) * 100 < count; ++page) {
            QByteArrayList entries;
            for (int i = (page - 1) * 100; i < std::min(count, page * 100); ++i)
                entries.append("{\"name\": \"number-" + QByteArray::number(i)
                               + "\", \"owner\": {\"login\": \"ada-demo\"}, \"pushed_at\": \""
                               + QDateTime(QDate(2026, 1, 1), QTime(), Qt::UTC).addSecs(-i).toString(Qt::ISODate).toLatin1() + "\"}");
            const auto request = github::repositories(server.apiBaseUrl(), github::RepositoryList::OwnAndMember, page);
            cache.store(request.request.url(), {'[' + entries.join(',') + ']', {}, QDateTime::currentDateTimeUtc()});
        }
    }

    template<typename Widget>
    Widget *find(const char *name) const { return page->findChild<Widget *>(QLatin1String(name)); }
    QString count() const { return page->subtitle(); }
    RowList &list() const { return page->list(); }
    QLineEdit &search() const { return *find<QLineEdit>("repositorySearch"); }
    const EmptyState &empty() const { return *find<EmptyState>("repositoryEmpty"); }
    QString first() const { return list().model()->index(0, 0).data().toString(); }
    int rows() const { return list().model()->rowCount(); }
    void choose(const char *chooser, const char *text) const
    {
        auto *box = find<QComboBox>(chooser);
        box->setCurrentIndex(box->findText(QString::fromUtf8(text)));
    }

    OpenedPages opened;
    std::unique_ptr<RepositoriesPage> page;
};

class RepositoriesPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repositoriesCanBeSearchedFilteredAndSorted()
    {
        World world;
        world.openFull();
        QCOMPARE(world.count(), QStringLiteral("30"));
        QCOMPARE(world.first(), QStringLiteral("tidewatch"));
        world.choose("repositoryOrder", "Most stars");
        QCOMPARE(world.first(), QStringLiteral("ninja-graph"));
        world.choose("repositoryOrder", "Name");
        QCOMPARE(world.first(), QStringLiteral("ada-demo"));
        QTest::keyClicks(&world.search(), QStringLiteral("TIDE table"));
        QCOMPARE(world.rows(), 1);
        QCOMPARE(world.count(), QStringLiteral("1 of 30"));
        world.search().clear();
        world.choose("repositoryLanguage", "Rust");
        QCOMPARE(world.rows(), 3);
        world.choose("repositoryLanguage", "All languages");
        for (const auto &[kind, count] : {std::pair("Private", 3), {"Archived", 3}, {"Forks", 2}, {"Member", 4}, {"Yours", 26}, {"Sources", 28}}) {
            world.choose("repositoryKind", kind);
            QCOMPARE(world.rows(), count);
        }
    }

    void withoutAMatchTheFiltersCanBeCleared()
    {
        World world;
        world.openFull();
        world.choose("repositoryKind", "Archived");
        QTest::keyClicks(&world.search(), QStringLiteral("nothing has this"));
        QCOMPARE(world.empty().title(), QStringLiteral("No matches"));
        QVERIFY(world.empty().isVisible());
        QCOMPARE(world.count(), QStringLiteral("0 of 30"));
        world.empty().findChild<QPushButton *>()->click();
        QCOMPARE(world.rows(), 30);
        QVERIFY(world.search().text().isEmpty());
        QVERIFY(world.list().isVisible());
    }

    void theKeyboardGoesFromTheSearchToARowThatIsSeen()
    {
        World world;
        world.openFull();
        world.page->activateWindow();
        world.list().setCurrentIndex(world.list().model()->index(29, 0));
        QVERIFY(world.page->focusSearch());
        QTest::keyClicks(&world.search(), QStringLiteral("a"));
        QVERIFY(world.rows() > 15);
        QTest::keyClick(&world.search(), Qt::Key_Down);
        QCOMPARE(world.list().currentIndex().row(), 0);
        // A row that is seen stays current.
        world.list().setCurrentIndex(world.list().model()->index(2, 0));
        QVERIFY(world.page->focusSearch());
        QTest::keyClick(&world.search(), Qt::Key_Down);
        QCOMPARE(world.list().currentIndex().row(), 2);
    }

    void theKeyboardGoesFromTheSearchIntoTheListAndBack()
    {
        World world;
        world.openFull();
        world.page->activateWindow();
        QVERIFY(world.page->focusSearch());
        QTRY_VERIFY(world.search().hasFocus());
        QTest::keyClicks(&world.search(), QStringLiteral("harbor"));
        QTest::keyClick(&world.search(), Qt::Key_Down);
        QVERIFY(world.list().hasFocus());
        QCOMPARE(world.list().currentIndex().row(), 0);
        QTest::keyClick(&world.list(), Qt::Key_Down);
        QTest::keyClick(&world.list(), Qt::Key_Up);
        QTest::keyClick(&world.list(), Qt::Key_Up);
        QVERIFY(world.search().hasFocus());
        QTest::keyClick(&world.search(), Qt::Key_Escape);
        QVERIFY(world.search().text().isEmpty());
        QCOMPARE(world.rows(), 30);
        QVERIFY(world.search().hasFocus());
        QTest::keyClick(&world.search(), Qt::Key_Escape);
        QVERIFY(world.list().hasFocus());
    }

    void starredRepositoriesAreAPageOfTheirOwn()
    {
        World world;
        world.open(github::RepositoryList::Starred);
        QTRY_COMPARE(world.rows(), 20);
        QCOMPARE(world.page->title(), QStringLiteral("Starred"));
        QCOMPARE(world.first(), QStringLiteral("copper-kettle/steamline")); // Starred last.
        auto *order = world.find<QComboBox>("starredOrder");
        order->setCurrentIndex(order->findText(QStringLiteral("Most stars")));
        QCOMPARE(world.first(), QStringLiteral("hedgehog-systems/burrow"));
        QTest::keyClicks(world.find<QLineEdit>("starredSearch"), QStringLiteral("tides"));
        QCOMPARE(world.first(), QStringLiteral("old-harbour-press/moonrise"));
    }

    void activatingARepositoryOpensItsPage()
    {
        World world;
        world.openFull();
        world.list().goToFirst();
        QTest::keyClick(&world.list(), Qt::Key_Return);
        QCOMPARE(world.opened.urls.size(), 1);
        QCOMPARE(world.opened.urls.first().path(), QStringLiteral("/ada-demo/tidewatch"));
        QTest::keyClick(&world.list(), Qt::Key_O);
        QCOMPARE(world.opened.urls.size(), 2);
    }

    void addressesAndCommandsAreCopiedAndThePageSaysSo_data()
    {
        QTest::addColumn<QKeySequence>("key");
        QTest::addColumn<QString>("copied");
        QTest::newRow("HTTPS") << QKeySequence(Qt::Key_H) << QStringLiteral("http://%1/ada-demo/tidewatch.git");
        QTest::newRow("SSH") << QKeySequence(Qt::Key_S) << QStringLiteral("git@demo.invalid:ada-demo/tidewatch.git");
        QTest::newRow("gh") << QKeySequence(Qt::Key_G) << QStringLiteral("gh repo clone %1/ada-demo/tidewatch");
        QTest::newRow("git") << QKeySequence(Qt::SHIFT | Qt::Key_G) << QStringLiteral("git clone http://%1/ada-demo/tidewatch.git");
        QTest::newRow("link") << QKeySequence(Qt::Key_C) << QStringLiteral("http://%1/ada-demo/tidewatch");
    }

    void addressesAndCommandsAreCopiedAndThePageSaysSo()
    {
        QFETCH(QKeySequence, key);
        QFETCH(QString, copied);
        World world;
        world.openFull();
        world.list().goToFirst();
        QSignalSpy said(world.page.get(), &Page::said);
        QTest::keySequence(&world.list(), key);
        const QString expected = copied.contains(QLatin1String("%1")) ? copied.arg(world.server.origin().authority()) : copied;
        QCOMPARE(QGuiApplication::clipboard()->text(), expected);
        QCOMPARE(said.size(), 1);
        QCOMPARE(said.first().first().toString(), QStringLiteral("Copied “%1”").arg(expected));
    }

    void commandsNameTheHostWhereItIsNotGitHub_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("command");
        QTest::newRow("GitHub") << QStringLiteral("https://github.com/ada/tide") << QStringLiteral("tide") << QStringLiteral("gh repo clone ada/tide");
        QTest::newRow("another") << QStringLiteral("https://ghe.example.org/ada/tide") << QStringLiteral("tide") << QStringLiteral("gh repo clone ghe.example.org/ada/tide");
        QTest::newRow("what a shell would read") << QStringLiteral("https://github.com/ada/tide") << QStringLiteral("tide;reboot") << QString();
        QTest::newRow("a substitution") << QStringLiteral("https://github.com/ada/tide") << QStringLiteral("$(reboot)") << QString();
    }

    void commandsNameTheHostWhereItIsNotGitHub()
    {
        QFETCH(QString, page);
        QFETCH(QString, name);
        QFETCH(QString, command);
        github::Repository repository;
        repository.page = QUrl(page);
        repository.owner = QStringLiteral("ada");
        repository.name = name;
        repository.httpsCloneUrl = page + QStringLiteral(".git; reboot");
        QCOMPARE(words::cloneCommand(repository).gitHubCli, command);
        QCOMPARE(words::cloneCommand(repository).git, QString());
    }

    void repositoriesAreClonedByTheChosenProtocol()
    {
        github::Repository repository;
        repository.httpsCloneUrl = QStringLiteral("https://github.com/ada/tide.git");
        repository.sshCloneUrl = QStringLiteral("git@github.com:ada/tide.git");
        QCOMPARE(words::cloneAddress(repository), repository.httpsCloneUrl);
        QCOMPARE(words::cloneCommand(repository).git, QStringLiteral("git clone https://github.com/ada/tide.git"));
        const auto cleanUp = qScopeGuard([] { words::setClonesBySsh(false); });
        words::setClonesBySsh(true);
        QCOMPARE(words::cloneAddress(repository), repository.sshCloneUrl);
        QCOMPARE(words::cloneCommand(repository).git, QStringLiteral("git clone git@github.com:ada/tide.git"));
        repository.sshCloneUrl.clear(); // Not every server has it.
        QCOMPARE(words::cloneAddress(repository), repository.httpsCloneUrl);
    }

    void rowsSayWhatTheyShow()
    {
        World world;
        world.openFull();
        const auto spokenAt = [&](const char *search) {
            world.search().setText(QLatin1String(search));
            return world.list().model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
        };
        const QString graph = spokenAt("ninja-graph");
        for (const char *part : {"ninja-graph", "Draws what a ninja build really waits for", "C++", "1,946 stars", "88 forks"})
            QVERIFY2(graph.contains(QLatin1String(part)), qPrintable(graph));
        QVERIFY(!graph.contains(QStringLiteral("ada-demo/")));
        QVERIFY(spokenAt("harbour-infra").startsWith(QStringLiteral("harbour-works/harbour-infra, Private")));
        QVERIFY(spokenAt("oldbuoy").contains(QStringLiteral("Archived")));
        QVERIFY(spokenAt("cmark-tables").contains(QStringLiteral("Fork")));
    }

    void filtersOrderAndPlaceAreRememberedPerAccount()
    {
        World world;
        world.openFull();
        world.choose("repositoryKind", "Yours");
        world.choose("repositoryOrder", "Name");
        world.list().verticalScrollBar()->setValue(200);
        world.search().setText(QString());
        world.page.reset();
        world.openFullLater();
        QCOMPARE(world.find<QComboBox>("repositoryKind")->currentText(), QStringLiteral("Yours"));
        QCOMPARE(world.first(), QStringLiteral("ada-demo"));
        QCOMPARE(world.list().verticalScrollBar()->value(), 200);
        world.open(github::RepositoryList::Starred);
        QCOMPARE(world.find<QComboBox>("starredKind")->currentIndex(), 0);
        QVERIFY(world.account().viewFile().startsWith(world.paths.cacheFolderOf(world.account().record().key())));
    }

    void aLanguageIsRememberedBeforeItsRepositoriesAreThere()
    {
        World world;
        world.openFull();
        world.choose("repositoryLanguage", "Rust");
        world.page.reset();
        QVERIFY(world.account().resources().cached(github::repositories(world.server.apiBaseUrl(), github::RepositoryList::OwnAndMember, 1)));
        world.account().resources().forget(github::repositories(world.server.apiBaseUrl(), github::RepositoryList::OwnAndMember, 1));
        world.open();
        QCOMPARE(world.find<QComboBox>("repositoryLanguage")->currentText(), QStringLiteral("Rust"));
        QTRY_COMPARE(world.rows(), 3);
    }

    /// Counts, not milliseconds: script/bench measures those.
    void aKeyResetsTenThousandRowsOnce()
    {
        World world;
        world.server.misbehave(demo::Endpoint::Repositories, {.kind = demo::Fault::Kind::Hang, .times = -1});
        world.fillCache(10000);
        world.open();
        QTRY_COMPARE(world.rows(), 10000);
        QSignalSpy resets(world.list().model(), &QAbstractItemModel::modelReset);
        QSignalSpy inserted(world.list().model(), &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(world.list().model(), &QAbstractItemModel::rowsRemoved);
        QTest::keyClicks(&world.search(), QStringLiteral("99"));
        QCOMPARE(resets.size(), 2);
        QCOMPARE(inserted.size() + removed.size(), 0);
        QVERIFY(world.list().uniformItemSizes());
    }

    void allCachedRepositoriesAreShown_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {0, 1, 99, 100, 101, 10000})
            QTest::addRow("%d", count) << count;
    }

    void allCachedRepositoriesAreShown()
    {
        QFETCH(int, count);
        World world;
        world.server.misbehave(demo::Endpoint::Repositories, {.kind = demo::Fault::Kind::Hang, .times = -1});
        world.fillCache(count);
        world.open();
        QTRY_COMPARE(world.rows(), count);
        if (count == 0) {
            QVERIFY(!world.list().isVisible() && !world.empty().isVisible()); // Grey bars stand there.
            QCOMPARE(world.count(), QString());
            return;
        }
        QTRY_COMPARE(world.count(), QLocale().toString(count));
        QCOMPARE(world.first(), QStringLiteral("number-0"));
        QTest::keyClicks(&world.search(), QStringLiteral("number-%1").arg(count - 1));
        QCOMPARE(world.first(), QStringLiteral("number-%1").arg(count - 1));
    }

    void lateCachedPagesDoNotReplaceAFreshAnswer()
    {
        World world;
        world.fillCache(10000);
        world.open();
        QTRY_COMPARE(world.count(), QStringLiteral("30"));
        QTest::qWait(50);
        QCOMPARE(world.rows(), 30);
    }

    void aButtonOpensTheSignInOfAnOrganization()
    {
        World world;
        const QUrl page(world.server.origin().toString() + QStringLiteral("/orgs/harbour-works/sso"));
        const loopback::Header header{"X-GitHub-SSO", "required; url=" + page.toEncoded()};
        world.server.misbehave(demo::Endpoint::Repositories, {.response = {.status = 403, .headers = {header}}, .times = -1});
        world.open();
        auto &bar = *world.find<InlineAlert>("repositoryErrorBar");
        QTRY_VERIFY(!bar.text().isEmpty());
        bar.findChild<QPushButton *>(QStringLiteral("noticeButton"))->click();
        QCOMPARE(world.opened.urls, QList<QUrl>{page});

        world.server.behave();
        world.page->refresh();
        QTRY_VERIFY(world.rows() > 0);
        QVERIFY(bar.text().isEmpty());
    }

    void namesInAnyScriptAreShownAsText()
    {
        World world;
        world.server.misbehave(demo::Endpoint::Repositories,
                               {.response = {.contentType = "application/json", .body = R"json([
                                   {"name": "مرفأ", "owner": {"login": "ada"}, "description": "<b>مرحبا</b> 🚢", "language": null},
                                   {"name": "a\u202eb", "owner": {"login": "ada"}, "description": null, "language": "C++"}])json"},
                                .times = -1});
        world.open();
        QTRY_COMPARE(world.rows(), 2);
        QCOMPARE(world.first(), QStringLiteral("ada/مرفأ"));
        QVERIFY(world.list().model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("<b>مرحبا</b> 🚢")));
        QTest::keyClicks(world.find<QLineEdit>("repositorySearch"), QStringLiteral("c++"));
        QCOMPARE(world.rows(), 1);
        QVERIFY(!world.page->grab().isNull());
    }

    void withoutANetworkCachedRepositoriesAreShown()
    {
        World world;
        world.open();
        QTRY_COMPARE(world.rows(), 30);
        world.server.misbehave(demo::Endpoint::Repositories, {.kind = demo::Fault::Kind::Hang, .times = -1});
        world.open();
        QCOMPARE(world.rows(), 30);
    }
};

} // namespace tst_repositoriespage

LATCHKEY_TEST(tst_repositoriespage, RepositoriesPageTest, QApplication)

#include "tst_repositoriespage.moc"
