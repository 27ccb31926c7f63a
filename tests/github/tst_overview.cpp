// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "github/overview.h"

#include "support/test.h"

#include <QMap>

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
    void aPartThatIsLeftOutOrUnreadableIsMissing_data();
    void aPartThatIsLeftOutOrUnreadableIsMissing();
    void aPartThatThePersonMayNotSeeIsNoDamage();
    void whatTheQueryCutsOffIsCounted();
    void countsMayBeLarge();
    void anExceededRateLimitIsToldFromABrokenAnswer_data();
    void anExceededRateLimitIsToldFromABrokenAnswer();
    void anAnswerWithoutAViewerIsMalformedAndSaysWhatTheServerSaid_data();
    void anAnswerWithoutAViewerIsMalformedAndSaysWhatTheServerSaid();
    void daysAreSortedAndTheirLevelsRead();
    void streaksEndAtADayWithoutAndTodayMayStillCome();
    void aYearIsPartOfTheQuestion();
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
    QVERIFY(overview->organizations && overview->organizations->entries.isEmpty() && overview->status.isEmpty());
    QCOMPARE(overview->pinned->entries.size(), 2);
    QCOMPARE(overview->pinned->entries[0].name, QStringLiteral("g"));
    QVERIFY(!overview->pinned->entries[1].languageColor.isValid());
    QVERIFY(overview->pinned->entries[1].isArchived);
    QCOMPARE(overview->contributions->calendar.currentStreak(), 0);
    QCOMPARE(overview->contributions->calendar.longestStreak(), 0);
}

/// An overview with one member of the viewer replaced.
Result<github::Overview> readWith(const QByteArray &name, const QByteArray &value)
{
    QMap<QByteArray, QByteArray> members{
        {"login", "\"ada\""},
        {"organizations", R"({"totalCount": 1, "nodes": [{"login": "o"}]})"},
        {"socialAccounts", R"({"totalCount": 1, "nodes": [{"displayName": "@a", "url": "https://a.example"}]})"},
        {"pinnedItems", R"({"totalCount": 1, "nodes": [{"name": "p"}]})"},
        {"contributionsCollection", R"({"contributionCalendar": {"totalContributions": 1, "weeks": [
            {"contributionDays": [{"date": "2026-03-02", "contributionCount": 1}]}]}})"}};
    members.insert(name, value);
    QByteArrayList lines;
    for (auto member = members.cbegin(); member != members.cend(); ++member)
        lines.append('"' + member.key() + "\": " + member.value());
    return question.read({.status = 200, .body = R"({"data": {"viewer": {)" + lines.join(", ")
                                              + R"(}}, "errors": [{"type": "INTERNAL", "message": "no"}]})"});
}

void OverviewTest::aPartThatIsLeftOutOrUnreadableIsMissing_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    for (const char *name : {"organizations", "socialAccounts", "pinnedItems", "contributionsCollection"}) {
        QTest::addRow("%s null", name) << QByteArray(name) << QByteArray("null");
        QTest::addRow("%s a text", name) << QByteArray(name) << QByteArray("\"x\"");
    }
    for (const char *name : {"organizations", "socialAccounts", "pinnedItems"}) {
        QTest::addRow("%s of nulls", name) << QByteArray(name) << QByteArray(R"({"nodes": [null, null]})");
        QTest::addRow("%s of lists", name) << QByteArray(name) << QByteArray(R"({"nodes": [[], []]})");
        QTest::addRow("%s without names", name) << QByteArray(name) << QByteArray(R"({"nodes": [{}, {"name": null}]})");
        QTest::addRow("%s counted only", name) << QByteArray(name) << QByteArray(R"({"totalCount": 3, "nodes": null})");
    }
    QTest::newRow("a null calendar") << QByteArray("contributionsCollection") << QByteArray(R"({"contributionCalendar": null})");
    QTest::newRow("weeks of nulls") << QByteArray("contributionsCollection")
                                    << QByteArray(R"({"contributionCalendar": {"totalContributions": 9, "weeks": [null, null]}})");
}

void OverviewTest::aPartThatIsLeftOutOrUnreadableIsMissing()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    const auto overview = readWith(name, value);
    QVERIFY(overview);
    QVERIFY(overview->isPartial());
    QCOMPARE(overview->organizations.has_value(), name != "organizations");
    QCOMPARE(overview->socialAccounts.has_value(), name != "socialAccounts");
    QCOMPARE(overview->pinned.has_value(), name != "pinnedItems");
    QCOMPARE(overview->contributions.has_value(), name != "contributionsCollection");
    QVERIFY(overview->isDamaged);
    QVERIFY(!readWith("login", "\"ada\"")->isPartial());
    QVERIFY(!readWith("login", "\"ada\"")->isDamaged);
}

void OverviewTest::aPartThatThePersonMayNotSeeIsNoDamage()
{
    const QByteArray start = R"({"data": {"viewer": {"organizations": {"totalCount": 2, "nodes": [null, null]},
        "socialAccounts": {"totalCount": 0, "nodes": []}, "pinnedItems": {"totalCount": 0, "nodes": []}, "contributionsCollection":
        {"contributionCalendar": {"totalContributions": 0, "weeks": []}}}}, "errors": [{"type": "FORBIDDEN", "message": "no", "path": )";
    const auto withheld = question.read({.status = 200, .body = start + R"(["viewer", "organizations", "nodes", 0]}]})"});
    QVERIFY(withheld && withheld->isPartial() && !withheld->organizations);
    QVERIFY(!withheld->isDamaged);
    const auto damaged = question.read({.status = 200, .body = start + R"(["viewer", "pinnedItems"]}]})"});
    QVERIFY(damaged && damaged->isDamaged);
    const auto nothing = question.read({.status = 200, .body = R"({"data": {"viewer": {"login": "ada", "organizations": null}},
        "errors": [{"type": "FORBIDDEN", "message": "no", "path": ["viewer"]}]})"});
    QCOMPARE(nothing.error().code, QStringLiteral("forbidden"));
}

void OverviewTest::whatTheQueryCutsOffIsCounted()
{
    const auto overview = readWith("organizations", R"({"totalCount": 120, "nodes": [{"login": "a"}, null, {"login": "b"}]})");
    QCOMPARE(overview->organizations->entries.size(), 2);
    QCOMPARE(overview->organizations->leftOut(), 118);
    QCOMPARE(readWith("organizations", R"({"nodes": [{"login": "a"}, null]})")->organizations->leftOut(), 1);
    QCOMPARE(overview->socialAccounts->leftOut(), 0);
}

void OverviewTest::countsMayBeLarge()
{
    const auto overview = readWith("contributionsCollection", R"json({"totalCommitContributions": 2147483648,
        "totalIssueContributions": "2147483649", "totalPullRequestContributions": 1e10, "totalPullRequestReviewContributions": -1,
        "contributionCalendar": {"totalContributions": 9007199254740993, "weeks": [{"contributionDays": [
            {"date": "2026-03-02", "contributionCount": 4294967296}]}]},
        "commitContributionsByRepository": [{"repository": {"nameWithOwner": "a/b"}, "contributions": {"totalCount": 3000000000}}]})json");
    QVERIFY(overview);
    QCOMPARE(overview->contributions->calendar.total, Q_INT64_C(9007199254740993));
    QCOMPARE(overview->contributions->calendar.days.first().count, Q_INT64_C(4294967296));
    QCOMPARE(overview->contributions->commits, Q_INT64_C(2147483648));
    QCOMPARE(overview->contributions->issues, Q_INT64_C(2147483649));
    QCOMPARE(overview->contributions->pullRequests, Q_INT64_C(10000000000));
    QCOMPARE(overview->contributions->reviews, 0);
    QCOMPARE(overview->contributions->activity.entries.first().commits, Q_INT64_C(3000000000));
}

void OverviewTest::anExceededRateLimitIsToldFromABrokenAnswer_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("code");
    QTest::newRow("GitHub") << QByteArray("RATE_LIMITED") << QStringLiteral("rate_limited");
    QTest::newRow("GitHub since 2025") << QByteArray("RATE_LIMIT") << QStringLiteral("rate_limited");
    QTest::newRow("forbidden") << QByteArray("FORBIDDEN") << QStringLiteral("forbidden");
    QTest::newRow("a scope is missing") << QByteArray("INSUFFICIENT_SCOPES") << QStringLiteral("forbidden");
    QTest::newRow("another") << QByteArray("INTERNAL") << QStringLiteral("overview");
}

void OverviewTest::anExceededRateLimitIsToldFromABrokenAnswer()
{
    QFETCH(QByteArray, type);
    QFETCH(QString, code);
    for (const QByteArray &data : {QByteArray(R"("data": null, )"), QByteArray()}) {
        const auto overview = question.read({.status = 200, .body = '{' + data + R"("errors": [{"type": ")" + type
                                                                 + R"(", "message": "no\u001b"}]})"});
        QVERIFY(!overview);
        QCOMPARE(overview.error().code, code);
        QCOMPARE(overview.error().detail, QStringLiteral("no"));
    }
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
    const QList<ContributionDay> &days = overview->contributions->calendar.days;
    QCOMPARE(days.size(), 2);
    QCOMPARE(days[0].date, QDate(2026, 3, 1));
    QCOMPARE(days[1].level, github::ContributionLevel::Fourth);
    QCOMPARE(overview->contributions->calendar.total, 9);
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

} // namespace tst_overview

LATCHKEY_TEST(tst_overview, OverviewTest, QCoreApplication)

#include "tst_overview.moc"
