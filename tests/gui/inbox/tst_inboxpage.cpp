// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signedin.h"

#include "github/viewer.h"
#include "gui/inbox/inboxpage.h"
#include "gui/inbox/inboxwords.h"
#include "gui/parts/emptystate.h"
#include "gui/parts/inlinealert.h"
#include "support/openedpages.h"
#include "support/test.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QPushButton>
#include <QSignalSpy>

namespace tst_inboxpage {

/// A person is signed in at the demo provider, and the page is shown. The clock stands still.
struct World : SignedIn
{
    explicit World(const char *scope = "read:user notifications repo") : SignedIn(scope)
    {
        now = QDateTime::currentDateTimeUtc();
        open();
    }

    void open()
    {
        page.reset();
        inbox = std::make_unique<Inbox>(account());
        work = std::make_unique<WorkSource>(account());
        page = std::make_unique<InboxPage>(*inbox, *work, account());
        page->resize(700, 700);
        page->show();
    }

    template<typename Widget>
    Widget *find(const char *name) const { return page->findChild<Widget *>(QLatin1String(name)); }
    RowList &list() const { return page->list(); }
    const InboxRows &rows() const { return *qobject_cast<const InboxRows *>(list().model()); }
    const EmptyState &empty() const { return *find<EmptyState>("inboxEmpty"); }
    QString alert(const char *name) const { return find<InlineAlert>(name)->text(); }

    int rowOf(const QString &title) const
    {
        for (int row = 0; row < rows().rowCount(); ++row) {
            if (rows().rowAt(row).title == title)
                return row;
        }
        return -1;
    }
    int unread() const
    {
        int count = 0;
        for (int row = 0; row < rows().rowCount(); ++row)
            count += rows().notificationAt(row) ? 1 : 0;
        return count;
    }
    /// The titles of a group.
    QStringList group(const char *name) const
    {
        QStringList titles;
        for (int row = 0; row < rows().rowCount(); ++row) {
            const Row shown = rows().rowAt(row);
            if (shown.kind == Row::Kind::Entry && shown.group == QLatin1String(name))
                titles.append(shown.title);
        }
        return titles;
    }
    QString spoken(const QString &title) const { return rows().index(rowOf(title), 0).data(Qt::AccessibleTextRole).toString(); }
    bool hasCome() const { return unread() == 17 && !work->isAsking(); }
    void choose(const QString &title) const { list().setCurrentIndex(rows().index(rowOf(title), 0)); }
    int asked(demo::Endpoint endpoint) const { return server.requestCount(endpoint); }
    void breakOff()
    {
        for (const demo::Endpoint endpoint : {demo::Endpoint::Notifications, demo::Endpoint::GraphQl})
            server.misbehave(endpoint, {.kind = demo::Fault::Kind::Reset, .times = -1});
    }

    OpenedPages opened;
    std::unique_ptr<Inbox> inbox;
    std::unique_ptr<WorkSource> work;
    std::unique_ptr<InboxPage> page;
};

/// The title of the demo's first notification.
const QString firstTitle = QStringLiteral("Read depfiles with spaces in their paths");

class InboxPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreGroupedByUrgency();
    void aReviewThatWasReadStillNeedsThePerson();
    void pillsSayWhyARowIsThere_data();
    void pillsSayWhyARowIsThere();
    void unknownReasonsAndTypesAreShownWithoutAPill();
    void withoutTheScopeNothingIsAskedAndAButtonRequestsIt();
    void withoutTheRepoScopeAButtonRequestsIt();
    void rMarksAThreadAsRead();
    void aWholeRepositoryIsMarkedAsReadAtOnce();
    void aRefusedMarkBringsTheThreadBack();
    void enterOpensARowAndCCopiesItsLink();
    void anErrorStaysUntilTheSameQuestionIsAnswered();
    void withoutANetworkCachedRowsAreShown();
    void withoutAnswersAndCacheThePageOffersToTryAgain();
    void theServersPollIntervalIsObeyed();
    void aHiddenPageAsksNothing();
    void withoutNotificationsThePageSaysSo();
    void nullsReplaceNothing();
    void arrowKeysReachAllEntries();
    void titlesInAnyScriptAreShownAsText();
    void cleanupTestCase() { m_world.reset(); }

private:
    std::unique_ptr<World> m_world; ///< For all rows of pillsSayWhyARowIsThere().
};

void InboxPageTest::rowsAreGroupedByUrgency()
{
    World world;
    QVERIFY(!world.page->grab().isNull());
    QTRY_VERIFY(world.hasCome());
    QCOMPARE(world.group("Needs you").first(), firstTitle);
    QVERIFY(world.group("Needs you").contains(QStringLiteral("CI workflow run failed for main branch")));
    QVERIFY(world.group("Needs you").contains(QStringLiteral("Timetables survive the change to winter time"))); // Sent back.
    QVERIFY(world.group("Mentions and replies").contains(QStringLiteral("Cycle in the graph is reported at the wrong line")));
    QVERIFY(world.group("Watching").contains(QStringLiteral("tidewatch 3.2")));
    QVERIFY(world.group("Watching").contains(QStringLiteral("Release workflow run succeeded for main branch")));
    QCOMPARE(world.page->subtitle(), QStringLiteral("17 unread"));
    QCOMPARE(world.page->count(), std::optional(17));
    QCOMPARE(world.alert("inboxScopeBar"), QString());
    QCOMPARE(world.asked(demo::Endpoint::Notifications), 1);
    QCOMPARE(world.asked(demo::Endpoint::GraphQl), 1);
}

void InboxPageTest::aReviewThatWasReadStillNeedsThePerson()
{
    World world;
    QTRY_VERIFY(world.hasCome());
    const QString title = QStringLiteral("Numbers keep their last digit");
    QVERIFY(world.group("Needs you").contains(title));
    const Row row = world.rows().rowAt(world.rowOf(title));
    QVERIFY(!row.isUnread && !row.isStrong);
    QVERIFY(!world.rows().notificationAt(world.rowOf(title)));
    QCOMPARE(world.group("Needs you").count(firstTitle), 1); // Not also as a review.
}

void InboxPageTest::pillsSayWhyARowIsThere_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("pill");
    for (const auto &[title, pill] : {std::pair("Read depfiles with spaces in their paths", "Review requested"),
                                      {"Timetables survive the change to winter time", "Changes requested"},
                                      {"Berths can be <b>booked</b> from the phone", "Approved"},
                                      {"CI workflow run failed for main branch", "Workflow failed"},
                                      {"Release workflow run succeeded for main branch", "Workflow finished"},
                                      {"Tides of Göteborg are an hour late in summer", "Assigned"},
                                      {"Cycle in the graph is reported at the wrong line", "Mentioned"},
                                      {"Remember the last berth that was booked", "Team mentioned"},
                                      {"What belongs in version 2?", "Participating"},
                                      {"Use the terminal’s own colors", "Author"},
                                      {"Push over plain HTTP in the classroom", "State changed"},
                                      {"Deploy to quay is waiting for your review", "Approval requested"},
                                      {"Invitation to join sourdough-club/starter from mira-k", "Invitation"},
                                      {"Potential security vulnerability in a dependency of crumb", "Security alert"},
                                      {"tidewatch 3.2", ""}})
        QTest::newRow(title) << QString::fromUtf8(title) << QString::fromUtf8(pill);
}

void InboxPageTest::pillsSayWhyARowIsThere()
{
    QFETCH(QString, title);
    QFETCH(QString, pill);
    if (!m_world)
        m_world = std::make_unique<World>();
    World &world = *m_world;
    QTRY_VERIFY(world.hasCome());
    const QList<RowPill> pills = world.rows().rowAt(world.rowOf(title)).pills;
    QCOMPARE(pills.isEmpty() ? QString() : pills.first().text, pill);
}

void InboxPageTest::unknownReasonsAndTypesAreShownWithoutAPill()
{
    github::Notification unknown;
    unknown.title = QStringLiteral("t");
    unknown.type = QStringLiteral("Tide");
    unknown.reason = QStringLiteral("flood");
    unknown.repository = QStringLiteral("o/r");
    QVERIFY(words::notificationPills(unknown, nullptr).isEmpty());
    QCOMPARE(words::notificationFacts(unknown, nullptr, {}), QStringLiteral("o/r"));
    QCOMPARE(urgencyOf(unknown, nullptr), Urgency::Watching);
}

void InboxPageTest::withoutTheScopeNothingIsAskedAndAButtonRequestsIt()
{
    World world("read:user");
    QVERIFY(!world.list().isVisible());
    QVERIFY(world.empty().isVisible());
    QCOMPARE(world.empty().title(), QStringLiteral("More access needed"));
    QVERIFY(world.empty().line().contains(QStringLiteral("Demo Hub")));
    world.page->refresh();
    QSignalSpy requested(world.page.get(), &Page::scopesRequested);
    QTest::mouseClick(world.empty().findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first().toStringList(), QStringList{QStringLiteral("notifications")});
    // Answered later than any request of the page.
    bool isAnswered = false;
    world.account().resources().ask(github::viewer(world.server.apiBaseUrl()), this, [&](const Result<github::Viewer> &) { isAnswered = true; });
    QTRY_VERIFY(isAnswered);
    QCOMPARE(world.asked(demo::Endpoint::Notifications) + world.asked(demo::Endpoint::GraphQl), 0);
}

void InboxPageTest::withoutTheRepoScopeAButtonRequestsIt()
{
    World world("read:user notifications");
    QTRY_VERIFY(world.hasCome());
    QVERIFY(world.alert("inboxScopeBar").contains(QStringLiteral("private repositories")));
    QSignalSpy requested(world.page.get(), &Page::scopesRequested);
    world.find<InlineAlert>("inboxScopeBar")->findChild<QPushButton *>()->click();
    QCOMPARE(requested.first().first().toStringList(), QStringList{QStringLiteral("repo")});
}

void InboxPageTest::rMarksAThreadAsRead()
{
    World world;
    QTRY_VERIFY(world.hasCome());
    world.choose(firstTitle);
    QTest::keyClick(&world.list(), Qt::Key_R);
    QCOMPARE(world.unread(), 16);
    QCOMPARE(world.page->subtitle(), QStringLiteral("16 unread"));
    QTRY_COMPARE(world.asked(demo::Endpoint::NotificationsRead), 1);
    QCOMPARE(world.server.lastRequest(demo::Endpoint::NotificationsRead).method, QByteArray("PATCH"));
    // The review is still requested, and stays without the dot.
    QVERIFY(!world.rows().rowAt(world.rowOf(firstTitle)).isUnread);
    world.now = world.now.addSecs(61);
    world.page->refresh();
    QTRY_COMPARE(world.asked(demo::Endpoint::Notifications), 2);
    QTRY_COMPARE(world.unread(), 16);
    QCOMPARE(world.alert("inboxErrorBar"), QString());
}

void InboxPageTest::aWholeRepositoryIsMarkedAsReadAtOnce()
{
    World world;
    QTRY_VERIFY(world.hasCome());
    const QDateTime seenAt = world.now;
    world.now = world.now.addSecs(30);
    world.choose(firstTitle);
    QTest::keyClick(&world.list(), Qt::Key_R, Qt::ShiftModifier);
    QCOMPARE(world.unread(), 14);
    QTRY_COMPARE(world.asked(demo::Endpoint::NotificationsRead), 1);
    const loopback::Request sent = world.server.lastRequest(demo::Endpoint::NotificationsRead);
    QCOMPARE(sent.method, QByteArray("PUT"));
    QCOMPARE(sent.path, QStringLiteral("/api/v3/repos/ada-demo/ninja-graph/notifications"));
    // Only up to the time of the list: the person has not seen later notifications.
    QCOMPARE(QJsonDocument::fromJson(sent.body)[u"last_read_at"].toString(), seenAt.toString(Qt::ISODate));
}

void InboxPageTest::aRefusedMarkBringsTheThreadBack()
{
    World world;
    QTRY_VERIFY(world.hasCome());
    world.server.misbehave(demo::Endpoint::NotificationsRead, {.response = {.status = 503}, .times = 1});
    world.choose(firstTitle);
    QTest::keyClick(&world.list(), Qt::Key_R);
    QCOMPARE(world.unread(), 16);
    QTRY_COMPARE(world.unread(), 17);
    QVERIFY(world.alert("inboxErrorBar").contains(QStringLiteral("503")));
    world.choose(firstTitle);
    QTest::keyClick(&world.list(), Qt::Key_R);
    QTRY_COMPARE(world.asked(demo::Endpoint::NotificationsRead), 2);
    QCOMPARE(world.unread(), 16);
    QTRY_COMPARE(world.alert("inboxErrorBar"), QString());
}

void InboxPageTest::enterOpensARowAndCCopiesItsLink()
{
    World world;
    QTRY_VERIFY(world.hasCome());
    world.choose(firstTitle);
    QTest::keyClick(&world.list(), Qt::Key_Return);
    QCOMPARE(world.opened.urls.size(), 1);
    QCOMPARE(world.opened.urls.last().path(), QStringLiteral("/ada-demo/ninja-graph/pull/214"));
    QSignalSpy said(world.page.get(), &Page::said);
    QTest::keyClick(&world.list(), Qt::Key_C);
    QCOMPARE(QGuiApplication::clipboard()->text(), world.opened.urls.last().toString());
    QCOMPARE(said.size(), 1);
    world.choose(QStringLiteral("Numbers keep their last digit")); // A review without a notification.
    QTest::keyClick(&world.list(), Qt::Key_O);
    QCOMPARE(world.opened.urls.last().path(), QStringLiteral("/harbour-works/gangway/pull/57"));
    QTest::keyClick(&world.list(), Qt::Key_R);
    QCOMPARE(world.asked(demo::Endpoint::NotificationsRead), 0);
}

void InboxPageTest::anErrorStaysUntilTheSameQuestionIsAnswered()
{
    World world;
    QTRY_VERIFY(world.hasCome());
    world.server.misbehave(demo::Endpoint::GraphQl, {.response = {.status = 502}, .times = -1});
    world.work->refresh();
    QTRY_VERIFY(!world.alert("inboxErrorBar").isEmpty());
    world.choose(firstTitle);
    QTest::keyClick(&world.list(), Qt::Key_R); // Succeeds, and has nothing to do with it.
    QTRY_COMPARE(world.asked(demo::Endpoint::NotificationsRead), 1);
    QTRY_COMPARE(world.unread(), 16);
    QCoreApplication::processEvents();
    QVERIFY(!world.alert("inboxErrorBar").isEmpty());
    world.server.behave();
    world.work->refresh();
    QTRY_COMPARE(world.alert("inboxErrorBar"), QString());
}

void InboxPageTest::withoutANetworkCachedRowsAreShown()
{
    World world;
    QTRY_VERIFY(world.hasCome());
    const QDateTime received = world.now;
    world.now = world.now.addSecs(3 * 3600 + 60);
    world.breakOff();
    world.open();
    QCOMPARE(world.unread(), 17);
    QCOMPARE(world.page->receivedAt().toSecsSinceEpoch(), received.toSecsSinceEpoch());
    QTRY_VERIFY(!world.alert("inboxErrorBar").isEmpty());
    QCOMPARE(world.unread(), 17);
    QTRY_VERIFY(!world.work->isAsking());
    world.server.behave();
    world.find<InlineAlert>("inboxErrorBar")->findChild<QPushButton *>()->click();
    QTRY_COMPARE(world.page->receivedAt().toSecsSinceEpoch(), world.now.toSecsSinceEpoch());
    QTRY_COMPARE(world.alert("inboxErrorBar"), QString());
}

void InboxPageTest::withoutAnswersAndCacheThePageOffersToTryAgain()
{
    World world;
    for (const demo::Endpoint endpoint : {demo::Endpoint::Notifications, demo::Endpoint::GraphQl})
        world.server.misbehave(endpoint, {.response = {.status = 502}, .times = -1});
    QTRY_VERIFY(!world.alert("inboxErrorBar").isEmpty());
    QTRY_COMPARE(world.empty().title(), QStringLiteral("Nothing received yet"));
    QTRY_VERIFY(world.empty().isVisible());
    QTRY_VERIFY(!world.page->isRefreshing() && !world.work->isAsking());
    world.server.behave();
    world.empty().findChild<QPushButton *>()->click();
    QTRY_COMPARE(world.unread(), 17);
}

void InboxPageTest::theServersPollIntervalIsObeyed()
{
    World world;
    world.server.misbehave(demo::Endpoint::Notifications,
                           {.response = {.contentType = "application/json", .body = "[]", .headers = {{"X-Poll-Interval", "300"}}},
                            .times = 1});
    QTRY_COMPARE(world.page->subtitle(), QStringLiteral("0 unread"));
    QTRY_COMPARE(world.asked(demo::Endpoint::GraphQl), 1);
    QTRY_VERIFY(!world.work->isAsking());
    world.now = world.now.addSecs(299);
    world.page->refresh();
    QTRY_COMPARE(world.asked(demo::Endpoint::GraphQl), 2);
    QCOMPARE(world.asked(demo::Endpoint::Notifications), 1);
    world.now = world.now.addSecs(2);
    world.page->refresh();
    QTRY_COMPARE(world.asked(demo::Endpoint::Notifications), 2);
    QTRY_COMPARE(world.unread(), 17);
}

void InboxPageTest::aHiddenPageAsksNothing()
{
    World world;
    QTRY_VERIFY(world.hasCome());
    world.page->hide();
    world.now = world.now.addSecs(3600);
    world.page->show();
    QTRY_COMPARE(world.asked(demo::Endpoint::Notifications), 2);
    QTRY_COMPARE(world.asked(demo::Endpoint::GraphQl), 2);
    // Shown again within the interval, so nothing is asked.
    QTRY_VERIFY(!world.page->isRefreshing() && !world.work->isAsking());
    world.page->hide();
    world.page->show();
    QTRY_COMPARE(world.page->subtitle(), QStringLiteral("17 unread"));
    QCOMPARE(world.asked(demo::Endpoint::Notifications), 2);
    QCOMPARE(world.asked(demo::Endpoint::GraphQl), 2);
}

void InboxPageTest::withoutNotificationsThePageSaysSo()
{
    World world;
    world.server.misbehave(demo::Endpoint::Notifications, {.response = {.contentType = "application/json", .body = "[]"}, .times = -1});
    world.server.misbehave(demo::Endpoint::GraphQl,
                           {.response = {.contentType = "application/json", .body = R"json({"data": {"viewer": {"login": "ada-demo",
                               "pullRequests": {"totalCount": 0, "nodes": []}}, "reviews": {"issueCount": 0, "nodes": []},
                               "issues": {"issueCount": 0, "nodes": []}}})json"}, .times = -1});
    QTRY_COMPARE(world.empty().title(), QStringLiteral("All caught up"));
    QTRY_VERIFY(world.empty().isVisible());
    QCOMPARE(world.rows().rowCount(), 0);
}

/// Nulls are a broken answer, and not an empty list.
void InboxPageTest::nullsReplaceNothing()
{
    World world;
    QTRY_VERIFY(world.hasCome());
    world.server.misbehave(demo::Endpoint::Notifications,
                           {.response = {.contentType = "application/json", .body = "[null, {}, {\"id\": null}]"}, .times = -1});
    for (const bool isLaterRun : {false, true}) {
        world.now = world.now.addSecs(3600);
        world.page->refresh();
        QTRY_VERIFY(!world.alert("inboxErrorBar").isEmpty());
        QCOMPARE(world.unread(), 17);
        if (!isLaterRun)
            world.open();
        QTRY_COMPARE(world.unread(), 17);
    }
}

void InboxPageTest::arrowKeysReachAllEntries()
{
    World world;
    QTRY_VERIFY(world.hasCome());
    world.list().goToFirst();
    QSet<QString> reached{world.list().currentKey()};
    for (int row = 0; row < world.rows().rowCount(); ++row) {
        QTest::keyClick(&world.list(), Qt::Key_Down);
        reached.insert(world.list().currentKey());
    }
    QCOMPARE(reached.size(), 18); // 17 notifications and a review.
}

void InboxPageTest::titlesInAnyScriptAreShownAsText()
{
    World world;
    QTRY_VERIFY(world.hasCome());
    const QString html = QStringLiteral("Berths can be <b>booked</b> from the phone");
    QVERIFY(world.spoken(html).contains(html));
    QVERIFY(world.spoken(html).startsWith(QStringLiteral("Mentions and replies, Unread, Pull request, ")));
    world.page->resize(300, 2000);
    QVERIFY(!world.page->grab().isNull());
}

} // namespace tst_inboxpage

LATCHKEY_TEST(tst_inboxpage, InboxPageTest, QApplication)

#include "tst_inboxpage.moc"
