// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/democlient.h"

#include "support/test.h"

namespace tst_restapi {

QString latin1(const char *text)
{
    return QLatin1String(text);
}

struct World
{
    World()
    {
        server.listen();
        token = newToken();
    }

    QString newToken() { return client.signIn().value(latin1("access_token")).toString(); }
    HttpReply get(const char *path) { return client.get(latin1(path), token); }

    HttpReply getUserAs(const QByteArray &authorization, const QByteArray &method = "GET")
    {
        QNetworkRequest request(QUrl(server.apiBaseUrl().toString() + latin1("/user")));
        if (!authorization.isEmpty())
            request.setRawHeader("Authorization", authorization);
        return client.send(method, request);
    }

    HttpReply picture(const QByteArray &etag = {})
    {
        QNetworkRequest request(QUrl(server.account().value(latin1("avatar_url")).toString()));
        if (!etag.isEmpty())
            request.setRawHeader("If-None-Match", etag);
        return client.send("GET", request);
    }

    demo::FaultyProvider server;
    DemoClient client{server};
    QString token;
};

class RestApiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothSchemesOfGitHubAreAccepted_data()
    {
        QTest::addColumn<QByteArray>("scheme");
        QTest::addColumn<int>("status");
        QTest::newRow("Bearer") << QByteArray("Bearer ") << 200;
        QTest::newRow("bearer") << QByteArray("bearer ") << 200;
        QTest::newRow("token") << QByteArray("token ") << 200;
        QTest::newRow("another one") << QByteArray("Digest ") << 401;
        QTest::newRow("none") << QByteArray() << 401;
    }

    void bothSchemesOfGitHubAreAccepted()
    {
        QFETCH(QByteArray, scheme);
        QFETCH(int, status);
        World world;
        QCOMPARE(world.getUserAs(scheme + world.token.toLatin1()).status, status);
    }

    void anInvalidTokenIsRefusedAsOnGitHub()
    {
        World world;
        for (const QByteArray &authorization : {QByteArray("Bearer wrong"), QByteArray()}) {
            const HttpReply reply = world.getUserAs(authorization);
            QCOMPARE(reply.status, 401);
            QCOMPARE(reply.json().value(latin1("message")).toString(), latin1("Bad credentials"));
            QCOMPARE(reply.json().value(latin1("status")).toString(), latin1("401"));
            QVERIFY(reply.headers.contains("x-github-request-id"));
            QVERIFY(!reply.headers.contains("x-oauth-scopes"));
        }
    }

    void answersHaveGitHubsHeaders()
    {
        World world;
        const HttpReply reply = world.get("/user");
        QCOMPARE(reply.headers.value("x-oauth-scopes"), QByteArray("read:user, user:email"));
        QCOMPARE(reply.headers.value("x-ratelimit-limit"), QByteArray("5000"));
        QCOMPARE(reply.headers.value("x-ratelimit-resource"), QByteArray("core"));
        QVERIFY(reply.headers.value("x-ratelimit-reset").toLongLong() > QDateTime::currentSecsSinceEpoch());
        QVERIFY(reply.headers.contains("x-github-media-type"));
        QVERIFY(reply.headers.value("cache-control").startsWith("private, max-age=60"));
        QVERIFY(reply.headers.value("etag").startsWith("W/\""));
    }

    void tagsDependOnTheToken()
    {
        World world;
        const QByteArray first = world.get("/user").headers.value("etag");
        const HttpReply second = world.client.get(latin1("/user"), world.newToken(), first);
        QCOMPARE(second.status, 200);
        QVERIFY(second.headers.value("etag") != first);
    }

    void aChangedAccountHasAnotherTag()
    {
        World world;
        const QByteArray etag = world.get("/user").headers.value("etag");
        world.server.account().insert(latin1("bio"), QJsonValue::Null);
        const HttpReply reply = world.client.get(latin1("/user"), world.token, etag);
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.json().value(latin1("bio")).isNull());
    }

    void anUnchangedAnswerIsEmptyAndDoesNotCount()
    {
        World world;
        const QByteArray etag = world.get("/user").headers.value("etag");
        const HttpReply reply = world.client.get(latin1("/user"), world.token, "\"other\", " + etag.mid(2));
        QCOMPARE(reply.status, 304);
        QVERIFY(reply.body.isEmpty());
        QCOMPARE(reply.headers.value("etag"), etag);
        QCOMPARE(reply.headers.value("x-ratelimit-used"), QByteArray("1"));
    }

    void headSendsOnlyHeaders()
    {
        World world;
        const HttpReply reply = world.getUserAs("Bearer " + world.token.toLatin1(), "HEAD");
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.body.isEmpty());
        QVERIFY(reply.headers.value("content-length").toInt() > 0);
    }

    void othersSeeNothingPrivate()
    {
        World world;
        const QJsonObject account = world.get("/users/ada-demo").json();
        QCOMPARE(account.value(latin1("name")).toString(), QStringLiteral("Ada Nordström"));
        QVERIFY(!account.contains(latin1("plan")));
        QVERIFY(!account.contains(latin1("two_factor_authentication")));
        QCOMPARE(world.get("/users/somebody").status, 404);
    }

    void allUrlsAreAtTheDemo()
    {
        World world;
        for (const char *path : {"/user", "/users/ada-demo", "/user/repos"}) {
            const HttpReply reply = world.get(path);
            QVERIFY(reply.body.contains(world.server.origin().toEncoded()));
            QVERIFY(!reply.body.contains("https://demo.invalid"));
        }
    }

    void changesBeforeListeningAreKept()
    {
        demo::FaultyProvider server;
        server.account().insert(latin1("name"), latin1("Somebody"));
        QVERIFY(server.listen());
        QCOMPARE(server.account().value(latin1("name")).toString(), latin1("Somebody"));
        QVERIFY(server.account().value(latin1("avatar_url")).toString().startsWith(server.origin().toString()));
    }

    void followingTheLinksFindsEachRepositoryOnce()
    {
        World world;
        static const QRegularExpression next(latin1("<([^>]+)>; rel=\"next\""));
        const qsizetype baseLength = world.server.apiBaseUrl().toString().size();
        QStringList names;
        QString path = latin1("/user/repos?per_page=5");
        for (int page = 1; !path.isEmpty() && page < 20; ++page) {
            const HttpReply reply = world.client.get(path, world.token);
            const QJsonArray repositories = QJsonDocument::fromJson(reply.body).array();
            for (const QJsonValue &repository : repositories)
                names.append(repository[u"full_name"].toString());
            path = next.match(QString::fromLatin1(reply.headers.value("link"))).captured(1).mid(baseLength);
        }
        QCOMPARE(names.size(), 30);
        QCOMPARE(names.removeDuplicates(), 0);
    }

    void oddPagesAreEmptyOrTheFirst_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("count");
        QTest::newRow("none") << QByteArray() << 30;
        QTest::newRow("behind the last") << QByteArray("?page=99") << 0;
        QTest::newRow("far behind the last") << QByteArray("?page=2147483647&per_page=100") << 0;
        QTest::newRow("negative") << QByteArray("?page=-1&per_page=-5") << 30;
        QTest::newRow("words") << QByteArray("?page=a&per_page=b") << 30;
    }

    void oddPagesAreEmptyOrTheFirst()
    {
        QFETCH(QByteArray, query);
        QFETCH(int, count);
        World world;
        const HttpReply reply = world.get("/user/repos" + query);
        QCOMPARE(reply.status, 200);
        QCOMPARE(QJsonDocument::fromJson(reply.body).array().size(), count);
    }

    void thePictureIsPublicAndSentOnce()
    {
        World world;
        const HttpReply first = world.picture();
        QCOMPARE(first.status, 200);
        QCOMPARE(first.headers.value("content-type"), QByteArray("image/png"));
        QVERIFY(first.body.startsWith("\x89PNG"));
        QCOMPARE(world.picture(first.headers.value("etag")).status, 304);
    }

    void notificationsNeedTheirScope_data()
    {
        QTest::addColumn<QString>("scope");
        QTest::addColumn<int>("status");
        QTest::newRow("none of them") << QStringLiteral("read:user") << 403;
        QTest::newRow("notifications") << QStringLiteral("read:user notifications") << 200;
        QTest::newRow("repo") << QStringLiteral("read:user repo") << 200;
    }

    void notificationsNeedTheirScope()
    {
        QFETCH(QString, scope);
        QFETCH(int, status);
        World world;
        world.client.scope = scope;
        const HttpReply reply = world.client.get(latin1("/notifications"), world.newToken());
        QCOMPARE(reply.status, status);
        if (status == 403)
            QCOMPARE(reply.headers.value("x-accepted-oauth-scopes"), QByteArray("notifications, repo"));
        else
            QCOMPARE(reply.headers.value("x-poll-interval"), QByteArray("60"));
    }

    void readThreadsAreNotInTheNextAnswer()
    {
        World world;
        world.client.scope = latin1("notifications");
        const QString token = world.newToken();
        const auto threads = [&] { return QJsonDocument::fromJson(world.client.get(latin1("/notifications"), token).body).array(); };
        QCOMPARE(threads().size(), 17);
        QCOMPARE(world.client.change("PATCH", latin1("/notifications/threads/7001"), token).status, 205);
        QCOMPARE(threads().size(), 16);
        QCOMPARE(world.client.change("PUT", latin1("/repos/ada-demo/ninja-graph/notifications"), token).status, 205);
        QCOMPARE(threads().size(), 14);
        for (const QJsonValue &thread : threads())
            QVERIFY(thread[u"repository"][u"full_name"].toString() != latin1("ada-demo/ninja-graph"));
        QCOMPARE(world.client.change("PATCH", latin1("/notifications/threads/1"), token).status, 404);
        QCOMPARE(world.client.change("DELETE", latin1("/notifications/threads/7004"), token).status, 404);
        QCOMPARE(world.client.change("PATCH", latin1("/notifications/threads/7004"), world.token).status, 403);
        QCOMPARE(threads().size(), 14);
    }

    void unknownPathsAreNotFound()
    {
        World world;
        QCOMPARE(world.get("/user/emails").status, 404);
        QCOMPARE(world.getUserAs("Bearer " + world.token.toLatin1(), "POST").status, 404);
    }
};

} // namespace tst_restapi

LATCHKEY_TEST(tst_restapi, RestApiTest, QCoreApplication)

#include "tst_restapi.moc"
