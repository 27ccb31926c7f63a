// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/strictaccessmanager.h"
#include "support/browser.h"
#include "support/scriptedserver.h"
#include "support/test.h"

#include <QAuthenticator>
#include <QNetworkReply>
#include <QSignalSpy>

namespace tst_strictaccessmanager {

using Manner = ScriptedServer::Manner;

const QString path = QStringLiteral("/x");

struct World
{
    ScriptedServer server;
    http::StrictAccessManager network;

    QNetworkRequest request() const
    {
        QNetworkRequest request(server.at(path));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("text/plain"));
        return request;
    }

    /// Waits until a request has ended, and a little longer for a repeat of it.
    static void finish(QNetworkReply *reply)
    {
        const std::unique_ptr<QNetworkReply> owner(reply);
        QSignalSpy finished(reply, &QNetworkReply::finished);
        if (!finished.wait())
            qFatal("a request without end");
        settle();
    }
};

class TestStrictAccessManager : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhoAsksAndAsksForJson();
    void bodyArrivesWhole_data();
    void bodyArrivesWhole();
    void cookiesAreNeitherKeptNorSent();
    void redirectIsFollowedOnlyWhereTheRequestAllowsIt();
    void nothingIsSentTwiceWhenTheConnectionBreaks();
    void aConnectionOpenedAheadIsTheOneThatIsUsed();
    void nothingIsOpenedWhereThereIsAFreeConnection();
    void challengeIsAnsweredByNobody_data();
    void challengeIsAnsweredByNobody();
};

void TestStrictAccessManager::saysWhoAsksAndAsksForJson()
{
    World world;
    world.finish(world.network.get(world.request()));
    QNetworkRequest image = world.request();
    image.setRawHeader("Accept", "image/*");
    world.finish(world.network.get(image));
    QCOMPARE(world.server.requests().size(), 2);
    QCOMPARE(world.server.requests().first().header("User-Agent"), "Latchkey/" LATCHKEY_VERSION);
    QCOMPARE(world.server.requests().first().header("Accept"), "application/json");
    QCOMPARE(world.server.requests().last().header("Accept"), "image/*");
}

void TestStrictAccessManager::bodyArrivesWhole_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("short") << QByteArray("code=1");
    QTest::newRow("binary") << QByteArray("\0\r\n\xff\0", 5);
    QTest::newRow("60 KB") << QByteArray(60'000, 'x');
}

void TestStrictAccessManager::bodyArrivesWhole()
{
    QFETCH(QByteArray, body);
    World world;
    world.finish(world.network.post(world.request(), body));
    world.finish(world.network.sendCustomRequest(world.request(), "DELETE", body));
    QCOMPARE(world.server.requests().size(), 2);
    for (const loopback::Request &request : world.server.requests()) {
        QCOMPARE(request.body, body);
        QCOMPARE(request.header("Content-Length").toLongLong(), body.size());
    }
}

void TestStrictAccessManager::cookiesAreNeitherKeptNorSent()
{
    World world;
    world.server.answer(path, {{.headers = {{"Set-Cookie", "session=1; Path=/"}}}});
    world.finish(world.network.get(world.request()));
    world.finish(world.network.get(world.request()));
    QCOMPARE(world.server.requests().size(), 2);
    QVERIFY(world.server.requests().last().header("Cookie").isNull());
}

void TestStrictAccessManager::redirectIsFollowedOnlyWhereTheRequestAllowsIt()
{
    World world;
    const QString target = QStringLiteral("/target");
    world.server.answer(path, redirectTo(world.server.at(target)));
    world.finish(world.network.get(world.request()));
    QCOMPARE(world.server.requestsAt(target).size(), 0);

    QNetworkRequest request = world.request();
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::SameOriginRedirectPolicy);
    world.finish(world.network.get(request));
    QCOMPARE(world.server.requestsAt(target).size(), 1);
}

/// Qt must not repeat a request on its own: the server may already have consumed the code or the refresh token.
void TestStrictAccessManager::nothingIsSentTwiceWhenTheConnectionBreaks()
{
    World world;
    world.server.answer(path, {{}, Manner::Reset});
    world.finish(world.network.post(world.request(), "code=1"));
    QCOMPARE(world.server.requests().size(), 1);
    QCOMPARE(world.server.requests().first().body, "code=1");
}

void TestStrictAccessManager::aConnectionOpenedAheadIsTheOneThatIsUsed()
{
    World world;
    world.server.answer(path, {{}, Manner::Hang});
    world.network.keepConnected(world.server.origin());
    QTRY_COMPARE(world.server.openConnectionCount(), 1);
    QCOMPARE(world.server.requests().size(), 0);
    world.network.post(world.request(), "code=1");
    QTRY_COMPARE(world.server.requests().size(), 1);
    QCOMPARE(world.server.openConnectionCount(), 1);
}

void TestStrictAccessManager::nothingIsOpenedWhereThereIsAFreeConnection()
{
    World world;
    world.network.connectAhead(world.server.origin());
    QTRY_COMPARE(world.server.openConnectionCount(), 1);
    world.network.connectAhead(world.server.origin());
    settle();
    QCOMPARE(world.server.openConnectionCount(), 1);
}

void TestStrictAccessManager::challengeIsAnsweredByNobody_data()
{
    QTest::addColumn<bool>("isTold");
    QTest::newRow("even if Qt's flow has an answer") << false;
    QTest::newRow("and Qt's flow is not asked") << true;
}

void TestStrictAccessManager::challengeIsAnsweredByNobody()
{
    QFETCH(bool, isTold);
    World world;
    world.server.answer(path, {{.status = 401, .headers = {{"WWW-Authenticate", "Basic realm=\"x\""}}}});
    int askedCount = 0;
    connect(&world.network, &QNetworkAccessManager::authenticationRequired, this,
            [&](QNetworkReply *, QAuthenticator *authenticator) {
                ++askedCount;
                authenticator->setUser(QStringLiteral("client"));
            });
    if (isTold)
        world.network.answerNoChallenges();
    world.finish(world.network.get(world.request()));
    QCOMPARE(askedCount, isTold ? 0 : 1);
    QCOMPARE(world.server.requests().size(), 1);
    QVERIFY(world.server.requests().first().header("Authorization").isNull());
}

} // namespace tst_strictaccessmanager

LATCHKEY_TEST(tst_strictaccessmanager, TestStrictAccessManager, QCoreApplication)

#include "tst_strictaccessmanager.moc"
