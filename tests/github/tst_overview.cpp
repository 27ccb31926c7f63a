// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "github/overview.h"

#include "support/test.h"

namespace tst_overview {

using github::ContributionCalendar;
using github::ContributionDay;

const github::Request<github::Overview> question = github::overview(QUrl(QStringLiteral("https://api.example.org/graphql")));

ContributionCalendar calendarOf(std::initializer_list<int> counts)
{
    ContributionCalendar calendar;
    QDate date(2026, 3, 1);
    for (const int count : counts) {
        calendar.days.append({date, count});
        date = date.addDays(1);
    }
    return calendar;
}

class OverviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheSchemaAllowsToBeNullMayBeNull();
    void anAnswerWithoutAViewerIsMalformedAndSaysWhatTheServerSaid_data();
    void anAnswerWithoutAViewerIsMalformedAndSaysWhatTheServerSaid();
    void daysAreSortedAndTheirLevelsRead();
    void streaksEndAtADayWithoutAndTodayMayStillCome();
    void aYearIsPartOfTheQuestion();
    void aPageInPlaceOfTheReadmeIsNone();
};

void OverviewTest::whatTheSchemaAllowsToBeNullMayBeNull()
{
    const auto overview = question.read({.status = 200, .body = R"json({"data": {"viewer": {
        "login": "ada", "status": null, "organizations": {"nodes": null}, "socialAccounts": {"nodes": [null]},
        "pinnedItems": {"nodes": [null, {"__typename": "Gist", "name": "g", "description": null,
                        "url": "https://example.org/g", "stargazerCount": 0},
                        {"__typename": "Repository", "nameWithOwner": "ada/x", "description": null,
                         "url": "https://example.org/ada/x", "stargazerCount": 3, "forkCount": 0, "isPrivate": false,
                         "isArchived": true, "primaryLanguage": null}]},
        "contributionsCollection": {"contributionYears": [], "totalCommitContributions": 0,
            "totalIssueContributions": 0, "totalPullRequestContributions": 0,
            "totalPullRequestReviewContributions": 0,
            "contributionCalendar": {"totalContributions": 0, "weeks": []},
            "commitContributionsByRepository": []}}}})json"});
    QVERIFY(overview);
    QVERIFY(overview->organizations.isEmpty() && overview->socialAccounts.isEmpty() && overview->status.isEmpty());
    QCOMPARE(overview->pinned.size(), 2);
    QCOMPARE(overview->pinned[0].name, QStringLiteral("g"));
    QVERIFY(!overview->pinned[1].languageColor.isValid());
    QVERIFY(overview->pinned[1].isArchived);
    QCOMPARE(overview->calendar.currentStreak(), 0);
    QCOMPARE(overview->calendar.longestStreak(), 0);
}

void OverviewTest::anAnswerWithoutAViewerIsMalformedAndSaysWhatTheServerSaid_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("errors") << QByteArray(R"json({"data": null, "errors": [{"message": "no"}]})json");
    QTest::newRow("empty") << QByteArray("{}");
    QTest::newRow("not JSON") << QByteArray("<html>");
}

void OverviewTest::anAnswerWithoutAViewerIsMalformedAndSaysWhatTheServerSaid()
{
    QFETCH(QByteArray, body);
    const auto overview = question.read({.status = 200, .body = body});
    QVERIFY(!overview);
    QCOMPARE(overview.error().kind, Error::Kind::Malformed);
    if (body.contains("no\""))
        QCOMPARE(overview.error().detail, QStringLiteral("no"));
}

void OverviewTest::daysAreSortedAndTheirLevelsRead()
{
    const auto overview = question.read({.status = 200, .body = R"json({"data": {"viewer": {"login": "ada", "contributionsCollection": {
        "contributionCalendar": {"totalContributions": 9, "weeks": [
            {"contributionDays": [{"date": "2026-03-02", "contributionCount": 9, "contributionLevel": "FOURTH_QUARTILE"}]},
            {"contributionDays": [{"date": "2026-03-01", "contributionCount": 0, "contributionLevel": "NONE"},
                                  {"date": "never", "contributionCount": 1, "contributionLevel": "NEW_WORD"}]}]}}}}})json"});
    QVERIFY(overview);
    const QList<ContributionDay> &days = overview->calendar.days;
    QCOMPARE(days.size(), 2);
    QCOMPARE(days[0].date, QDate(2026, 3, 1));
    QCOMPARE(days[1].level, github::ContributionLevel::Fourth);
    QCOMPARE(overview->calendar.total, 9);
}

void OverviewTest::streaksEndAtADayWithoutAndTodayMayStillCome()
{
    QCOMPARE(calendarOf({1, 1, 0, 2, 2, 2}).currentStreak(), 3);
    QCOMPARE(calendarOf({1, 1, 0, 2, 2, 0}).currentStreak(), 2);
    QCOMPARE(calendarOf({1, 1, 0, 0}).currentStreak(), 0);
    QCOMPARE(calendarOf({1, 1, 1, 0, 2, 2}).longestStreak(), 3);
    QCOMPARE(calendarOf({4}).currentStreak(), 1);
}

void OverviewTest::aYearIsPartOfTheQuestion()
{
    QVERIFY(!question.body.contains("2024-01-01"));
    const QByteArray body = github::overview(QUrl(QStringLiteral("https://api.example.org/graphql")), 2024).body;
    QVERIFY(body.contains("2024-01-01T00:00:00Z") && body.contains("2024-12-31T23:59:59Z"));
}

void OverviewTest::aPageInPlaceOfTheReadmeIsNone()
{
    const auto readme = github::profileReadme(QUrl(QStringLiteral("https://api.example.org")), QStringLiteral("ada"));
    const QByteArray html = "<p align=center>Hello</p>"; // A README may begin with HTML.
    QCOMPARE(*readme.read({.status = 200, .body = html, .headers = {{"Content-Type", "application/vnd.github.raw+json; charset=utf-8"}}}), html);
    QCOMPARE(*readme.read({.status = 200, .body = html}), html); // From the cache.
    const auto portal = readme.read({.status = 200, .body = html, .headers = {{"Content-Type", "text/html"}}});
    QVERIFY(!portal);
    QCOMPARE(portal.error().kind, Error::Kind::Malformed);
}

} // namespace tst_overview

LATCHKEY_TEST(tst_overview, OverviewTest, QCoreApplication)

#include "tst_overview.moc"
