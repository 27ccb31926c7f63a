// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/democlient.h"

#include "support/test.h"

#include <QTcpSocket>

#include <memory>

namespace tst_faultyprovider {

using demo::Endpoint;
using Kind = demo::Fault::Kind;

QString latin1(const char *text)
{
    return QLatin1String(text);
}

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

/// A client that asks once, and keeps what has come so far.
class Watcher
{
public:
    explicit Watcher(const QUrl &url)
    {
        m_socket.connectToHost(url.host(), quint16(url.port()));
        m_socket.write("GET " + url.path().toLatin1() + " HTTP/1.1\r\nHost: " + url.authority().toLatin1() + "\r\n\r\n");
    }

    QByteArray received()
    {
        m_received += m_socket.readAll();
        return m_received;
    }
    QByteArray body()
    {
        const qsizetype endOfHead = received().indexOf("\r\n\r\n");
        return endOfHead < 0 ? QByteArray() : m_received.sliced(endOfHead + 4);
    }
    bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    bool isGone() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }

private:
    QTcpSocket m_socket;
    QByteArray m_received;
};

struct World
{
    World() { server->listen(); }

    QUrl userinfo() const { return server->origin().resolved(QUrl(latin1("/userinfo"))); }
    int statusOfUserinfo() { return client.send("GET", QNetworkRequest(userinfo())).status; }

    std::unique_ptr<demo::FaultyProvider> server = std::make_unique<demo::FaultyProvider>();
    DemoClient client{*server};
};

class FaultyProviderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsAreCountedAndKept()
    {
        World world;
        QSignalSpy arrivals(world.server.get(), &demo::FaultyProvider::requestArrived);
        const QString token = text(world.client.signIn(), "access_token");
        world.client.get(latin1("/user"), token);
        QCOMPARE(world.server->requestCount(Endpoint::Login), 1);
        QCOMPARE(world.server->requestCount(Endpoint::Token), 1);
        QCOMPARE(world.server->requestCount(Endpoint::User), 1);
        QCOMPARE(world.server->requestCount(Endpoint::Avatar), 0);
        QCOMPARE(world.server->lastRequest(Endpoint::User).header("authorization"), "Bearer " + token.toLatin1());
        QCOMPARE(arrivals.last().first().value<Endpoint>(), Endpoint::User);
    }

    void missingEndpointsCanBeAnswered()
    {
        World world;
        QCOMPARE(world.statusOfUserinfo(), 404);
        world.server->misbehave(Endpoint::Userinfo, {.response = {.body = "{}"}});
        QCOMPARE(world.statusOfUserinfo(), 200);
        QCOMPARE(world.server->requestCount(Endpoint::Userinfo), 2);
    }

    void aHangDoesNotBlockOtherRequests()
    {
        World world;
        world.server->misbehave(Endpoint::Userinfo, {.kind = Kind::Hang});
        Watcher watcher(world.userinfo());
        QTRY_COMPARE(world.server->requestCount(Endpoint::Userinfo), 1);
        QCOMPARE(world.statusOfUserinfo(), 404);
        QVERIFY(watcher.isConnected());
        QVERIFY(watcher.received().isEmpty());
    }

    void aResetSendsNoAnswer()
    {
        World world;
        world.server->misbehave(Endpoint::Userinfo, {.kind = Kind::Reset});
        Watcher watcher(world.userinfo());
        QTRY_VERIFY(watcher.isGone());
        QCOMPARE(world.server->requestCount(Endpoint::Userinfo), 1);
        QVERIFY(watcher.received().isEmpty());
    }

    void aCutOffAnswerEndsInItsMiddle()
    {
        World world;
        world.server->misbehave(Endpoint::Userinfo, {.kind = Kind::CutOff, .response = {.body = "12345678"}});
        Watcher watcher(world.userinfo());
        QTRY_VERIFY(watcher.isGone());
        QVERIFY(watcher.received().contains("Content-Length: 8\r\n"));
        QCOMPARE(watcher.body(), QByteArray("1234"));
    }

    void aDrippingAnswerDoesNotEnd()
    {
        World world;
        world.server->misbehave(Endpoint::Userinfo, {.kind = Kind::Drip, .response = {.body = "{}"}});
        Watcher watcher(world.userinfo());
        QTRY_VERIFY(watcher.body().startsWith("{}  "));
        const qsizetype length = watcher.body().size();
        QTRY_VERIFY(watcher.body().size() > length + 2);
        QVERIFY(watcher.isConnected());
    }

    void theProviderMayBeDeletedWhileItDrips()
    {
        World world;
        world.server->misbehave(Endpoint::Userinfo, {.kind = Kind::Drip});
        Watcher watcher(world.userinfo());
        QTRY_VERIFY(!watcher.body().isEmpty());
        world.server.reset();
        QTRY_VERIFY(watcher.isGone());
    }

    void theClientMayDisconnectWhileItDrips()
    {
        World world;
        world.server->misbehave(Endpoint::Userinfo, {.kind = Kind::Drip});
        auto watcher = std::make_unique<Watcher>(world.userinfo());
        QTRY_VERIFY(!watcher->body().isEmpty());
        watcher.reset();
        QCOMPARE(world.statusOfUserinfo(), 404);
    }

    void aRefreshWhoseAnswerIsLostHasTakenEffect_data()
    {
        QTest::addColumn<demo::Fault>("fault");
        QTest::newRow("answer") << demo::Fault{.response = {.status = 502}, .afterEffect = true};
        // For all requests: where none is answered, QNetworkAccessManager sends even a POST again.
        QTest::newRow("reset") << demo::Fault{.kind = Kind::Reset, .times = -1, .afterEffect = true};
        QTest::newRow("cut off") << demo::Fault{.kind = Kind::CutOff, .afterEffect = true};
    }

    void aRefreshWhoseAnswerIsLostHasTakenEffect()
    {
        QFETCH(demo::Fault, fault);
        World world;
        const QString refreshToken = text(world.client.signIn(), "refresh_token");
        world.server->misbehave(Endpoint::Token, fault);
        QVERIFY(world.client.refresh(refreshToken).isEmpty());
        world.server->behave();
        QCOMPARE(world.server->liveTokenCount(), 2);
        QCOMPARE(text(world.client.refresh(refreshToken), "error"), latin1("bad_refresh_token"));
    }

    void aRefreshThatFailsHasNoEffect()
    {
        World world;
        const QString refreshToken = text(world.client.signIn(), "refresh_token");
        world.server->misbehave(Endpoint::Token, {.response = {.status = 502}});
        QVERIFY(world.client.refresh(refreshToken).isEmpty());
        QVERIFY(!text(world.client.refresh(refreshToken), "access_token").isEmpty());
    }

    void afterTheEffectTheRealAnswerIsCutOff()
    {
        World world;
        world.server->misbehave(Endpoint::Other, {.kind = Kind::CutOff, .afterEffect = true});
        Watcher watcher(world.server->origin().resolved(QUrl(latin1("/ada-demo"))));
        QTRY_VERIFY(watcher.isGone());
        QVERIFY(watcher.body().contains("<title>Ada Nordström"));
        QVERIFY(!watcher.body().contains("</html>"));
    }

    void aTakenPortIsReported()
    {
        World world;
        demo::FaultyProvider other;
        QVERIFY(!other.listen(quint16(world.server->origin().port())));
    }
};

} // namespace tst_faultyprovider

LATCHKEY_TEST(tst_faultyprovider, FaultyProviderTest, QCoreApplication)

#include "tst_faultyprovider.moc"
