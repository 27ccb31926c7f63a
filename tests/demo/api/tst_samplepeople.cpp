// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/democlient.h"

#include "support/test.h"

#include <QSet>

namespace tst_samplepeople {

QString latin1(const char *text)
{
    return QLatin1String(text);
}

/// Somebody has signed in at the demo with all scopes.
struct World
{
    explicit World(const QString &login = demo::Login::userName()) : client(server)
    {
        server.listen();
        client.user = login;
        client.scope = latin1("read:user notifications repo");
        token = client.signIn().value(latin1("access_token")).toString();
    }

    HttpReply get(const char *path) { return client.get(latin1(path), token); }
    QJsonArray list(const char *path) { return QJsonDocument::fromJson(get(path).body).array(); }

    QJsonObject overview(int year = 0)
    {
        QNetworkRequest request(server.graphqlUrl());
        request.setRawHeader("Authorization", "Bearer " + token.toLatin1());
        request.setHeader(QNetworkRequest::ContentTypeHeader, latin1("application/json"));
        const QJsonObject period{{latin1("from"), latin1("%1-01-01T00:00:00Z").arg(year)}, {latin1("to"), latin1("%1-12-31T23:59:59Z").arg(year)}};
        const QJsonObject body{{latin1("query"), latin1("query Overview { viewer { login } }")},
                               {latin1("variables"), year ? period : QJsonObject()}};
        return client.send("POST", request, QJsonDocument(body).toJson()).json()[u"data"][u"viewer"].toObject();
    }

    demo::FaultyProvider server;
    DemoClient client;
    QString token;
};

class SamplePeopleTest : public QObject
{
    Q_OBJECT

    static void addPeople()
    {
        QTest::addColumn<QString>("login");
        for (const QString &login : demo::Login::userNames())
            QTest::addRow("%s", qPrintable(login)) << login;
    }

private Q_SLOTS:
    void eachUserSeesTheirOwnAccount_data() { addPeople(); }
    void eachUserSeesTheirOwnAccount()
    {
        QFETCH(QString, login);
        World world(login);
        QCOMPARE(world.get("/user").json().value(latin1("login")).toString(), login);
        QCOMPARE(world.overview()[u"login"].toString(), login);
        QVERIFY(world.list("/user/repos").size() >= 5);
        QVERIFY(world.list("/user/starred").size() >= 3);
        QVERIFY(world.list("/notifications").size() >= 3);
    }

    void twoUsersHaveDifferentPictures()
    {
        World ada;
        World bo(latin1("bo-demo"));
        const auto picture = [](World &world) {
            return world.client.send("GET", QNetworkRequest(QUrl(world.get("/user").json()[u"avatar_url"].toString()))).body;
        };
        QVERIFY(picture(ada).startsWith("\x89PNG") && picture(bo).startsWith("\x89PNG"));
        QVERIFY(picture(ada) != picture(bo));
    }

    void tokensRememberWhoseTheyAreWhenTheyAreRenewed()
    {
        World world(latin1("bo-demo"));
        const QString refreshToken = world.client.signIn().value(latin1("refresh_token")).toString();
        world.token = world.client.refresh(refreshToken).value(latin1("access_token")).toString();
        QCOMPARE(world.get("/user").json().value(latin1("login")).toString(), latin1("bo-demo"));
    }

    void theNumbersOfRepositoriesAddUp_data() { addPeople(); }
    void theNumbersOfRepositoriesAddUp()
    {
        QFETCH(QString, login);
        World world(login);
        const QJsonObject account = world.get("/user").json();
        int isPublic = 0;
        int isPrivate = 0;
        QSet<QString> names;
        for (const QJsonValue &repository : world.list("/user/repos?per_page=100")) {
            names.insert(repository[u"full_name"].toString());
            if (repository[u"owner"][u"login"].toString() == login)
                ++(repository[u"private"].toBool() ? isPrivate : isPublic);
        }
        QCOMPARE(account[u"public_repos"].toInt(), isPublic);
        QCOMPARE(account[u"owned_private_repos"].toInt(), isPrivate);
        QCOMPARE(account[u"total_private_repos"].toInt(), isPrivate);
        for (const QJsonValue &one : world.overview()[u"contributionsCollection"][u"commitContributionsByRepository"].toArray())
            QVERIFY2(names.contains(one[u"repository"][u"nameWithOwner"].toString()), qPrintable(one[u"repository"][u"nameWithOwner"].toString()));
    }

    void pinnedRepositoriesSayWhatTheListSays_data() { addPeople(); }
    void pinnedRepositoriesSayWhatTheListSays()
    {
        QFETCH(QString, login);
        World world(login);
        QHash<QString, QJsonObject> repositories;
        for (const QJsonValue &repository : world.list("/user/repos?per_page=100"))
            repositories.insert(repository[u"full_name"].toString(), repository.toObject());
        const QJsonArray pinned = world.overview()[u"pinnedItems"][u"nodes"].toArray();
        QVERIFY(!pinned.isEmpty());
        for (const QJsonValue &one : pinned) {
            const QJsonObject listed = repositories.value(one[u"nameWithOwner"].toString());
            QCOMPARE(one[u"stargazerCount"].toInt(), listed[u"stargazers_count"].toInt());
            QCOMPARE(one[u"forkCount"].toInt(), listed[u"forks_count"].toInt());
            QCOMPARE(one[u"description"].toString(), listed[u"description"].toString());
            QCOMPARE(one[u"primaryLanguage"][u"name"].toString(), listed[u"language"].toString());
        }
    }

    void theNumbersOfContributionsAddUp_data()
    {
        QTest::addColumn<QString>("login");
        QTest::addColumn<int>("year");
        for (const QString &login : demo::Login::userNames()) {
            for (const int year : {0, 2026, 2022, 2015})
                QTest::addRow("%s %d", qPrintable(login), year) << login << year;
        }
    }

    void theNumbersOfContributionsAddUp()
    {
        QFETCH(QString, login);
        QFETCH(int, year);
        World world(login);
        const QJsonObject all = world.overview(year)[u"contributionsCollection"].toObject();
        const QJsonObject calendar = all[u"contributionCalendar"].toObject();
        int onDays = 0;
        for (const QJsonValue &week : calendar[u"weeks"].toArray()) {
            for (const QJsonValue &day : week[u"contributionDays"].toArray())
                onDays += day[u"contributionCount"].toInt();
        }
        int byKind = 0;
        for (const char *kind : {"totalCommitContributions", "totalIssueContributions", "totalPullRequestContributions",
                                 "totalPullRequestReviewContributions"})
            byKind += all[QLatin1String(kind)].toInt();
        int byRepository = 0;
        for (const QJsonValue &one : all[u"commitContributionsByRepository"].toArray())
            byRepository += one[u"contributions"][u"totalCount"].toInt();
        QCOMPARE(calendar[u"totalContributions"].toInt(), onDays);
        QCOMPARE(byKind, onDays);
        QCOMPARE(byRepository, all[u"totalCommitContributions"].toInt());
        QCOMPARE(onDays > 0, year != 2015 || login == latin1("ada-demo")); // Bo came later.
    }

    void repositoriesAreOfEveryKind()
    {
        World world;
        const QJsonArray all = world.list("/user/repos?per_page=100");
        QCOMPARE(all.size(), 30);
        int members = 0;
        int forks = 0;
        int archived = 0;
        int hidden = 0;
        QSet<QString> languages;
        for (const QJsonValue &repository : all) {
            members += repository[u"owner"][u"login"].toString() != latin1("ada-demo") ? 1 : 0;
            forks += repository[u"fork"].toBool() ? 1 : 0;
            archived += repository[u"archived"].toBool() ? 1 : 0;
            hidden += repository[u"private"].toBool() ? 1 : 0;
            languages.insert(repository[u"language"].toString());
        }
        QVERIFY(members >= 3 && forks >= 2 && archived >= 2 && hidden >= 2 && languages.size() >= 12);
        QCOMPARE(world.list("/user/starred?per_page=100").size(), 20);
    }

    void theInboxHasEveryKindOfRow()
    {
        World world;
        QSet<QString> reasons;
        QSet<QString> types;
        for (const QJsonValue &one : world.list("/notifications")) {
            reasons.insert(one[u"reason"].toString());
            types.insert(one[u"subject"][u"type"].toString());
        }
        for (const char *reason : {"review_requested", "author", "ci_activity", "assign", "mention", "team_mention", "comment",
                                   "subscribed", "invitation", "security_alert", "approval_requested", "state_change"})
            QVERIFY2(reasons.contains(latin1(reason)), reason);
        for (const char *type : {"PullRequest", "Issue", "CheckSuite", "WorkflowRun", "Discussion", "Release", "Commit",
                                 "RepositoryInvitation", "RepositoryVulnerabilityAlert"})
            QVERIFY2(types.contains(latin1(type)), type);
    }

    void nothingNamesTheLoopbackAddressAsAWebsite()
    {
        World world;
        const QJsonObject account = world.get("/user").json();
        QCOMPARE(account[u"blog"].toString(), latin1("https://ada.example"));
        for (const QJsonValue &one : world.overview()[u"socialAccounts"][u"nodes"].toArray())
            QVERIFY(!one[u"url"].toString().contains(world.server.origin().host()));
    }

    void anotherAccountCanBeChosenInTheSameBrowser()
    {
        World world;
        const QUrl again = world.client.authorizationUrl(world.client.authorizationRequest());
        QVERIFY(world.client.send("GET", QNetworkRequest(again)).body.contains("<strong>ada-demo</strong>"));
        QUrl choosing = again;
        choosing.setQuery(again.query(QUrl::FullyEncoded) + latin1("&prompt=select_account"));
        QVERIFY(world.client.send("GET", QNetworkRequest(choosing)).body.contains("name=\"password\""));
        world.client.user = latin1("bo-demo");
        const QUrl back = world.client.logIn(choosing).location;
        QVERIFY(!back.isEmpty());
        world.client.logIn(again);
        QVERIFY(world.client.send("GET", QNetworkRequest(again)).body.contains("<strong>bo-demo</strong>"));
        QUrl asked = again;
        asked.setQuery(again.query(QUrl::FullyEncoded) + latin1("&login=ada-demo"));
        QVERIFY(world.client.send("GET", QNetworkRequest(asked)).body.contains("name=\"password\""));
    }

    void whatNotificationsLeadToHasAPage()
    {
        World world;
        for (const char *path : {"/ada-demo/ninja-graph/pull/214", "/ada-demo/tidewatch/releases", "/ada-demo/ninja-graph/actions",
                                 "/harbour-works/gangway/discussions", "/sourdough-club/starter/invitations",
                                 "/ada-demo/crumb/security/dependabot", "/copper-kettle/steamline", "/bo-demo", "/bo-demo/birdlog"})
            QCOMPARE(world.client.send("GET", QNetworkRequest(world.server.origin().resolved(QUrl(latin1(path))))).status, 200);
    }
};

} // namespace tst_samplepeople

LATCHKEY_TEST(tst_samplepeople, SamplePeopleTest, QCoreApplication)

#include "tst_samplepeople.moc"
