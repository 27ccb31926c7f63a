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
    void incompleteAnswerChangesNothing_data();
    void incompleteAnswerChangesNothing();
    void manyCookiesAreRead_data();
    void manyCookiesAreRead();
    void tooManyCookiesAreExplained();
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

void TestLoopbackRedirect::incompleteAnswerChangesNothing_data()
{
    QTest::addColumn<QString>("query");
    const auto add = [](const char *name, const char *query) { QTest::newRow(name) << QString::fromLatin1(query); };
    add("neither code nor error", "");
    add("an empty code", "code=&");
    add("an empty error", "error=&");
    add("an empty code and an empty error", "code=&error=&");
    add("two codes", "code=c1&code=c2&");
    add("the same code twice", "code=c1&code=c1&");
    add("two errors", "error=access_denied&error=server_error&");
    add("a code and two errors", "code=c1&error=a&error=b&");
    add("two issuers", "code=c1&iss=https%3A%2F%2Fa&iss=https%3A%2F%2Fa&");
    add("a token, as in the implicit grant", "access_token=a&");
    add("only a description", "error_description=no&");
}

/// RFC 6749 §3.1: parameters must not be repeated; §4.1.2: a code or an error is required.
void TestLoopbackRedirect::incompleteAnswerChangesNothing()
{
    QFETCH(QString, query);
    World world;
    const auto page = world.browser.visit(world.redirect(query + QStringLiteral("state=") + state));
    QTRY_VERIFY(page->isFinished);
    QCOMPARE(page->status, 400);
    QCOMPARE(page->kind(), QStringLiteral("incomplete"));
    QCOMPARE(world.redirected.count(), 0);

    world.browser.visit(world.goodRedirect());
    QTRY_COMPARE(world.redirected.count(), 1);
}

void TestLoopbackRedirect::manyCookiesAreRead_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("17 KB") << 17 * 1024;
    QTest::newRow("60 KB") << 60 * 1024;
}

/// In one line, and with all in one segment or in several.
void TestLoopbackRedirect::manyCookiesAreRead()
{
    QFETCH(int, size);
    for (const int segment : {1000, size}) {
        World world;
        RawClient client(world.redirectUri());
        QByteArray request = world.request("GET", world.goodTarget());
        request.replace("\r\n\r\n", "\r\nCookie: c=" + QByteArray(size, 'x') + "\r\n\r\n");
        for (qsizetype at = 0; at < request.size(); at += segment)
            client.send(request.mid(at, segment));
        QTRY_COMPARE(world.redirected.count(), 1);
        world.listening.conclude(RedirectOutcome::Accepted);
        QTRY_COMPARE(client.status(), 200);
    }
}

void TestLoopbackRedirect::tooManyCookiesAreExplained()
{
    World world;
    QSignalSpy refused(&world.listening, &LoopbackRedirect::cookiesRefused);
    const auto withCookies = [&world](const QByteArray &target) {
        return world.request("GET", target).replace("\r\n\r\n", "\r\nCookie: c=" + QByteArray(80 * 1024, 'x') + "\r\n\r\n");
    };
    RawClient client(world.redirectUri());
    client.send(withCookies(world.goodTarget()));
    QTRY_COMPARE(client.status(), 431);
    QTRY_VERIFY(client.received().contains("</html>"));
    QVERIFY(client.received().contains("Delete the cookies for 127.0.0.1"));
    QTRY_COMPARE(refused.count(), 1);
    QCOMPARE(world.redirected.count(), 0);
    // Somebody else's request does not reach the person.
    RawClient other(world.redirectUri());
    other.send(withCookies("/oauth/callback?code=c1&state=wrong"));
    QTRY_COMPARE(other.status(), 431);
    RawClient elsewhere(world.redirectUri());
    elsewhere.send(withCookies("/favicon.ico"));
    QTRY_COMPARE(elsewhere.status(), 431);
    settle();
    QCOMPARE(refused.count(), 1);

    world.browser.visit(world.goodRedirect());
    QTRY_COMPARE(world.redirected.count(), 1);
}

void TestLoopbackRedirect::hugeRequestIsRefusedAndTheAttemptContinues()
{
    World world;
    RawClient client(world.redirectUri());
    client.send("GET /oauth/callback?x=" + QByteArray(80 * 1024, 'x'));
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
        {RedirectOutcome::Incomplete, 400},
        {RedirectOutcome::TooLarge, 431},
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
    QCOMPARE(kinds.size(), 6);
    QCOMPARE(headings.size(), 6);
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
