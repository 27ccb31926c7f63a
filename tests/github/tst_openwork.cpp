// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "github/openwork.h"

#include "support/test.h"

namespace tst_openwork {

using github::Checks;
using github::OpenWork;
using github::ReviewDecision;

Result<OpenWork> read(const QByteArray &body)
{
    return github::openWork(QUrl(QStringLiteral("https://api.example.org/graphql"))).read({.status = 200, .body = body});
}

/// An answer with this one pull request of the person's.
QByteArray withPullRequest(const QByteArray &members)
{
    return R"({"data": {"viewer": {"login": "ada", "pullRequests": {"totalCount": 1, "nodes": [{"title": "t", )" + members
        + "}]}}, \"reviews\": null, \"issues\": null}}";
}

class OpenWorkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheSchemaAllowsToBeNullMayBeNull();
    void checksAreReadFromTheNewestCommit_data();
    void checksAreReadFromTheNewestCommit();
    void reviewsAreReadWithTheirDecision_data();
    void reviewsAreReadWithTheirDecision();
    void labelsHaveTheirColorsIfTheServerSaysThem();
    void aPartOfTheAnswerIsBetterThanNone();
    void aListThatThePersonMayNotSeeIsNoDamage_data();
    void aListThatThePersonMayNotSeeIsNoDamage();
    void withoutAnyListThatThePersonMaySeeTheAnswerIsARefusal();
    void aListWithNothingReadableIsMissing();
    void anAnswerWithoutDataIsMalformedAndSaysWhatTheServerSaid();
};

void OpenWorkTest::whatTheSchemaAllowsToBeNullMayBeNull()
{
    const Result<OpenWork> work = read(R"json({"data": {"viewer": {"login": "ada", "pullRequests": {"totalCount": 40, "nodes": [
            null, {"title": "a", "reviewDecision": null, "author": null, "repository": null, "commits": {"nodes": null}},
            {"title": "b", "commits": {"nodes": [null]}},
            {"title": "c", "commits": {"nodes": [{"commit": {"statusCheckRollup": null}}]}}]}},
        "reviews": {"issueCount": 0, "nodes": null}, "issues": {"issueCount": 2, "nodes": [{"__typename": "PullRequest"},
            {"__typename": "Issue", "number": 3, "title": "<b>مرفأ</b> 🚢", "url": "javascript:x", "updatedAt": "never"}]}}})json");
    QVERIFY(work);
    QCOMPARE(work->pullRequests->items.size(), 3);
    QCOMPARE(work->pullRequests->total, 40);
    for (const github::WorkItem &item : work->pullRequests->items)
        QVERIFY(item.checks == Checks::None && item.decision == ReviewDecision::None && item.author.isEmpty());
    QVERIFY(!work->isPartial());
    QVERIFY(work->reviews->items.isEmpty());
    QCOMPARE(work->issues->items.size(), 1);
    QCOMPARE(work->issues->items.first().title, QStringLiteral("<b>مرفأ</b> 🚢"));
    QVERIFY(work->issues->items.first().page.isEmpty());
    QVERIFY(!work->issues->items.first().updatedAt.isValid());
}

void OpenWorkTest::checksAreReadFromTheNewestCommit_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::addColumn<Checks>("checks");
    QTest::newRow("passed") << QByteArray("SUCCESS") << Checks::Passed;
    QTest::newRow("failed") << QByteArray("FAILURE") << Checks::Failed;
    QTest::newRow("error") << QByteArray("ERROR") << Checks::Failed;
    QTest::newRow("pending") << QByteArray("PENDING") << Checks::Pending;
    QTest::newRow("expected") << QByteArray("EXPECTED") << Checks::Pending;
}

void OpenWorkTest::checksAreReadFromTheNewestCommit()
{
    QFETCH(QByteArray, state);
    QFETCH(Checks, checks);
    const Result<OpenWork> work = read(withPullRequest(
        R"("commits": {"nodes": [{"commit": {"statusCheckRollup": {"state": ")" + state + "\"}}}]}"));
    QCOMPARE(work->pullRequests->items.first().checks, checks);
}

void OpenWorkTest::reviewsAreReadWithTheirDecision_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<ReviewDecision>("decision");
    QTest::newRow("approved") << QByteArray("APPROVED") << ReviewDecision::Approved;
    QTest::newRow("changes") << QByteArray("CHANGES_REQUESTED") << ReviewDecision::ChangesRequested;
    QTest::newRow("required") << QByteArray("REVIEW_REQUIRED") << ReviewDecision::Required;
    QTest::newRow("new word") << QByteArray("SOMETHING") << ReviewDecision::None;
}

void OpenWorkTest::reviewsAreReadWithTheirDecision()
{
    QFETCH(QByteArray, word);
    QFETCH(ReviewDecision, decision);
    const Result<OpenWork> work = read(withPullRequest(R"("reviewDecision": ")" + word + '"'));
    QCOMPARE(work->pullRequests->items.first().decision, decision);
}

/// An organization requires single sign-on: the answer has errors beside its data.
void OpenWorkTest::labelsHaveTheirColorsIfTheServerSaysThem()
{
    const Result<OpenWork> work = read(withPullRequest(R"json("labels": {"nodes": [{"name": "bug", "color": "d73a4a"},
        {"name": "odd", "color": "url(x)"}, {"name": "", "color": "000000"}, null, {"name": "plain"}]})json"));
    QVERIFY(work);
    const QList<github::Label> labels = work->pullRequests->items.first().labels;
    QCOMPARE(labels.size(), 3);
    QCOMPARE(labels.first().color, QColor(0xd7, 0x3a, 0x4a));
    QVERIFY(!labels[1].color.isValid() && !labels[2].color.isValid());
}

void OpenWorkTest::aPartOfTheAnswerIsBetterThanNone()
{
    const Result<OpenWork> work = read(R"json({"data": {"viewer": {"login": "ada", "pullRequests": null}, "reviews": null,
        "issues": {"issueCount": 1, "nodes": [{"title": "x"}]}}, "errors": [{"type": "FORBIDDEN", "message": "no"}]})json");
    QVERIFY(work);
    QCOMPARE(work->issues->items.size(), 1);
    QVERIFY(work->isPartial() && !work->pullRequests && !work->reviews);
}

void OpenWorkTest::aListThatThePersonMayNotSeeIsNoDamage_data()
{
    QTest::addColumn<QByteArray>("error");
    QTest::addColumn<bool>("isDamaged");
    QTest::newRow("forbidden") << QByteArray(R"("type": "FORBIDDEN", "path": ["viewer", "pullRequests"])") << false;
    QTest::newRow("forbidden entry") << QByteArray(R"("type": "FORBIDDEN", "path": ["viewer", "pullRequests", "nodes", 3])") << false;
    QTest::newRow("single sign-on") << QByteArray(R"("path": ["viewer"], "extensions": {"saml_failure": true})") << false;
    QTest::newRow("forbidden without a path") << QByteArray(R"("type": "FORBIDDEN")") << false;
    QTest::newRow("another list") << QByteArray(R"("type": "FORBIDDEN", "path": ["reviews"])") << true;
    QTest::newRow("another error") << QByteArray(R"("type": "INTERNAL", "path": ["viewer", "pullRequests"])") << true;
    QTest::newRow("no single sign-on") << QByteArray(R"("path": ["viewer"], "extensions": {"saml_failure": false})") << true;
}

void OpenWorkTest::aListThatThePersonMayNotSeeIsNoDamage()
{
    QFETCH(QByteArray, error);
    QFETCH(bool, isDamaged);
    const QByteArray errors = R"(, "errors": [{"message": "no", )" + error + "}]}";
    const Result<OpenWork> work = read(R"({"data": {"viewer": {"pullRequests": null}, "reviews": {"issueCount": 0, "nodes": []},
        "issues": {"issueCount": 0, "nodes": []}})" + errors);
    QVERIFY(work && work->isPartial());
    QCOMPARE(work->isDamaged, isDamaged);
}

void OpenWorkTest::withoutAnyListThatThePersonMaySeeTheAnswerIsARefusal()
{
    const auto work = read(R"({"data": {"viewer": {"pullRequests": null}}, "errors": [{"type": "FORBIDDEN", "message": "no"}]})");
    QCOMPARE(work.error().kind, Error::Kind::Denied);
    QCOMPARE(work.error().code, QStringLiteral("forbidden"));
}

void OpenWorkTest::aListWithNothingReadableIsMissing()
{
    for (const char *list : {"null", "7", R"({"issueCount": 2, "nodes": [null, null]})", R"({"issueCount": 2, "nodes": null})",
                             R"({"nodes": [{}, {"title": ""}]})", R"({"nodes": [[1]]})"}) {
        const QByteArray body = QByteArray(R"({"data": {"viewer": {"login": "ada", "pullRequests": {"totalCount": 0, "nodes": []}},
            "reviews": {"issueCount": 0, "nodes": []}, "issues": )") + list + "}}";
        const Result<OpenWork> work = read(body);
        QVERIFY(work);
        QVERIFY2(!work->issues && work->isPartial(), list);
        QVERIFY(work->reviews && work->reviews->items.isEmpty());
    }
    const Result<OpenWork> nothing = read(R"({"data": {"viewer": {"login": "ada", "pullRequests": null}, "reviews": null}})");
    QCOMPARE(nothing.error().code, QStringLiteral("open_work"));
}

void OpenWorkTest::anAnswerWithoutDataIsMalformedAndSaysWhatTheServerSaid()
{
    for (const char *body : {"", "{}", "<html>", R"({"data": null, "errors": [{"message": "no such field"}]})"}) {
        const Result<OpenWork> work = read(body);
        QVERIFY(!work);
        QCOMPARE(work.error().kind, Error::Kind::Malformed);
    }
    QCOMPARE(read(R"({"data": null, "errors": [{"message": "no such field"}]})").error().detail,
             QStringLiteral("no such field"));
}

} // namespace tst_openwork

LATCHKEY_TEST(tst_openwork, OpenWorkTest, QCoreApplication)

#include "tst_openwork.moc"
