// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/code/loopbackredirect.h"
#include "support/browser.h"
#include "support/listeningsockets.h"
#include "support/scriptedserver.h"
#include "support/test.h"

#include <QFile>
#include <QSignalSpy>

namespace tst_loopbackredirect {

using namespace oauth;

const QString path = QStringLiteral("/oauth/callback");
const QString state = QStringLiteral("S3cret-state_of.this~attempt");

struct World
{
    LoopbackRedirect listening{path};
    QSignalSpy redirected{&listening, &LoopbackRedirect::redirected};
    Browser browser;

    World()
    {
        if (!listening.expect(state, 0))
            qFatal("nothing can listen on 127.0.0.1");
    }

    QUrl redirectUri() const { return QUrl(listening.uri()); }
    QByteArray host() const { return redirectUri().authority().toLatin1(); }

    QUrl redirect(const QString &query) const
    {
        QUrl url = redirectUri();
        url.setQuery(query);
        return url;
    }
    QUrl goodRedirect() const { return redirect(QStringLiteral("code=c1&state=") + state); }

    QByteArray request(const QByteArray &method, const QByteArray &target) const
    {
        return method + ' ' + target + " HTTP/1.1\r\nHost: " + host() + "\r\n\r\n";
    }
    QByteArray goodTarget() const { return goodRedirect().toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority); }
};

class TestLoopbackRedirect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingListensBeforeAndAfter();
    void onlyTheLoopbackAddressIsOpen();
    void takenPortIsReported();
    void fixedPortIsUsed();
    void redirectUriHasTheAddressAndDoesNotChange();
    void redirectIsAnnouncedOnceAndAnsweredAtTheEnd();
    void repeatedRedirectGetsTheSamePage();
    void headersInTwoSegmentsAreOneRedirect();
    void headersByteByByteAreOneRedirect();
    void otherRequestsAreRefused_data();
    void otherRequestsAreRefused();
    void requestWithoutTheStateChangesNothing_data();
    void requestWithoutTheStateChangesNothing();
    void repeatedParameterIsIgnored();
    void hugeRequestIsRefusedAndTheAttemptContinues();
    void junkAndSilenceDoNotBlockTheBrowser();
    void repliesNeverRevealTheState();
    void pagesDifferAndSupportDarkMode();
    void pageHasNoScriptAndIsNotCached();
};

void TestLoopbackRedirect::nothingListensBeforeAndAfter()
{
    if (!QFile::exists(QStringLiteral("/proc/self/net/tcp")))
        QSKIP("needs /proc/self/net/tcp");
    const QStringList before = listeningSockets();
    LoopbackRedirect listening(path);
    QCOMPARE(listeningSockets(), before);

    QVERIFY(listening.expect(state, 0));
    QCOMPARE(listeningSockets().size(), before.size() + 1);
    QVERIFY(canConnect(QUrl(listening.uri())));

    listening.conclude(RedirectOutcome::Accepted);
    QCOMPARE(listeningSockets(), before);
    QVERIFY(!canConnect(QUrl(listening.uri())));
}

void TestLoopbackRedirect::onlyTheLoopbackAddressIsOpen()
{
    if (!QFile::exists(QStringLiteral("/proc/self/net/tcp")))
        QSKIP("needs /proc/self/net/tcp");
    const QStringList before = listeningSockets();
    World world;
    QStringList opened = listeningSockets();
    for (const QString &socket : before)
        opened.removeOne(socket);
    const QString port = QStringLiteral("%1").arg(world.redirectUri().port(), 4, 16, QLatin1Char('0')).toUpper();
    QCOMPARE(opened, QStringList(QStringLiteral("0100007F:") + port));
    // Only a server that listens on all addresses is reachable here.
    QVERIFY(!canConnect(world.redirectUri(), QStringLiteral("127.0.0.2")));
}

void TestLoopbackRedirect::takenPortIsReported()
{
    ScriptedServer other;
    LoopbackRedirect listening(path);
    QVERIFY(!listening.expect(state, quint16(other.origin().port())));
    QVERIFY(listening.uri().isEmpty());
}

void TestLoopbackRedirect::fixedPortIsUsed()
{
    const auto port = quint16(std::make_unique<ScriptedServer>()->origin().port());
    LoopbackRedirect listening(path);
    QVERIFY(listening.expect(state, port));
    QCOMPARE(QUrl(listening.uri()).port(), int(port));
}

void TestLoopbackRedirect::redirectUriHasTheAddressAndDoesNotChange()
{
    World world;
    const QString uri = world.listening.uri();
    QCOMPARE(uri, QStringLiteral("http://127.0.0.1:%1/oauth/callback").arg(world.redirectUri().port()));
    world.listening.conclude(RedirectOutcome::Accepted);
    QCOMPARE(world.listening.uri(), uri);
}

void TestLoopbackRedirect::redirectIsAnnouncedOnceAndAnsweredAtTheEnd()
{
    World world;
    const auto page = world.browser.visit(world.goodRedirect());
    QTRY_COMPARE(world.redirected.count(), 1);
    const auto response = world.redirected.first().first().value<QUrlQuery>();
    QCOMPARE(response.queryItemValue(QStringLiteral("code")), QStringLiteral("c1"));

    settle();
    QVERIFY(!page->isFinished);
    world.listening.conclude(RedirectOutcome::Accepted);
    QTRY_VERIFY(page->isFinished);
    QCOMPARE(page->status, 200);
    QCOMPARE(page->kind(), QStringLiteral("accepted"));
}

void TestLoopbackRedirect::repeatedRedirectGetsTheSamePage()
{
    World world;
    const auto first = world.browser.visit(world.goodRedirect());
    const auto second = world.browser.visit(world.redirect(QStringLiteral("code=other&state=") + state));
    QTRY_COMPARE(world.redirected.count(), 1);
    settle();
    QCOMPARE(world.redirected.count(), 1);
    QVERIFY(!second->isFinished);

    world.listening.conclude(RedirectOutcome::Denied);
    QTRY_VERIFY(first->isFinished && second->isFinished);
    QCOMPARE(first->kind(), QStringLiteral("denied"));
    QCOMPARE(second->html, first->html);
    QCOMPARE(world.redirected.count(), 1);
}

void TestLoopbackRedirect::headersInTwoSegmentsAreOneRedirect()
{
    World world;
    const QByteArray request = world.request("GET", world.goodTarget());
    RawClient client(world.redirectUri());
    client.send(request.first(request.size() - 20));
    settle();
    QCOMPARE(world.redirected.count(), 0);
    client.send(request.last(20));
    QTRY_COMPARE(world.redirected.count(), 1);
}

void TestLoopbackRedirect::headersByteByByteAreOneRedirect()
{
    World world;
    RawClient client(world.redirectUri());
    for (const char byte : world.request("GET", world.goodTarget())) {
        client.send(QByteArray(1, byte));
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(world.redirected.count(), 1);
}

void TestLoopbackRedirect::otherRequestsAreRefused_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("status");
    const auto add = [](const char *name, const char *method, const QByteArray &path, int status,
                        const QByteArray &host = {}) {
        const QByteArray target = path.contains('?') ? path : path + "?code=c1&state=" + state.toLatin1();
        QTest::newRow(name) << QByteArray(method) << target << host << status;
    };
    add("only the beginning of the path is right", "GET", "/oauth/callbackxyz", 404);
    add("a folder below", "GET", "/oauth/callback/", 404);
    add("the folder above", "GET", "/oauth", 404);
    add("other case", "GET", "/OAuth/Callback", 404);
    add("the root", "GET", "/", 404);
    add("favicon", "GET", "/favicon.ico?", 404);
    add("POST", "POST", "/oauth/callback", 405);
    add("HEAD", "HEAD", "/oauth/callback", 405);
    add("PUT", "PUT", "/oauth/callback", 405);
    add("OPTIONS", "OPTIONS", "/oauth/callback", 405);
    add("an unknown method", "SIGNIN", "/oauth/callback", 405);
    add("another name as Host", "GET", "/oauth/callback", 400, "evil.example");
    add("localhost as Host", "GET", "/oauth/callback", 400, "localhost");
    add("the address without a port as Host", "GET", "/oauth/callback", 400, "127.0.0.1");
    add("absolute URL as target", "GET", "http://127.0.0.1/oauth/callback", 400);
    add("not HTTP", "\x16\x03\x01", "/oauth/callback", 400);
}

void TestLoopbackRedirect::otherRequestsAreRefused()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, host);
    QFETCH(int, status);
    World world;
    QByteArray request = world.request(method, target);
    if (!host.isEmpty())
        request.replace("Host: " + world.host(), "Host: " + host);
    RawClient client(world.redirectUri());
    client.send(request);
    QTRY_COMPARE(client.status(), status);
    QCOMPARE(world.redirected.count(), 0);

    world.browser.visit(world.goodRedirect());
    QTRY_COMPARE(world.redirected.count(), 1);
}

void TestLoopbackRedirect::requestWithoutTheStateChangesNothing_data()
{
    QTest::addColumn<QString>("query");
    const QString wrongState = QString(state).replace(0, 1, QLatin1Char('s'));
    const auto add = [](const char *name, const QString &query) { QTest::newRow(name) << query; };
    add("no query", {});
    add("code without state", QStringLiteral("code=c1"));
    add("empty state", QStringLiteral("code=c1&state="));
    add("wrong state", QStringLiteral("code=c1&state=") + wrongState);
    add("state of another case", QStringLiteral("code=c1&state=") + state.toUpper());
    add("only the beginning of the state", QStringLiteral("code=c1&state=") + state.chopped(1));
    add("state and more", QStringLiteral("code=c1&state=") + state + QLatin1Char('x'));
    add("state twice, right and wrong", QStringLiteral("code=c1&state=%1&state=%2").arg(state, wrongState));
    add("state twice, both right", QStringLiteral("code=c1&state=%1&state=%1").arg(state));
    add("error without state", QStringLiteral("error=access_denied"));
    add("error with wrong state", QStringLiteral("error=access_denied&state=") + wrongState);
}

void TestLoopbackRedirect::requestWithoutTheStateChangesNothing()
{
    QFETCH(QString, query);
    World world;
    const auto page = world.browser.visit(world.redirect(query));
    QTRY_VERIFY(page->isFinished);
    QCOMPARE(page->status, 400);
    QCOMPARE(page->kind(), QStringLiteral("foreign"));
    QVERIFY(page->html.contains(QLatin1String("not from the sign-in")));
    QCOMPARE(world.redirected.count(), 0);

    world.browser.visit(world.goodRedirect());
    QTRY_COMPARE(world.redirected.count(), 1);
}

void TestLoopbackRedirect::repeatedParameterIsIgnored()
{
    World world;
    world.browser.visit(world.redirect(QStringLiteral("code=c1&code=c2&state=") + state));
    QTRY_COMPARE(world.redirected.count(), 1);
    const auto response = world.redirected.first().first().value<QUrlQuery>();
    QVERIFY(!loopback::formValue(response, QStringLiteral("code")));
}

void TestLoopbackRedirect::hugeRequestIsRefusedAndTheAttemptContinues()
{
    World world;
    RawClient client(world.redirectUri());
    client.send("GET /oauth/callback?x=" + QByteArray(64 * 1024, 'x'));
    QTRY_COMPARE(client.status(), 431);
    world.browser.visit(world.goodRedirect());
    QTRY_COMPARE(world.redirected.count(), 1);
}

void TestLoopbackRedirect::junkAndSilenceDoNotBlockTheBrowser()
{
    World world;
    std::vector<std::unique_ptr<RawClient>> silent;
    for (int i = 0; i < 200; ++i) {
        silent.push_back(std::make_unique<RawClient>(world.redirectUri()));
        if (i % 2)
            silent.back()->send("GET /oauth");
        QCoreApplication::processEvents();
    }
    const auto page = world.browser.visit(world.goodRedirect());
    QTRY_COMPARE(world.redirected.count(), 1);
    world.listening.conclude(RedirectOutcome::Accepted);
    QTRY_COMPARE(page->kind(), QStringLiteral("accepted"));
}

void TestLoopbackRedirect::repliesNeverRevealTheState()
{
    World world;
    RawClient wrongPath(world.redirectUri());
    wrongPath.send(world.request("GET", "/other?code=geheim&state=x"));
    RawClient wrongState(world.redirectUri());
    wrongState.send(world.request("GET", "/oauth/callback?code=geheim&state=<script>"));
    RawClient right(world.redirectUri());
    right.send(world.request("GET", world.goodTarget()));
    QTRY_COMPARE(world.redirected.count(), 1);
    world.listening.conclude(RedirectOutcome::Failed);
    for (RawClient *client : {&wrongPath, &wrongState, &right}) {
        QTRY_VERIFY(client->status() >= 400);
        QVERIFY(!client->received().contains("geheim"));
        QVERIFY(!client->received().contains("<script"));
        QVERIFY(!client->received().contains(state.toLatin1()));
    }
}

void TestLoopbackRedirect::pagesDifferAndSupportDarkMode()
{
    const std::pair<RedirectOutcome, int> outcomes[] = {
        {RedirectOutcome::Accepted, 200},
        {RedirectOutcome::Denied, 403},
        {RedirectOutcome::Failed, 502},
        {RedirectOutcome::Foreign, 400},
    };
    QSet<QString> headings;
    QSet<QString> kinds;
    for (const auto &[outcome, status] : outcomes) {
        World world;
        const auto page = world.browser.visit(world.goodRedirect());
        QTRY_COMPARE(world.redirected.count(), 1);
        world.listening.conclude(outcome);
        QTRY_VERIFY(page->isFinished);
        QCOMPARE(page->status, status);
        QVERIFY(page->html.contains(QLatin1String("prefers-color-scheme: dark")));
        QVERIFY(!page->html.contains(QLatin1Char('@') + QStringLiteral("HEADING")));
        kinds.insert(page->kind());
        headings.insert(page->html.section(QStringLiteral("<h1>"), 1).section(QStringLiteral("</h1>"), 0, 0));
    }
    QCOMPARE(kinds.size(), 4);
    QCOMPARE(headings.size(), 4);
    QVERIFY(!headings.contains(QString()));
}

void TestLoopbackRedirect::pageHasNoScriptAndIsNotCached()
{
    World world;
    RawClient client(world.redirectUri());
    client.send(world.request("GET", world.goodTarget()));
    QTRY_COMPARE(world.redirected.count(), 1);
    world.listening.conclude(RedirectOutcome::Accepted);
    QTRY_VERIFY(client.received().contains("</html>"));
    QVERIFY(!client.received().contains("<script"));
    for (const char *header :
         {"Cache-Control: no-store\r\n", "Referrer-Policy: no-referrer\r\n",
          "Content-Security-Policy: default-src 'none'", "Content-Type: text/html; charset=utf-8\r\n"})
        QVERIFY2(client.received().contains(header), header);
}

} // namespace tst_loopbackredirect

LATCHKEY_TEST(tst_loopbackredirect, TestLoopbackRedirect, QCoreApplication)

#include "tst_loopbackredirect.moc"
