// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signedin.h"

#include "github/viewer.h"
#include "gui/inbox/inboxpage.h"
#include "gui/parts/inlinealert.h"
#include "support/openedpages.h"
#include "support/test.h"

#include <QAccessible>
#include <QJsonDocument>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>

namespace tst_inboxpage {

using Kind = InboxRow::Kind;

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
        page = std::make_unique<InboxPage>(account());
        page->show();
    }

    template<typename Widget>
    Widget *find(const char *name) const { return page->findChild<Widget *>(QLatin1String(name)); }
    QListView *list() const { return find<QListView>("inboxList"); }
    const InboxModel &model() const { return *qobject_cast<InboxModel *>(list()->model()); }
    QString bar(const char *name) const { return find<InlineAlert>(name)->text(); }
    QString status() const { return find<QLabel>("inboxStatusLabel")->text(); }

    int rowOf(Kind kind, const QString &title = {}) const
    {
        for (int row = 0; row < model().rowCount(); ++row) {
            if (model().at(row).kind == kind && (title.isEmpty() || model().at(row).title == title))
                return row;
        }
        return -1;
    }
    int count(Kind kind, const QString &section = {}) const
    {
        int count = 0;
        for (int row = 0; row < model().rowCount(); ++row)
            count += model().at(row).kind == kind && (section.isEmpty() || model().at(row).section == section) ? 1 : 0;
        return count;
    }
    bool hasCome() const { return count(Kind::Notification) == 7 && count(Kind::Work) == 7; }
    void choose(int row) const { list()->setCurrentIndex(list()->model()->index(row, 0)); }
    int asked(demo::Endpoint endpoint) const { return server.requestCount(endpoint); }
    void breakOff()
    {
        for (const demo::Endpoint endpoint : {demo::Endpoint::Notifications, demo::Endpoint::GraphQl})
            server.misbehave(endpoint, {.kind = demo::Fault::Kind::Reset, .times = -1});
    }

    OpenedPages opened;
    std::unique_ptr<InboxPage> page;
};

/// The title of the demo's first notification.
const QString firstTitle = QStringLiteral("Read depfiles with spaces in their paths");

class InboxPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theInboxHasFourSections();
    void checksAndReviewsAreSpelledOut();
    void withoutScopesNothingIsAskedAndAButtonRequestsThem_data();
    void withoutScopesNothingIsAskedAndAButtonRequestsThem();
    void withoutTheRepoScopeTheRestIsShownAndAButtonRequestsIt();
    void theKeyboardMarksAThreadAsRead();
    void aWholeRepositoryIsMarkedAsReadAtOnce();
    void aRefusedMarkBringsTheThreadBack();
    void enterAndTheButtonOpenARow();
    void headingsLinkToGitHubsLists();
    void withoutANetworkCachedRowsAreShownWithTheirAge();
    void withoutAnswersAndCacheTheSectionsSayThatNothingWasReceived();
    void theServersPollIntervalIsObeyed();
    void aHiddenPageAsksNothing();
    void emptySectionsSaySo();
    void nullsReplaceNothing();
    void aListThatThePersonMayNotSeeIsNoError();
    void arrowKeysReachAllRows();
    void titlesInAnyScriptAreShownAsText();
    void everyControlHasAnObjectNameAndAnAccessibleName();
};

void InboxPageTest::theInboxHasFourSections()
{
    World world;
    QCOMPARE(world.count(Kind::Placeholder), 8);
    QVERIFY(!world.page->grab().isNull());
    QTRY_VERIFY(world.hasCome());
    QCOMPARE(world.count(Kind::Heading), 4);
    QCOMPARE(world.count(Kind::Placeholder), 0);
    QCOMPARE(world.count(Kind::Repository), 4);
    QCOMPARE(world.model().at(1).title, QStringLiteral("ada-demo/ninja-graph"));
    QCOMPARE(world.model().at(2).title, firstTitle);
    QCOMPARE(world.count(Kind::Work, QStringLiteral("Reviews asked of you")), 2);
    QCOMPARE(world.count(Kind::Work, QStringLiteral("Your pull requests")), 3);
    QCOMPARE(world.count(Kind::Work, QStringLiteral("Assigned to you")), 2);
    QCOMPARE(world.status(), QStringLiteral("7 unread notifications"));
    QCOMPARE(world.bar("inboxScopeBar"), QString());
    QCOMPARE(world.asked(demo::Endpoint::Notifications), 1);
    QCOMPARE(world.asked(demo::Endpoint::GraphQl), 1);
}

void InboxPageTest::checksAndReviewsAreSpelledOut()
{
    World world;
    QTRY_VERIFY(world.hasCome());
    const auto factsOf = [&](const char *title) {
        const int row = world.rowOf(Kind::Work, QString::fromUtf8(title));
        return world.model().index(row, 0).data(Qt::AccessibleDescriptionRole).toString();
    };
    const QString failed = factsOf("Timetables survive the change to winter time");
    QVERIFY2(failed.contains(QStringLiteral("checks failed")), qPrintable(failed));
    QVERIFY(failed.contains(QStringLiteral("harbour-works/ferry #12")));
    QVERIFY(factsOf("Numbers keep their last digit").contains(QStringLiteral("changes are asked for")));
    QVERIFY(factsOf("Numbers keep their last digit").contains(QStringLiteral("by mira-k")));
    QVERIFY(factsOf("Berths can be <b>booked</b> from the phone").contains(QStringLiteral("private")));
}

void InboxPageTest::withoutScopesNothingIsAskedAndAButtonRequestsThem_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<QStringList>("scopes");
    QTest::newRow("both") << "askForBothButton" << QStringList{QStringLiteral("notifications"), QStringLiteral("repo")};
    QTest::newRow("less") << "askForNotificationsButton" << QStringList{QStringLiteral("notifications")};
}

void InboxPageTest::withoutScopesNothingIsAskedAndAButtonRequestsThem()
{
    QFETCH(QString, button);
    QFETCH(QStringList, scopes);
    World world("read:user");
    QVERIFY(!world.find<QListView>("inboxList"));
    QStringList texts;
    for (const QLabel *label : world.page->findChildren<QLabel *>())
        texts.append(label->text());
    const QString text = texts.join(QLatin1Char('\n'));
    QVERIFY(text.contains(QStringLiteral("notifications\nTo show")) && text.contains(QStringLiteral("repo\nTo show")));
    QVERIFY(text.contains(QStringLiteral("Demo Hub has to ask you first")));
    world.page->refresh();
    QSignalSpy requested(world.page.get(), &InboxPage::scopesRequested);
    QTest::mouseClick(world.page->findChild<QPushButton *>(button), Qt::LeftButton);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first().toStringList(), scopes);
    // Answered later than any request of the page.
    bool isAnswered = false;
    world.account().resources().ask(github::viewer(world.server.apiBaseUrl()), this, [&](const Result<github::Viewer> &) { isAnswered = true; });
    QTRY_VERIFY(isAnswered);
    QCOMPARE(world.asked(demo::Endpoint::Notifications) + world.asked(demo::Endpoint::GraphQl), 0);
}

void InboxPageTest::withoutTheRepoScopeTheRestIsShownAndAButtonRequestsIt()
{
    World world("read:user notifications");
    QTRY_COMPARE(world.count(Kind::Work, QStringLiteral("Your pull requests")), 2);
    QVERIFY(world.bar("inboxScopeBar").contains(QStringLiteral("«repo»")));
    QSignalSpy requested(world.page.get(), &InboxPage::scopesRequested);
    world.find<InlineAlert>("inboxScopeBar")->findChild<QPushButton *>()->click();
    QCOMPARE(requested.first().first().toStringList(), QStringList{QStringLiteral("repo")});
}

void InboxPageTest::theKeyboardMarksAThreadAsRead()
{
    World world;
    QTRY_VERIFY(world.hasCome());
    auto *button = world.find<QPushButton>("markReadButton");
    QVERIFY(!button->isEnabled());
    world.choose(world.rowOf(Kind::Notification, firstTitle));
    QVERIFY(button->isEnabled());
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(world.rowOf(Kind::Notification, firstTitle), -1);
    QCOMPARE(world.status(), QStringLiteral("6 unread notifications"));
    QTRY_COMPARE(world.asked(demo::Endpoint::NotificationsRead), 1);
    QCOMPARE(world.server.lastRequest(demo::Endpoint::NotificationsRead).method, QByteArray("PATCH"));
    // The next row is current now, and the next press is for it.
    QCOMPARE(world.model().at(world.list()->currentIndex().row()).thread, QStringLiteral("7002"));
    world.now = world.now.addSecs(61);
    world.page->refresh();
    QTRY_COMPARE(world.asked(demo::Endpoint::Notifications), 2);
    QTRY_COMPARE(world.count(Kind::Notification), 6);
    QCOMPARE(world.bar("inboxErrorBar"), QString());
}

void InboxPageTest::aWholeRepositoryIsMarkedAsReadAtOnce()
{
    World world;
    QTRY_VERIFY(world.hasCome());
    const QDateTime seenAt = world.now;
    world.now = world.now.addSecs(30);
    world.choose(world.rowOf(Kind::Repository, QStringLiteral("ada-demo/ninja-graph")));
    world.find<QPushButton>("markReadButton")->click();
    QCOMPARE(world.count(Kind::Notification), 4);
    QCOMPARE(world.count(Kind::Repository), 3);
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
    world.choose(world.rowOf(Kind::Notification, firstTitle));
    world.find<QPushButton>("markReadButton")->click();
    QCOMPARE(world.count(Kind::Notification), 6);
    QTRY_COMPARE(world.count(Kind::Notification), 7);
    QVERIFY(world.bar("inboxErrorBar").contains(QStringLiteral("503")));
    world.choose(world.rowOf(Kind::Notification, firstTitle));
    world.find<QPushButton>("markReadButton")->click();
    QTRY_COMPARE(world.asked(demo::Endpoint::NotificationsRead), 2);
    QCOMPARE(world.count(Kind::Notification), 6);
    QCOMPARE(world.bar("inboxErrorBar"), QString());
}

void InboxPageTest::enterAndTheButtonOpenARow()
{
    World world;
    QTRY_VERIFY(world.hasCome());
    world.choose(world.rowOf(Kind::Notification, firstTitle));
    QTest::keyClick(world.list(), Qt::Key_Return);
    QCOMPARE(world.opened.urls.size(), 1);
    QCOMPARE(world.opened.urls.last().path(), QStringLiteral("/ada-demo/ninja-graph/pull/214"));
    world.choose(world.rowOf(Kind::Work, QStringLiteral("Tides of Göteborg are an hour late in summer")));
    world.find<QPushButton>("openInboxButton")->click();
    QCOMPARE(world.opened.urls.last().path(), QStringLiteral("/ada-demo/tidewatch/issues/88"));
}

void InboxPageTest::headingsLinkToGitHubsLists()
{
    World world;
    QTRY_VERIFY(world.hasCome());
    world.choose(world.rowOf(Kind::Heading, QStringLiteral("Reviews asked of you")));
    QVERIFY(!world.find<QPushButton>("markReadButton")->isEnabled());
    QTest::keyClick(world.list(), Qt::Key_Return);
    QCOMPARE(world.opened.urls.last(), world.server.origin().resolved(QUrl(QStringLiteral("/pulls/review-requested"))));
}

void InboxPageTest::withoutANetworkCachedRowsAreShownWithTheirAge()
{
    World world;
    QTRY_VERIFY(world.hasCome());
    world.now = world.now.addSecs(3 * 3600 + 60);
    world.breakOff();
    world.open();
    QVERIFY(world.hasCome());
    QCOMPARE(world.status(), QStringLiteral("7 unread notifications, as of 3 hours ago"));
    QTRY_VERIFY(!world.bar("inboxErrorBar").isEmpty());
    QVERIFY(world.hasCome());
    world.server.behave();
    world.find<InlineAlert>("inboxErrorBar")->findChild<QPushButton *>()->click();
    QTRY_COMPARE(world.status(), QStringLiteral("7 unread notifications"));
    QCOMPARE(world.bar("inboxErrorBar"), QString());
}

void InboxPageTest::withoutAnswersAndCacheTheSectionsSayThatNothingWasReceived()
{
    SignedIn signedIn("notifications");
    for (const demo::Endpoint endpoint : {demo::Endpoint::Notifications, demo::Endpoint::GraphQl})
        signedIn.server.misbehave(endpoint, {.response = {.status = 502}, .times = -1});
    InboxPage page(signedIn.account());
    page.show();
    auto *bar = page.findChild<InlineAlert *>(QStringLiteral("inboxErrorBar"));
    QTRY_VERIFY(!bar->text().isEmpty());
    const auto *model = page.findChild<QListView *>(QStringLiteral("inboxList"))->model();
    QTRY_COMPARE(model->rowCount(), 8);
    for (int row = 1; row < model->rowCount(); row += 2)
        QCOMPARE(model->index(row, 0).data().toString(), QStringLiteral("Nothing has been received yet."));
}

void InboxPageTest::theServersPollIntervalIsObeyed()
{
    World world;
    world.server.misbehave(demo::Endpoint::Notifications,
                           {.response = {.contentType = "application/json", .body = "[]", .headers = {{"X-Poll-Interval", "300"}}},
                            .times = 1});
    QTRY_COMPARE(world.status(), QStringLiteral("0 unread notifications"));
    QTRY_COMPARE(world.asked(demo::Endpoint::GraphQl), 1);
    QTRY_COMPARE(world.count(Kind::Work), 7);
    world.now = world.now.addSecs(299);
    world.page->refresh();
    QTRY_COMPARE(world.asked(demo::Endpoint::GraphQl), 2);
    QCOMPARE(world.asked(demo::Endpoint::Notifications), 1);
    world.now = world.now.addSecs(2);
    world.page->refresh();
    QTRY_COMPARE(world.asked(demo::Endpoint::Notifications), 2);
    QTRY_COMPARE(world.count(Kind::Notification), 7);
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
    world.page->hide();
    world.page->show();
    QTRY_COMPARE(world.status(), QStringLiteral("7 unread notifications"));
    QCOMPARE(world.asked(demo::Endpoint::Notifications), 2);
    QCOMPARE(world.asked(demo::Endpoint::GraphQl), 2);
}

void InboxPageTest::emptySectionsSaySo()
{
    World world;
    world.server.misbehave(demo::Endpoint::Notifications, {.response = {.contentType = "application/json", .body = "[]"}, .times = -1});
    world.server.misbehave(demo::Endpoint::GraphQl,
                           {.response = {.contentType = "application/json", .body = R"json({"data": {"viewer": {"login": "ada-demo",
                               "pullRequests": {"totalCount": 0, "nodes": []}}, "reviews": {"issueCount": 0, "nodes": []},
                               "issues": {"issueCount": 0, "nodes": []}}})json"}, .times = -1});
    QTRY_COMPARE(world.count(Kind::Sentence), 4);
    QCOMPARE(world.model().rowCount(), 8);
    for (const char *sentence : {"You have read everything.", "Nobody waits for your review.", "You have no open pull requests.",
                                 "No issue is assigned to you."})
        QVERIFY2(world.rowOf(Kind::Sentence, QLatin1String(sentence)) >= 0, sentence);
}

/// Nulls are a broken answer, and not an empty list.
void InboxPageTest::nullsReplaceNothing()
{
    World world;
    QTRY_VERIFY(world.hasCome());
    QTRY_COMPARE(world.count(Kind::Notification), 7);
    const int work = world.count(Kind::Work);
    QVERIFY(work > 0);
    world.server.misbehave(demo::Endpoint::Notifications,
                           {.response = {.contentType = "application/json", .body = "[null, {}, {\"id\": null}]"}, .times = -1});
    world.server.misbehave(demo::Endpoint::GraphQl,
                           {.response = {.contentType = "application/json", .body = R"json({"data": {"viewer": {"login": "ada-demo",
                               "pullRequests": {"totalCount": 2, "nodes": [null, null]}}, "reviews": null,
                               "issues": {"issueCount": 1, "nodes": [{}]}}})json"}, .times = -1});
    for (const bool isLaterRun : {false, true}) {
        world.now = world.now.addSecs(3600);
        world.page->refresh();
        QTRY_VERIFY(!world.page->findChild<InlineAlert *>(QStringLiteral("inboxErrorBar"))->text().isEmpty());
        QCOMPARE(world.count(Kind::Notification), 7);
        QCOMPARE(world.count(Kind::Work), work);
        if (!isLaterRun)
            world.open();
        QTRY_COMPARE(world.count(Kind::Notification), 7);
    }
}

void InboxPageTest::aListThatThePersonMayNotSeeIsNoError()
{
    World world;
    QTRY_VERIFY(world.hasCome());
    world.server.misbehave(demo::Endpoint::GraphQl,
                           {.response = {.contentType = "application/json", .body = R"json({"data": {"viewer": {"login": "ada-demo",
                               "pullRequests": {"totalCount": 0, "nodes": []}}, "reviews": null, "issues": {"issueCount": 0, "nodes": []}},
                               "errors": [{"type": "FORBIDDEN", "message": "SAML", "path": ["reviews"]}]})json"}, .times = -1});
    world.now = world.now.addSecs(121);
    world.page->refresh();
    QTRY_VERIFY(world.rowOf(Kind::Sentence, QStringLiteral("No issue is assigned to you.")) >= 0);
    QCOMPARE(world.bar("inboxErrorBar"), QString());
    QCOMPARE(world.count(Kind::Work), 2); // Those known before.
}

void InboxPageTest::arrowKeysReachAllRows()
{
    World world;
    QTRY_VERIFY(world.hasCome());
    world.choose(0);
    for (int row = 1; row < world.model().rowCount(); ++row) {
        QTest::keyClick(world.list(), Qt::Key_Down);
        QCOMPARE(world.list()->currentIndex().row(), row);
    }
}

void InboxPageTest::titlesInAnyScriptAreShownAsText()
{
    World world;
    QTRY_VERIFY(world.hasCome());
    const int html = world.rowOf(Kind::Notification, QStringLiteral("Berths can be <b>booked</b> from the phone"));
    QVERIFY(html >= 0);
    QVERIFY(world.model().index(html, 0).data(Qt::ToolTipRole).toString().contains(
        QStringLiteral("Berths can be &lt;b&gt;booked&lt;/b&gt; from the phone")));
    QVERIFY(world.rowOf(Kind::Work, QStringLiteral("دعم الواجهة من اليمين إلى اليسار")) >= 0);
    world.page->resize(300, 2000);
    QVERIFY(!world.page->grab().isNull());
}

void InboxPageTest::everyControlHasAnObjectNameAndAnAccessibleName()
{
    for (const char *scope : {"read:user", "read:user notifications"}) {
        World world(scope);
        for (const QPushButton *button : world.page->findChildren<QPushButton *>()) {
            QVERIFY(!button->objectName().isEmpty());
            if (button->isVisible())
                QVERIFY(!QAccessible::queryAccessibleInterface(const_cast<QPushButton *>(button))->text(QAccessible::Name).isEmpty());
        }
        if (world.list())
            QVERIFY(!world.list()->accessibleName().isEmpty());
    }
}

} // namespace tst_inboxpage

LATCHKEY_TEST(tst_inboxpage, InboxPageTest, QApplication)

#include "tst_inboxpage.moc"
