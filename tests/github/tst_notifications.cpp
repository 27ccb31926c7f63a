// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "github/notifications.h"

#include "support/test.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace tst_notifications {

using github::Notifications;

const QUrl api(QStringLiteral("https://api.example.org/v3"));

Result<Notifications> read(const QByteArray &body, const http::Headers &headers = {})
{
    return github::notifications(api).read({.status = 200, .body = body, .headers = headers});
}

/// One thread about this subject.
QByteArray about(const QByteArray &subject)
{
    return R"json([{"id": "1", "unread": true, "reason": "mention", "updated_at": "2026-05-01T12:00:00Z", "subject": )json"
        + subject + R"json(, "repository": {"full_name": "o/r", "html_url": "https://example.org/o/r"}}])json";
}

class NotificationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aThreadLeadsToItsPage_data();
    void aThreadLeadsToItsPage();
    void whatIsNullOrMissingIsEmpty();
    void onlyAWebPageIsOpened();
    void anAnswerThatIsNoListIsMalformed_data();
    void anAnswerThatIsNoListIsMalformed();
    void theServersPollIntervalCountsWhereItIsLonger_data();
    void theServersPollIntervalCountsWhereItIsLonger();
    void aFullAnswerMayHaveMoreBehindIt();
    void markingAsReadIsSentAsGitHubWantsIt();
};

void NotificationsTest::aThreadLeadsToItsPage_data()
{
    QTest::addColumn<QByteArray>("subject");
    QTest::addColumn<QString>("page");
    const QByteArray repository = R"("url": "https://api.example.org/v3/repos/o/r)";
    QTest::newRow("pull request") << QByteArray(R"({"type": "PullRequest", )" + repository + R"(/pulls/7"})") << "/o/r/pull/7";
    QTest::newRow("issue") << QByteArray(R"({"type": "Issue", )" + repository + R"(/issues/8"})") << "/o/r/issues/8";
    QTest::newRow("commit") << QByteArray(R"({"type": "Commit", )" + repository + R"(/commits/ab12"})") << "/o/r/commit/ab12";
    QTest::newRow("release") << QByteArray(R"({"type": "Release", )" + repository + R"(/releases/99"})") << "/o/r/releases";
    QTest::newRow("checks") << QByteArray(R"({"type": "CheckSuite", "url": null})") << "/o/r/actions";
    QTest::newRow("discussion") << QByteArray(R"({"type": "Discussion", "url": null})") << "/o/r/discussions";
    QTest::newRow("workflow run") << QByteArray(R"({"type": "WorkflowRun", "url": null})") << "/o/r/actions";
    QTest::newRow("invitation") << QByteArray(R"({"type": "RepositoryInvitation", "url": null})") << "/o/r/invitations";
    QTest::newRow("security alert") << QByteArray(R"({"type": "RepositoryVulnerabilityAlert", "url": null})") << "/o/r/security/dependabot";
    QTest::newRow("something new") << QByteArray(R"({"type": "Tide", "url": null})") << "/o/r";
    QTest::newRow("nothing") << QByteArray("null") << "/o/r";
    QTest::newRow("short address") << QByteArray(R"({"type": "Issue", "url": "x"})") << "/o/r";
}

void NotificationsTest::aThreadLeadsToItsPage()
{
    QFETCH(QByteArray, subject);
    QFETCH(QString, page);
    const Result<Notifications> found = read(about(subject));
    QVERIFY(found);
    QCOMPARE(found->unread.size(), 1);
    QCOMPARE(found->unread.first().page, QUrl(QStringLiteral("https://example.org") + page));
    const bool isNumbered = page.contains(QLatin1String("/pull/")) || page.contains(QLatin1String("/issues/"));
    QCOMPARE(found->unread.first().number, isNumbered ? page.section(QLatin1Char('/'), -1).toLongLong() : 0);
}

void NotificationsTest::whatIsNullOrMissingIsEmpty()
{
    const Result<Notifications> found = read(R"json([null, {}, {"id": "1", "subject": null, "repository": null},
        {"id": "2", "unread": false}, {"id": 3}, {"id": "../user"}])json");
    QVERIFY(found);
    QCOMPARE(found->unread.size(), 2);
    QCOMPARE(found->unread.last().thread, QStringLiteral("3"));
    QCOMPARE(found->unreadable, 3);
    QVERIFY(found->unread.first().page.isEmpty() && found->unread.first().title.isEmpty());
    QVERIFY(!found->hasMore);
}

void NotificationsTest::onlyAWebPageIsOpened()
{
    const Result<Notifications> found =
        read(R"json([{"id": "1", "subject": {"type": "Issue"}, "repository": {"html_url": "file:///etc/passwd"}}])json");
    QVERIFY(found->unread.first().page.isEmpty());
}

void NotificationsTest::anAnswerThatIsNoListIsMalformed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a page") << QByteArray("<html>");
    QTest::newRow("an object") << QByteArray(R"({"message": "no"})");
    QTest::newRow("cut off") << QByteArray("[{");
    QTest::newRow("nulls") << QByteArray("[null, null]");
    QTest::newRow("objects without an id") << QByteArray("[{}, {\"id\": null}]");
    QTest::newRow("ids that are no part of an address") << QByteArray("[{\"id\": \"../user\"}, {\"id\": \"1?a\"}]");
}

void NotificationsTest::anAnswerThatIsNoListIsMalformed()
{
    QFETCH(QByteArray, body);
    QCOMPARE(read(body).error().kind, Error::Kind::Malformed);
}

void NotificationsTest::theServersPollIntervalCountsWhereItIsLonger_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("seconds");
    QTest::newRow("longer") << QByteArray("300") << 300;
    QTest::newRow("shorter") << QByteArray("1") << 60;
    QTest::newRow("negative") << QByteArray("-5") << 60;
    QTest::newRow("no number") << QByteArray("soon") << 60;
    QTest::newRow("for ever") << QByteArray("9223372036854775807") << 24 * 3600;
    QTest::newRow("missing") << QByteArray() << 60;
}

void NotificationsTest::theServersPollIntervalCountsWhereItIsLonger()
{
    QFETCH(QByteArray, header);
    QFETCH(int, seconds);
    const http::Headers headers = header.isNull() ? http::Headers() : http::Headers{{"X-Poll-Interval", header}};
    QCOMPARE(read("[]", headers)->pollInterval, std::chrono::seconds(seconds));
}

void NotificationsTest::aFullAnswerMayHaveMoreBehindIt()
{
    QByteArrayList threads;
    for (int i = 0; i < 50; ++i)
        threads.append("{\"id\": \"" + QByteArray::number(i) + "\"}");
    QVERIFY(read('[' + threads.join(',') + ']')->hasMore);
    threads.removeLast();
    QVERIFY(!read('[' + threads.join(',') + ']')->hasMore);
    QVERIFY(read('[' + threads.join(',') + ']', {{"Link", "<https://h/n?page=2>; rel=\"next\""}})->hasMore);
}

void NotificationsTest::markingAsReadIsSentAsGitHubWantsIt()
{
    const auto thread = github::markThreadRead(api, QStringLiteral("7001"));
    QCOMPARE(thread.method, QByteArray("PATCH"));
    QCOMPARE(thread.request.url(), QUrl(QStringLiteral("https://api.example.org/v3/notifications/threads/7001")));
    const QDateTime until(QDate(2026, 5, 1), QTime(12, 0), Qt::UTC);
    const auto repository = github::markRepositoryRead(api, QStringLiteral("o/r"), until);
    QCOMPARE(repository.method, QByteArray("PUT"));
    QCOMPARE(repository.request.url(), QUrl(QStringLiteral("https://api.example.org/v3/repos/o/r/notifications")));
    QCOMPARE(github::markRepositoryRead(api, QStringLiteral("o/r?x/y"), until).request.url().path(QUrl::FullyEncoded),
             QStringLiteral("/v3/repos/o/r%3Fx%2Fy/notifications"));
    QCOMPARE(QJsonDocument::fromJson(repository.body)[u"last_read_at"].toString(), QStringLiteral("2026-05-01T12:00:00Z"));
}

} // namespace tst_notifications

LATCHKEY_TEST(tst_notifications, NotificationsTest, QCoreApplication)

#include "tst_notifications.moc"
