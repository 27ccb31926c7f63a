// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signedin.h"

#include "gui/parts/inlinealert.h"
#include "gui/repositories/repositoriespage.h"
#include "support/openedpages.h"
#include "support/test.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

namespace tst_repositoriespage {

/// A person is signed in at the demo provider, and the page is shown.
struct World : SignedIn
{
    void open()
    {
        page = std::make_unique<RepositoriesPage>(account());
        page->show();
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
    QString count() const { return find<QLabel>("repositoryCountLabel")->text(); }
    QString first() const { return find<QListView>("repositoryList")->model()->index(0, 0).data().toString(); }
    int rows() const { return find<QListView>("repositoryList")->model()->rowCount(); }

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
        world.open();
        QTRY_COMPARE(world.count(), QStringLiteral("12 of 12 repositories"));
        QCOMPARE(world.first(), QStringLiteral("ada-demo/tidewatch"));

        world.find<QComboBox>("repositoryOrder")->setCurrentIndex(2);
        QCOMPARE(world.first(), QStringLiteral("ada-demo/ninja-graph"));
        world.find<QComboBox>("repositoryOrder")->setCurrentIndex(1);
        QCOMPARE(world.first(), QStringLiteral("ada-demo/crumb"));

        QTest::keyClicks(world.find<QLineEdit>("repositorySearch"), QStringLiteral("TIDE table"));
        QCOMPARE(world.rows(), 1);
        QTest::keyClicks(world.find<QLineEdit>("repositorySearch"), QStringLiteral(" nothing"));
        QCOMPARE(world.rows(), 0);
        QVERIFY(world.count().startsWith(QStringLiteral("No repository fits")));
        world.find<QLineEdit>("repositorySearch")->clear();

        auto *language = world.find<QComboBox>("repositoryLanguage");
        language->setCurrentIndex(language->findData(QStringLiteral("Rust")));
        QCOMPARE(world.rows(), 2);
        language->setCurrentIndex(0);
        auto *kind = world.find<QComboBox>("repositoryKind");
        kind->setCurrentIndex(kind->findText(QStringLiteral("Private")));
        QCOMPARE(world.first(), QStringLiteral("ada-demo/quayside"));
        kind->setCurrentIndex(kind->findText(QStringLiteral("Archived")));
        QCOMPARE(world.first(), QStringLiteral("ada-demo/oldbuoy"));
    }

    void starredRepositoriesAreASeparateList()
    {
        World world;
        world.open();
        auto *kind = world.find<QComboBox>("repositoryKind");
        kind->setCurrentIndex(kind->findText(QStringLiteral("Starred")));
        QTRY_COMPARE(world.rows(), 5);
        QVERIFY(world.first().startsWith(QStringLiteral("harbour-works/")));
    }

    void activatingARepositoryOpensItsPage()
    {
        World world;
        world.open();
        QTRY_COMPARE(world.rows(), 12);
        auto *list = world.find<QListView>("repositoryList");
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(world.opened.urls.size(), 1);
        QCOMPARE(world.opened.urls.first().path(), QStringLiteral("/ada-demo/tidewatch"));
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
            QCOMPARE(world.count(), QStringLiteral("Loading repositories…"));
            return;
        }
        const QString all = QLocale().toString(count);
        QTRY_COMPARE(world.count(), QStringLiteral("%1 of %1 repositories").arg(all));
        QCOMPARE(world.first(), QStringLiteral("ada-demo/number-0"));
        QTest::keyClicks(world.find<QLineEdit>("repositorySearch"), QStringLiteral("number-%1").arg(count - 1));
        QCOMPARE(world.first(), QStringLiteral("ada-demo/number-%1").arg(count - 1));
    }

    void lateCachedPagesDoNotReplaceAFreshAnswer()
    {
        World world;
        world.fillCache(10000);
        world.open();
        QTRY_COMPARE(world.count(), QStringLiteral("12 of 12 repositories"));
        QTest::qWait(50);
        QCOMPARE(world.rows(), 12);
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
        const auto *model = world.find<QListView>("repositoryList")->model();
        QCOMPARE(world.first(), QStringLiteral("ada/مرفأ"));
        QVERIFY(model->index(0, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("<b>مرحبا</b> 🚢").toHtmlEscaped()));
        QTest::keyClicks(world.find<QLineEdit>("repositorySearch"), QStringLiteral("c++"));
        QCOMPARE(world.rows(), 1);
        QVERIFY(!world.page->grab().isNull());
    }

    void withoutANetworkCachedRepositoriesAreShown()
    {
        World world;
        world.open();
        QTRY_COMPARE(world.rows(), 12);
        world.server.misbehave(demo::Endpoint::Repositories, {.kind = demo::Fault::Kind::Hang, .times = -1});
        world.open();
        QCOMPARE(world.rows(), 12);
    }
};

} // namespace tst_repositoriespage

LATCHKEY_TEST(tst_repositoriespage, RepositoriesPageTest, QApplication)

#include "tst_repositoriespage.moc"
