// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "github/openwork.h"
#include "github/overview.h"
#include "support/faultyprovider.h"
#include "support/test.h"

#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include "demo/democlient.h"

namespace tst_graphqlapi {

const QString checker = QStringLiteral(LATCHKEY_GRAPHQL_DIR "/check.mjs");
const QString schema = QStringLiteral(LATCHKEY_GRAPHQL_DIR "/node_modules");

/// Validates a query, and an answer to it if there is one, with graphql.js. Returns node's messages.
struct Verdict
{
    int exitCode;
    QByteArray text;
};

Verdict check(const QByteArray &query, const QByteArray &answer = {})
{
    QTemporaryDir folder;
    QStringList arguments{checker};
    for (const auto &[name, content] : {std::pair("query", query), {"answer", answer}}) {
        QFile file(folder.filePath(QLatin1String(name)));
        if (content.isEmpty() || !file.open(QIODevice::WriteOnly))
            continue;
        file.write(content);
        arguments.append(file.fileName());
    }
    QProcess node;
    node.start(QStringLiteral("node"), arguments);
    node.waitForFinished(-1);
    return {node.exitCode(), node.readAllStandardOutput() + node.readAllStandardError()};
}

template<typename Request>
QByteArray queryOf(const Request &request)
{
    return QJsonDocument::fromJson(request.body)[u"query"].toString().toUtf8();
}

struct World
{
    explicit World(const char *scope = "read:user") : server({.clientSecret = QStringLiteral("demo secret")}), client(server)
    {
        client.scope = QLatin1String(scope);
        if (!server.listen())
            qFatal("the demo provider cannot listen");
        token = client.signIn().value(QLatin1String("access_token")).toString().toLatin1();
    }

    github::Request<github::Overview> question(int year = 0) const
    {
        return github::overview(QUrl(server.apiBaseUrl().toString() + QStringLiteral("/graphql")), year);
    }

    github::Request<github::OpenWork> work() const { return github::openWork(server.graphqlUrl()); }

    template<typename Request>
    HttpReply ask(Request question)
    {
        question.request.setRawHeader("Authorization", "Bearer " + token);
        return client.send("POST", question.request, question.body);
    }

    demo::FaultyProvider server;
    DemoClient client;
    QByteArray token;
};

class GraphQlApiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOverviewIsReadBack()
    {
        World world;
        const Result<github::Overview> overview = world.question().read({.status = 200, .body = world.ask(world.question()).body});
        QVERIFY(overview);
        QCOMPARE(overview->status, QStringLiteral("Writing release notes"));
        QCOMPARE(overview->pinned->entries.size(), 6);
        QCOMPARE(overview->pinned->entries.first().page.host(), QStringLiteral("127.0.0.1"));
        QCOMPARE(overview->organizations->entries.size(), 2);
        const auto &days = overview->contributions->calendar.days;
        QCOMPARE(days.last().date, QDateTime::currentDateTimeUtc().date());
        QCOMPARE(days.first().date.dayOfWeek(), int(Qt::Sunday));
        QCOMPARE(days.size(), days.first().date.daysTo(days.last().date) + 1);
        qint64 total = 0;
        for (const github::ContributionDay &day : days)
            total += day.count;
        QCOMPARE(overview->contributions->calendar.total, total);
    }

    void aYearIsAnsweredFromItsFirstDayToItsLast()
    {
        World world;
        const Result<github::Overview> overview = world.question(2020).read({.status = 200, .body = world.ask(world.question(2020)).body});
        QVERIFY(overview);
        QCOMPARE(overview->contributions->calendar.days.size(), 366);
        QCOMPARE(overview->contributions->calendar.days.first().date, QDate(2020, 1, 1));
    }

    void theOpenWorkIsReadBack()
    {
        World world("read:user repo");
        const Result<github::OpenWork> work = world.work().read({.status = 200, .body = world.ask(world.work()).body});
        QVERIFY(work);
        QCOMPARE(work->reviews->items.size(), 2);
        QCOMPARE(work->pullRequests->total, 4);
        QCOMPARE(work->pullRequests->items.first().checks, github::Checks::Failed);
        QCOMPARE(work->pullRequests->items.first().labels.first().name, QStringLiteral("bug"));
        QCOMPARE(work->pullRequests->items.first().labels.first().color, QColor(0xd7, 0x3a, 0x4a));
        QVERIFY(work->pullRequests->items[2].isPrivate);
        QVERIFY(work->pullRequests->items[3].isDraft);
        QCOMPARE(work->issues->items.first().page.path(), QStringLiteral("/ada-demo/tidewatch/issues/88"));
    }

    void privateDataNeedsTheScopeForIt()
    {
        World world;
        const Result<github::OpenWork> work = world.work().read({.status = 200, .body = world.ask(world.work()).body});
        QVERIFY(work);
        QCOMPARE(work->pullRequests->total, 3);
        for (const github::WorkItem &item : work->pullRequests->items)
            QVERIFY(!item.isPrivate);
    }

    void requestsWithoutATokenAreRefused()
    {
        World world;
        world.token = "wrong";
        QCOMPARE(world.ask(world.question()).status, 401);
    }

    void anUnknownQueryIsAnError()
    {
        World world;
        github::Request<github::Overview> unknown = world.question();
        unknown.body = R"({"query": "{ viewer { login } }"})";
        const HttpReply reply = world.ask(unknown);
        QVERIFY(reply.json().contains(QLatin1String("errors")));
        const Result<github::Overview> overview = unknown.read({.status = 200, .body = reply.body});
        QVERIFY(!overview);
        QCOMPARE(overview.error().kind, Error::Kind::Malformed);
    }

    void theQueriesAndTheDemosAnswersFitGitHubsSchema()
    {
        if (!QFileInfo::exists(schema))
            QSKIP("the npm packages of tests/graphql are not installed; script/test does it");
        World world("read:user repo");
        const Verdict overview = check(queryOf(world.question()), world.ask(world.question()).body);
        QVERIFY2(overview.exitCode == 0, overview.text);
        const Verdict work = check(queryOf(world.work()), world.ask(world.work()).body);
        QVERIFY2(work.exitCode == 0, work.text);
    }

    void invalidAnswersAreFound()
    {
        if (!QFileInfo::exists(schema))
            QSKIP("the npm packages of tests/graphql are not installed; script/test does it");
        QCOMPARE(check("{ viewer { login salary } }").exitCode, 1);
        const QByteArray query = "{ viewer { login name } }";
        QCOMPARE(check(query, R"({"data": {"viewer": {"login": "ada", "name": null}}})").exitCode, 0);
        for (const char *answer : {R"({"data": {"viewer": {"login": null, "name": null}}})",
                                   R"({"data": {"viewer": {"login": "ada"}}})",
                                   R"({"data": {"viewer": {"login": "ada", "name": 7}}})",
                                   R"({"data": {"viewer": {"login": "ada", "name": "Ada", "bio": ""}}})"})
            QCOMPARE(check(query, answer).exitCode, 1);
    }
};

} // namespace tst_graphqlapi

LATCHKEY_TEST(tst_graphqlapi, GraphQlApiTest, QCoreApplication)

#include "tst_graphqlapi.moc"
