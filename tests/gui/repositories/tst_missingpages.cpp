// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signedin.h"

#include "gui/parts/emptystate.h"
#include "gui/parts/inlinealert.h"
#include "gui/repositories/repositoriespage.h"
#include "support/test.h"

#include <QListView>
#include <QPushButton>
#include <QThread>

namespace tst_missingpages {

using demo::Fault;

constexpr int perPage = 100;

int pageOf(const loopback::Request &request)
{
    return loopback::formValue(request.query, QStringLiteral("page")).value_or(QString()).toInt();
}

/// A page of this many repositories with links to the others, as GitHub sends it. The first repository is number `first`.
loopback::Response pageWith(int first, int count, int page, int last)
{
    QByteArrayList entries;
    for (int i = first; i < first + count; ++i)
        entries.append("{\"name\": \"number-" + QByteArray::number(i) + "\", \"owner\": {\"login\": \"ada-demo\"}}");
    QByteArrayList links;
    const auto link = [&](int target, const char *relation) {
        links.append("<https://api.example.org/x?per_page=100&page=" + QByteArray::number(target) + ">; rel=\"" + relation + '"');
    };
    if (page < last) {
        link(page + 1, "next");
        link(last, "last");
    }
    if (page > 1)
        link(page - 1, "prev");
    return {.contentType = "application/json", .body = '[' + entries.join(',') + ']',
            .headers = {{"ETag", "\"" + QByteArray::number(page) + '-' + QByteArray::number(first) + '"'}, {"Link", links.join(", ")}}};
}

Fault answer(const loopback::Response &response)
{
    return {.response = response};
}

Fault answer(int status, const QByteArray &type, const QByteArray &body)
{
    return {.response = {.status = status, .contentType = type, .body = body}};
}

/// A person with twelve pages of repositories is signed in, and a page of the window shows them.
struct World : SignedIn
{
    explicit World(int pages = 12) : last(pages)
    {
        server.misbehave(demo::Endpoint::Repositories, [this](const loopback::Request &request) {
            const int page = pageOf(request);
            asked.append(page);
            if (slow.contains(page))
                QThread::msleep(100);
            const int count = page <= last ? perPage : 0;
            return faults.contains(page) ? faults[page] : answer(pageWith((page - 1) * perPage, count, page, last));
        });
    }

    void open()
    {
        page = std::make_unique<RepositoriesPage>(account());
        page->show();
    }

    QString count() const { return page->subtitle(); }
    QString emptyTitle() const { return page->findChild<EmptyState *>()->title(); }
    int rows() const { return page->findChild<QListView *>(QStringLiteral("repositoryList"))->model()->rowCount(); }
    QString notice() const { return page->findChild<InlineAlert *>(QStringLiteral("repositoryErrorBar"))->text(); }
    void pressTryAgain() const { page->findChild<QPushButton *>(QStringLiteral("noticeButton"))->click(); }
    bool shows(int number) const
    {
        const auto *model = page->findChild<QListView *>(QStringLiteral("repositoryList"))->model();
        return !model->match(model->index(0, 0), Qt::DisplayRole, QStringLiteral("number-%1").arg(number), 1,
                             Qt::MatchExactly).isEmpty();
    }

    int last;
    QMap<int, Fault> faults; ///< By page.
    QList<int> slow; ///< Pages that the server takes its time for.
    QList<int> asked; ///< The pages in the order of their requests.
    std::unique_ptr<RepositoriesPage> page;
};

struct PageFault
{
    QByteArray name;
    Fault fault;
};

/// What can be wrong with one page while the others are good.
QList<PageFault> pageFaults()
{
    QByteArray large(40 * 1024 * 1024, ' ');
    large[0] = '[';
    return {{"502 with HTML", answer(502, "text/html", "<html>")},
            {"500", answer(500, "application/json", "{}")},
            {"403", answer(403, "application/json", "{}")},
            {"404", answer(404, "application/json", "{}")},
            {"451", answer(451, "application/json", "{}")},
            {"a page of a captive portal", answer(200, "text/html", "<html><body>Log in</body></html>")},
            {"garbage", answer(200, "application/json", "\x89PNG\r\n")},
            {"an object", answer(200, "application/json", "{\"message\": \"Server Error\"}")},
            {"nulls", answer(200, "application/json", "[null, null, null]")},
            {"entries without names", answer(200, "application/json", "[{\"id\": 1}, {\"name\": 7}]")},
            {"no body", answer(200, "application/json", "")},
            {"too large", answer(200, "application/json", large)},
            {"cut off", {.kind = Fault::Kind::CutOff, .response = pageWith(0, perPage, 7, 12)}},
            {"reset", {.kind = Fault::Kind::Reset}},
            {"a redirect to another server", {.response = {.status = 302, .headers = {{"Location", "https://127.0.0.1:1/"}}}}}};
}

class MissingPagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onePageOfTwelveThatFailsTakesNoOtherWithIt_data() { addFaults(); }
    void onePageOfTwelveThatFailsTakesNoOtherWithIt();
    void anyPageMayBeTheMissingOne_data();
    void anyPageMayBeTheMissingOne();
    void aMissingPageIsReplacedByItsCachedCopy_data() { addFaults(); }
    void aMissingPageIsReplacedByItsCachedCopy();
    void ifNoPageComesTheOldListStays_data() { addFaults(); }
    void ifNoPageComesTheOldListStays();
    void withoutAnyPageNobodySaysThatThereIsNone();
    void aPageThatNeverAnswersHidesNoOther();
    void slowPagesAreShownWhileAnotherNeverAnswers();
    void aGapInTheCacheHidesNoOtherPage_data();
    void aGapInTheCacheHidesNoOtherPage();
    void aListThatIsTooLongIsCutOffAndSaysSo();
    void aRateLimitKeepsTheOtherPagesFromBeingAskedFor();
    void afterARateLimitTheMissingPageIsAskedForAsPromised();
    void anEmptyPageInTheMiddleEndsNothing();
    void repositoriesThatMoveWhileTheListIsReadAreThereOnce();
    void aLinkToAnotherServerIsNotFollowed();
    void aServerThatIgnoresThePageNumberIsAskedTwice();
    void unreadableEntriesAreCounted();
    void anUnreadableCachedPageIsAskedForAgainWithoutItsETag();

private:
    static void addFaults()
    {
        QTest::addColumn<Fault>("fault");
        for (const PageFault &one : pageFaults())
            QTest::newRow(one.name.constData()) << one.fault;
    }
};

void MissingPagesTest::onePageOfTwelveThatFailsTakesNoOtherWithIt()
{
    QFETCH(Fault, fault);
    World world;
    world.faults.insert(7, fault);
    world.open();
    QTRY_VERIFY(world.notice().startsWith(QStringLiteral("Page 7 of 12 could not be loaded. ")));
    QCOMPARE(world.rows(), 1100);
    QCOMPARE(world.count(), QStringLiteral("1,100"));
    QVERIFY(world.shows(599) && !world.shows(600) && !world.shows(699) && world.shows(700) && world.shows(1199));

    world.faults.clear();
    world.asked.clear();
    world.pressTryAgain();
    QTRY_COMPARE(world.count(), QStringLiteral("1,200"));
    QCOMPARE(world.asked, QList<int>{7});
    QVERIFY(world.shows(650));
    QCOMPARE(world.notice(), QString());
}

void MissingPagesTest::anyPageMayBeTheMissingOne_data()
{
    QTest::addColumn<int>("missing");
    for (const int page : {1, 2, 6, 11, 12})
        QTest::addRow("page %d", page) << page;
}

void MissingPagesTest::anyPageMayBeTheMissingOne()
{
    QFETCH(int, missing);
    World world;
    world.faults.insert(missing, answer(502, "text/html", "<html>"));
    world.open();
    QTRY_VERIFY(world.notice().contains(QStringLiteral("Page %1 of 12 ").arg(missing)));
    QCOMPARE(world.rows(), 1100);
    world.faults.clear();
    world.asked.clear();
    world.pressTryAgain();
    QTRY_COMPARE(world.rows(), 1200);
    QCOMPARE(world.asked, QList<int>{missing});
}

void MissingPagesTest::aMissingPageIsReplacedByItsCachedCopy()
{
    QFETCH(Fault, fault);
    World world;
    world.open();
    QTRY_COMPARE(world.rows(), 1200);
    world.faults.insert(7, fault);
    world.page->refresh();
    QTRY_VERIFY(world.notice().startsWith(QStringLiteral("Page 7 of 12 is from an earlier visit. ")));
    QCOMPARE(world.rows(), 1200);
    world.open(); // As in a later run.
    QTRY_VERIFY(!world.notice().isEmpty());
    QCOMPARE(world.rows(), 1200);
    world.faults.clear();
    world.asked.clear();
    world.pressTryAgain();
    QTRY_COMPARE(world.asked, QList<int>{7});
    QTRY_COMPARE(world.count(), QStringLiteral("1,200"));
    QCOMPARE(world.notice(), QString());
}

void MissingPagesTest::ifNoPageComesTheOldListStays()
{
    QFETCH(Fault, fault);
    World world(3);
    world.open();
    QTRY_COMPARE(world.rows(), 300);
    for (const int page : {1, 2, 3})
        world.faults.insert(page, fault);
    for (const bool isLaterRun : {false, true}) {
        if (isLaterRun)
            world.open();
        else
            world.page->refresh();
        QTRY_VERIFY(!world.notice().isEmpty());
        QTRY_COMPARE(world.rows(), 300);
        QCOMPARE(world.count(), QStringLiteral("300"));
    }
    world.faults.clear();
    world.pressTryAgain();
    QTRY_COMPARE(world.notice(), QString());
    QCOMPARE(world.rows(), 300);
}

void MissingPagesTest::withoutAnyPageNobodySaysThatThereIsNone()
{
    World world(1);
    world.faults.insert(1, answer(200, "application/json", "[null]"));
    world.open();
    QTRY_VERIFY(!world.notice().isEmpty());
    QCOMPARE(world.emptyTitle(), QStringLiteral("Nothing received yet"));
    world.faults.insert(1, answer(200, "application/json", "[]"));
    world.pressTryAgain();
    QTRY_COMPARE(world.emptyTitle(), QStringLiteral("No repositories yet"));
}

void MissingPagesTest::aPageThatNeverAnswersHidesNoOther()
{
    World world;
    world.faults.insert(7, {.kind = Fault::Kind::Hang});
    world.open();
    QTRY_COMPARE(world.rows(), 1100);
}

void MissingPagesTest::slowPagesAreShownWhileAnotherNeverAnswers()
{
    World world;
    world.faults.insert(7, {.kind = Fault::Kind::Hang});
    world.slow = {8, 9, 10, 11, 12};
    world.open();
    QTRY_COMPARE(world.rows(), 1100);
}

void MissingPagesTest::aGapInTheCacheHidesNoOtherPage_data()
{
    QTest::addColumn<int>("gap");
    QTest::addColumn<bool>("hasLinks");
    for (const int gap : {1, 2, 7}) {
        QTest::addRow("page %d", gap) << gap << true;
        QTest::addRow("page %d without links", gap) << gap << false;
    }
}

void MissingPagesTest::aGapInTheCacheHidesNoOtherPage()
{
    QFETCH(int, gap);
    QFETCH(bool, hasLinks);
    World world;
    for (int page = 1; page <= 13 && !hasLinks; ++page) {
        loopback::Response response = pageWith((page - 1) * perPage, page <= 12 ? perPage : 0, page, 12);
        response.headers.clear();
        world.faults.insert(page, answer(response));
    }
    world.open();
    QTRY_COMPARE(world.rows(), 1200);
    QTRY_COMPARE(world.count(), QStringLiteral("1,200"));
    const auto request = github::repositories(world.server.apiBaseUrl(), github::RepositoryList::OwnAndMember, gap);
    QVERIFY(world.account().resources().cached(request));
    world.account().resources().forget(request);
    QVERIFY(!world.account().resources().cached(request));
    world.server.misbehave(demo::Endpoint::Repositories, [](const loopback::Request &) { return Fault{.kind = Fault::Kind::Hang}; });
    world.open();
    QTRY_COMPARE(world.rows(), 1100);
    QVERIFY(world.shows(1199));
}

void MissingPagesTest::aListThatIsTooLongIsCutOffAndSaysSo()
{
    World world;
    world.server.misbehave(demo::Endpoint::Repositories, [&](const loopback::Request &request) {
        const int page = pageOf(request);
        world.asked.append(page);
        return answer(pageWith(page, 1, page, 1000000));
    });
    world.open();
    QTRY_COMPARE_WITH_TIMEOUT(world.notice(), QStringLiteral("Only the first 500 pages are loaded."), 60000);
    QCOMPARE(world.count(), QStringLiteral("500"));
    QCOMPARE(world.asked.size(), 500);
}

void MissingPagesTest::aRateLimitKeepsTheOtherPagesFromBeingAskedFor()
{
    World world;
    world.server.misbehave(demo::Endpoint::Repositories, [&](const loopback::Request &request) {
        const int page = pageOf(request);
        world.asked.append(page);
        if (page == 1)
            return answer(pageWith(0, perPage, 1, 1000000));
        return answer({.status = 429, .headers = {{"Retry-After", "60"}, {"X-GitHub-Request-Id", "T:1"}}});
    });
    world.open();
    QTRY_VERIFY(world.notice().startsWith(QStringLiteral("Pages 2, 3, 4, … of 500 could not be loaded. ")));
    QCOMPARE(world.rows(), 100);
    QVERIFY2(world.asked.size() <= 17, qPrintable(QString::number(world.asked.size())));
}

void MissingPagesTest::afterARateLimitTheMissingPageIsAskedForAsPromised()
{
    World world;
    world.faults.insert(7, answer({.status = 429, .headers = {{"Retry-After", "1"}, {"X-GitHub-Request-Id", "T:1"}}}));
    world.open();
    QTRY_VERIFY(world.notice().contains(QStringLiteral("Refreshing again")));
    world.faults.clear();
    QTRY_COMPARE_WITH_TIMEOUT(world.rows(), 1200, 20000);
    QTRY_COMPARE(world.notice(), QString());
}

void MissingPagesTest::anEmptyPageInTheMiddleEndsNothing()
{
    World world;
    loopback::Response empty = pageWith(0, 0, 7, 12);
    world.faults.insert(7, answer(empty));
    world.open();
    QTRY_COMPARE(world.rows(), 1100);
    QVERIFY(world.shows(1199));
    QCOMPARE(world.notice(), QString());
    world.server.misbehave(demo::Endpoint::Repositories, {.kind = Fault::Kind::Hang, .times = -1});
    world.open(); // From the cache.
    QTRY_COMPARE(world.rows(), 1100);
}

/// A push moves a repository to the front while the first page has been read and the second has not.
void MissingPagesTest::repositoriesThatMoveWhileTheListIsReadAreThereOnce()
{
    World world(3);
    world.faults.insert(2, answer(pageWith(99, perPage, 2, 3)));
    world.faults.insert(3, answer(pageWith(199, perPage, 3, 3)));
    world.open();
    QTRY_COMPARE(world.rows(), 299);
    QVERIFY(world.shows(99) && world.shows(199) && world.shows(298));
}

void MissingPagesTest::aLinkToAnotherServerIsNotFollowed()
{
    World world;
    demo::FaultyProvider other;
    QVERIFY(other.listen());
    for (int page = 1; page <= 2; ++page) {
        loopback::Response response = pageWith((page - 1) * perPage, perPage, page, 12);
        const QByteArray next = page == 1 ? "?page=2>; rel=\"next\"" : "?page=1>; rel=\"next\"";
        response.headers = {{"Link", '<' + other.apiBaseUrl().toEncoded() + "/user/repos" + next}};
        world.faults.insert(page, answer(response));
    }
    world.open();
    QTRY_COMPARE(world.rows(), 200);
    QCOMPARE(world.asked, (QList<int>{1, 2}));
    QCOMPARE(other.connectionCount(), 0);
}

void MissingPagesTest::aServerThatIgnoresThePageNumberIsAskedTwice()
{
    World world;
    loopback::Response same = pageWith(0, perPage, 1, 1);
    same.headers.clear();
    for (int page = 1; page <= 12; ++page)
        world.faults.insert(page, answer(same));
    world.open();
    QTRY_COMPARE(world.rows(), 100);
    QTRY_COMPARE(world.count(), QStringLiteral("100"));
    QCOMPARE(world.asked, (QList<int>{1, 2}));
}

void MissingPagesTest::unreadableEntriesAreCounted()
{
    World world(1);
    world.faults.insert(1, answer(200, "application/json", "[null, {\"name\": \"a\", \"owner\": {\"login\": \"ada\"}}, {}, 7]"));
    world.open();
    QTRY_COMPARE(world.notice(), QStringLiteral("3 repositories are unreadable."));
    QCOMPARE(world.count(), QStringLiteral("1"));
}

/// An earlier version cached a page of nulls with its ETag.
void MissingPagesTest::anUnreadableCachedPageIsAskedForAgainWithoutItsETag()
{
    World world(1);
    const ResourceCache cache(world.paths.cacheFolderOf(world.account().record().key()));
    const auto request = github::repositories(world.server.apiBaseUrl(), github::RepositoryList::OwnAndMember, 1);
    cache.store(request.request.url(), {"[null, null]", "\"old\"", QDateTime::currentDateTimeUtc()});
    int notModified = 0;
    world.server.misbehave(demo::Endpoint::Repositories, [&](const loopback::Request &asked) -> Fault {
        if (asked.header("if-none-match").isEmpty())
            return answer(pageWith(0, 5, 1, 1));
        ++notModified;
        return {.response = {.status = 304}};
    });
    world.open();
    QTRY_COMPARE(world.rows(), 5);
    QCOMPARE(notModified, 1);
    QCOMPARE(world.notice(), QString());
}

} // namespace tst_missingpages

Q_DECLARE_METATYPE(demo::Fault)

LATCHKEY_TEST(tst_missingpages, MissingPagesTest, QApplication)

#include "tst_missingpages.moc"
