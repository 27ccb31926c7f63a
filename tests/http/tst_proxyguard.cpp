// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/answer.h"
#include "http/proxy/proxyguard.h"
#include "http/strictaccessmanager.h"
#include "support/browser.h"
#include "support/certificate.h"
#include "support/scriptedproxy.h"
#include "support/test.h"

#include <QCryptographicHash>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSslServer>

namespace tst_proxyguard {

using namespace std::chrono_literals;

const QUrl url(QStringLiteral("https://latchkey.invalid/x"));

QByteArray refusal(const QByteArray &status, const QByteArray &headers = {})
{
    return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: 0\r\nConnection: close\r\n\r\n";
}

QByteArray keptOpen(const QByteArray &status, const QByteArray &headers)
{
    return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: 0\r\nConnection: keep-alive\r\n\r\n";
}

/// Promises to keep the connection, and closes it.
QByteArray silentlyClosed(const QByteArray &status, const QByteArray &headers)
{
    return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: 0\r\n\r\n";
}

const QByteArray challenge407 = "407 Proxy Authentication Required";
const QByteArray ntlm = "Proxy-Authenticate: Negotiate\r\nProxy-Authenticate: NTLM\r\n";
const QByteArray ntlmChallenge = "Proxy-Authenticate: NTLM TlRMTVNTUAACAAAAAAAAADgAAAAFgomiESIzRFVmd4gAAAAAAAAAAAAAAAA4AAAABgEA"
                                 "AAAAAA8=\r\n";
const QByteArray basic = "Proxy-Authenticate: Basic realm=\"office\"\r\n";
const QByteArray digest = "Proxy-Authenticate: Digest realm=\"office\", nonce=\"abc\", qop=\"auth\"\r\n";

/// A first request, with or without a body, through a proxy.
http::Answer answered(const QNetworkProxy &proxy, std::optional<Error> *error = nullptr, const QUrl &to = url,
                      const http::AnswerLimits &limits = {})
{
    http::StrictAccessManager network(limits);
    network.setProxy(proxy);
    QNetworkReply *reply = network.get(QNetworkRequest(to));
    std::optional<Result<http::Answer>> result;
    QObject::connect(reply, &QNetworkReply::finished, reply, [&] { result = http::readAnswer(*reply); });
    if (!QTest::qWaitFor([&] { return result.has_value(); }, 20'000))
        qFatal("a request without end");
    if (!*result && error)
        *error = result->error();
    return *result ? **result : http::Answer();
}

/// Answers every request with the same body.
class TlsServer
{
public:
    TlsServer(const Certificate &certificate, const QByteArray &body)
    {
        m_server.setSslConfiguration(certificate.configuration());
        QObject::connect(&m_server, &QTcpServer::pendingConnectionAvailable, &m_server, [this, body] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, body] {
                socket->readAll();
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
            });
        });
        m_server.listen(QHostAddress(QHostAddress::LocalHost));
    }

    quint16 port() const { return m_server.serverPort(); }

private:
    QSslServer m_server;
};

QByteArray md5(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Md5).toHex();
}

QByteArray fieldOf(const QByteArray &head, const char *name)
{
    const QRegularExpression field(QStringLiteral("\\b%1=\"?([^\",\r]*)").arg(QLatin1String(name)));
    return field.match(QString::fromLatin1(head)).captured(1).toLatin1();
}

/// RFC 7616 §3.4.1.
bool isRightDigest(const QByteArray &head)
{
    const QByteArray who = md5("ada:office:sesame");
    const QByteArray what = md5("CONNECT:latchkey.invalid:443");
    const QByteArray expected = md5(who + ":abc:" + fieldOf(head, "nc") + ':' + fieldOf(head, "cnonce") + ":auth:" + what);
    return fieldOf(head, "response") == expected;
}

class ProxyGuardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_before = QSslConfiguration::defaultConfiguration(); }
    void cleanup() { QSslConfiguration::setDefaultConfiguration(m_before); }

    void aProxyThatLetsNothingThroughIsNamedAndAskedAtMostThreeTimes_data();
    void aProxyThatLetsNothingThroughIsNamedAndAskedAtMostThreeTimes();
    void manyRequestsAtOnceAskAProxyThatRefusesAtMostThreeTimes_data();
    void manyRequestsAtOnceAskAProxyThatRefusesAtMostThreeTimes();
    void manyRequestsAtOnceAreAllAnswered();
    void aProxyThatIsGoneIsNamed_data();
    void aProxyThatIsGoneIsNamed();
    void aProxyThatHangsIsNamedBeforeTheRequestTimesOut();
    void aPasswordInTheUrlOpensTheTunnel_data();
    void aPasswordInTheUrlOpensTheTunnel();
    void anAnswerComesThroughWhole();
    void aManagerMayGoBeforeTheFirstByteOfTheServer();
    void requestsOfOtherProgramsAreNotPassedOn_data();
    void requestsOfOtherProgramsAreNotPassedOn();
    void theProxySeesNoKey();
    void aProxyOfAnotherKindIsNamedAndNotAsked();

private:
    QSslConfiguration m_before;
};

void ProxyGuardTest::aProxyThatLetsNothingThroughIsNamedAndAskedAtMostThreeTimes_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("hasName");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("requests");
    const auto row = [](const char *name, const QByteArray &answer, const char *code, int requests = 1, bool hasName = false) {
        QTest::newRow(name) << answer << hasName << QString::fromLatin1(code) << requests;
    };
    for (const char *status : {"302 Found", "400 Bad Request", "403 Forbidden", "404 Not Found", "405 Method Not Allowed",
                               "429 Too Many Requests", "500 Internal Server Error", "502 Bad Gateway",
                               "503 Service Unavailable", "504 Gateway Timeout"})
        row(status, refusal(status), ("proxy_" + QByteArray(status).left(3)).constData());
    row("NTLM and Negotiate", refusal(challenge407, ntlm), "proxy_ntlm", 2);
    row("NTLM and Negotiate with a name", refusal(challenge407, ntlm), "proxy_ntlm", 2, true);
    row("NTLM and Negotiate, kept open", keptOpen(challenge407, ntlm), "proxy_ntlm", 2);
    row("NTLM and Negotiate, kept open, with a name", keptOpen(challenge407, ntlm), "proxy_ntlm", 2, true);
    row("NTLM and Negotiate, closed without a word", silentlyClosed(challenge407, ntlm), "proxy_ntlm", 2);
    row("NTLM and Negotiate of HTTP/1.0", "HTTP/1.0 407 No\r\n" + ntlm + "\r\nA page without a length", "proxy_ntlm", 2);
    row("NTLM challenges of HTTP/1.0", "HTTP/1.0 407 No\r\n" + ntlmChallenge + "\r\n", "proxy_ntlm", 2, true);
    row("NTLM challenges, closed without a word", silentlyClosed(challenge407, ntlmChallenge), "proxy_wrong_password", 3, true);
    row("NTLM and Negotiate with a page", "HTTP/1.1 407 No\r\n" + ntlm + "Content-Length: 9\r\nConnection: keep-alive\r\n\r\n<html></>",
        "proxy_ntlm", 2);
    row("NTLM and Negotiate with a chunked page",
        "HTTP/1.1 407 No\r\n" + ntlm + "Transfer-Encoding: chunked\r\nConnection: keep-alive\r\n\r\n1\r\nx\r\n0\r\n\r\n", "proxy_ntlm", 2);
    row("Basic refused, closed without a word", silentlyClosed(challenge407, basic), "proxy_wrong_password", 2, true);
    row("NTLM alone", refusal(challenge407, "Proxy-Authenticate: NTLM\r\n"), "proxy_ntlm", 1);
    row("NTLM in small letters", refusal(challenge407, "proxy-authenticate: ntlm\r\n"), "proxy_ntlm", 1);
    row("Negotiate alone", keptOpen(challenge407, "Proxy-Authenticate: Negotiate\r\n"), "proxy", 1);
    row("NTLM and Basic", refusal(challenge407, ntlm + basic), "proxy_ntlm", 2);
    row("Negotiate and NTLM in one header", keptOpen(challenge407, "Proxy-Authenticate: Negotiate, NTLM\r\n"), "proxy_ntlm", 2, true);
    row("NTLM challenges, closed by a list", "HTTP/1.1 407 No\r\n" + ntlmChallenge + "Content-Length: 0\r\nConnection: keep-alive, close\r\n\r\n",
        "proxy_ntlm", 2, true);
    row("the same NTLM challenge for ever", keptOpen(challenge407, ntlmChallenge), "proxy_wrong_password", 3, true);
    row("Basic without a name", refusal(challenge407, basic), "proxy_password");
    row("Basic refused", refusal(challenge407, basic), "proxy_wrong_password", 2, true);
    row("Basic refused, kept open", keptOpen(challenge407, basic), "proxy_wrong_password", 2, true);
    row("Digest without a name", refusal(challenge407, digest), "proxy_password");
    row("Digest refused", refusal(challenge407, digest), "proxy_wrong_password", 2, true);
    row("Digest that is stale for ever",
        keptOpen(challenge407, "Proxy-Authenticate: Digest realm=\"office\", nonce=\"abc\", stale=true\r\n"),
        "proxy_wrong_password", 2, true);
    row("no challenge", refusal(challenge407), "proxy_password");
    row("an unknown challenge", refusal(challenge407, "Proxy-Authenticate: Bearer\r\n"), "proxy_password");
    row("closed", {}, "proxy_closed");
    row("garbage", QByteArray("\0\1garbage\r\n\r\n", 13), "proxy_unreadable");
    row("another protocol", "220 mail.example ESMTP\r\n", "proxy_unreadable");
    row("half an answer", "HTTP/1.1 200 Connection est", "proxy_closed");
    row("no status", "HTTP/1.1 yes\r\n\r\n", "proxy_unreadable");
    row("a head without end", "HTTP/1.1 200 OK\r\nX: " + QByteArray(100'000, 'x'), "proxy_unreadable");
    row("opened and closed", "HTTP/1.1 200 Connection established\r\n\r\n", "proxy_broken");
    row("opened to something else", "HTTP/1.1 200 Connection established\r\n\r\n<html>Welcome</html>", "proxy_not_tls");
}

void ProxyGuardTest::aProxyThatLetsNothingThroughIsNamedAndAskedAtMostThreeTimes()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const bool, hasName);
    QFETCH(const QString, code);
    QFETCH(const int, requests);
    const ScriptedProxy proxy(answer);
    std::optional<Error> error;
    answered(hasName ? proxy.proxy(QStringLiteral("ada"), QStringLiteral("sesame")) : proxy.proxy(), &error);
    QVERIFY(error);
    QCOMPARE(error->code, code);
    QCOMPARE(error->kind, Error::Kind::Unreachable);
    QCOMPARE(error->detail, proxy.name());
    settle();
    QCOMPARE(proxy.heads().size(), requests);
    QVERIFY(requests <= 3);
}

void ProxyGuardTest::manyRequestsAtOnceAskAProxyThatRefusesAtMostThreeTimes_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("NTLM and Negotiate") << refusal(challenge407, ntlm);
    QTest::newRow("Basic") << refusal(challenge407, basic);
    QTest::newRow("closed") << QByteArray();
}

void ProxyGuardTest::manyRequestsAtOnceAskAProxyThatRefusesAtMostThreeTimes()
{
    QFETCH(const QByteArray, answer);
    const ScriptedProxy proxy(answer);
    http::StrictAccessManager network;
    network.setProxy(proxy.proxy(QStringLiteral("ada"), QStringLiteral("sesame")));
    QList<QNetworkReply *> replies;
    for (int i = 0; i < 4; ++i)
        replies.append(network.get(QNetworkRequest(url)));
    replies.append(network.get(QNetworkRequest(QUrl(QStringLiteral("https://api.latchkey.invalid/x")))));
    for (QNetworkReply *reply : replies) {
        QTRY_VERIFY(reply->isFinished());
        QVERIFY(http::readAnswer(*reply).error().code.startsWith(QLatin1String("proxy_")));
    }
    settle();
    QVERIFY2(proxy.heads().size() <= 3, qPrintable(QString::number(proxy.heads().size())));
}

void ProxyGuardTest::manyRequestsAtOnceAreAllAnswered()
{
    const Certificate certificate(QStringLiteral("DNS:latchkey.invalid"));
    certificate.trust();
    const TlsServer server(certificate, "{}");
    const ScriptedProxy proxy([](const QByteArray &) { return QByteArray("HTTP/1.1 200 OK\r\n\r\n"); }, server.port());
    http::StrictAccessManager network;
    network.setProxy(proxy.proxy());
    QList<QNetworkReply *> replies;
    for (int i = 0; i < 20; ++i)
        replies.append(network.get(QNetworkRequest(url)));
    for (QNetworkReply *reply : replies) {
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->error(), QNetworkReply::NoError);
    }
}

void ProxyGuardTest::aProxyThatIsGoneIsNamed_data()
{
    QTest::addColumn<QNetworkProxy::ProxyType>("type");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QUrl>("to");
    QTest::addColumn<QString>("code");
    const QUrl plain(QStringLiteral("http://latchkey.invalid/x"));
    const auto closed = QStringLiteral("127.0.0.1");
    const auto unknown = QStringLiteral("proxy.invalid");
    using Proxy = QNetworkProxy;
    QTest::newRow("refused") << Proxy::HttpProxy << closed << url << QStringLiteral("proxy_refused");
    QTest::newRow("no address") << Proxy::HttpProxy << unknown << url << QStringLiteral("proxy_not_found");
    QTest::newRow("refused, for http") << Proxy::HttpProxy << closed << plain << QStringLiteral("proxy_refused");
    QTest::newRow("no address, for http") << Proxy::HttpProxy << unknown << plain << QStringLiteral("proxy_not_found");
    QTest::newRow("refused, SOCKS") << Proxy::Socks5Proxy << closed << url << QStringLiteral("proxy");
    QTest::newRow("no address, SOCKS") << Proxy::Socks5Proxy << unknown << url << QStringLiteral("proxy_not_found");
}

void ProxyGuardTest::aProxyThatIsGoneIsNamed()
{
    QFETCH(const QNetworkProxy::ProxyType, type);
    QFETCH(const QString, host);
    QFETCH(const QUrl, to);
    QFETCH(const QString, code);
    std::optional<Error> error;
    answered({type, host, 1, QStringLiteral("ada"), QStringLiteral("sesame")}, &error, to);
    QVERIFY(error);
    QCOMPARE(error->code, code);
    QCOMPARE(error->detail, host + QStringLiteral(":1"));
}

void ProxyGuardTest::aProxyThatHangsIsNamedBeforeTheRequestTimesOut()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress(QHostAddress::LocalHost)));
    std::optional<Error> error;
    answered({QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), silent.serverPort()}, &error, url, {.silence = 600ms});
    QVERIFY(error);
    QCOMPARE(error->code, QStringLiteral("proxy_timed_out"));
}

void ProxyGuardTest::aPasswordInTheUrlOpensTheTunnel_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("Basic") << refusal(challenge407, basic);
    QTest::newRow("Basic, kept open") << keptOpen(challenge407, basic);
    QTest::newRow("Digest") << refusal(challenge407, digest);
    QTest::newRow("Digest, kept open") << keptOpen(challenge407, digest);
    QTest::newRow("Basic with a page") << "HTTP/1.1 407 No\r\n" + basic + "Content-Length: 13\r\n\r\n<html></html>";
    QTest::newRow("Basic with a page, kept open")
        << "HTTP/1.1 407 No\r\n" + basic + "Connection: keep-alive\r\nContent-Length: 13\r\n\r\n<html></html>";
    QTest::newRow("Digest with a long page, kept open")
        << "HTTP/1.1 407 No\r\n" + digest + "Connection: keep-alive\r\nContent-Length: 900000\r\n\r\n" + QByteArray(900'000, 'x');
    QTest::newRow("Basic with a chunked page, kept open")
        << "HTTP/1.1 407 No\r\n" + basic + "Transfer-Encoding: chunked\r\nConnection: keep-alive\r\n\r\n1\r\nx\r\n0\r\n\r\n";
    QTest::newRow("Basic second in a header") << keptOpen(challenge407, "Proxy-Authenticate: Bearer, Basic realm=\"office\"\r\n");
    QTest::newRow("Digest second in a header")
        << keptOpen(challenge407, "Proxy-Authenticate: Bearer realm=\"a, Basic\" , Digest realm=\"office\", nonce=\"abc\",qop=\"auth\"\r\n");
}

void ProxyGuardTest::aPasswordInTheUrlOpensTheTunnel()
{
    QFETCH(const QByteArray, answer);
    const Certificate certificate(QStringLiteral("DNS:latchkey.invalid"));
    certificate.trust();
    const TlsServer server(certificate, "{}");
    const ScriptedProxy proxy([&](const QByteArray &head) {
        const bool isRight = head.contains("\r\nProxy-Authorization: Basic " + QByteArray("ada:sesame").toBase64() + "\r\n")
            || isRightDigest(head);
        return isRight ? QByteArray("HTTP/1.1 200 Connection established\r\n\r\n") : answer;
    }, server.port());
    QCOMPARE(answered(proxy.proxy(QStringLiteral("ada"), QStringLiteral("sesame"))).status, 200);
    QCOMPARE(proxy.heads().size(), 2);
}

void ProxyGuardTest::anAnswerComesThroughWhole()
{
    const Certificate certificate(QStringLiteral("DNS:latchkey.invalid"));
    certificate.trust();
    const QByteArray body(3'000'000, 'x');
    const TlsServer server(certificate, body);
    const ScriptedProxy proxy([](const QByteArray &) { return QByteArray("HTTP/1.1 200 OK\r\n\r\n"); },
                              server.port());
    QCOMPARE(answered(proxy.proxy()).body, body);
}

/// For AddressSanitizer: a tunnel touched members that were gone.
void ProxyGuardTest::aManagerMayGoBeforeTheFirstByteOfTheServer()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress(QHostAddress::LocalHost)));
    const ScriptedProxy proxy([](const QByteArray &) { return QByteArray("HTTP/1.1 200 OK\r\n\r\n"); }, silent.serverPort());
    auto network = std::make_unique<http::StrictAccessManager>();
    network->setProxy(proxy.proxy());
    network->get(QNetworkRequest(url));
    QTRY_VERIFY(silent.hasPendingConnections());
    const QTcpSocket *server = silent.nextPendingConnection();
    QTRY_VERIFY(server->bytesAvailable() > 0);
    network.reset();
    settle();
    QCOMPARE(proxy.heads().size(), 1);
}

void ProxyGuardTest::requestsOfOtherProgramsAreNotPassedOn_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("no key") << QByteArray("CONNECT github.com:443 HTTP/1.1\r\nHost: github.com\r\n\r\n");
    QTest::newRow("a wrong key") << QByteArray("CONNECT github.com:443 HTTP/1.1\r\nX-Latchkey-Key: 0\r\n\r\n");
    QTest::newRow("a page") << QByteArray("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    QTest::newRow("a head without end") << QByteArray("CONNECT github.com:443 HTTP/1.1\r\n" + QByteArray(100'000, 'x'));
    QTest::newRow("nothing") << QByteArray();
}

void ProxyGuardTest::requestsOfOtherProgramsAreNotPassedOn()
{
    QFETCH(const QByteArray, request);
    const ScriptedProxy proxy("HTTP/1.1 200 OK\r\n\r\n");
    const http::ProxyGuard guard(proxy.proxy(), 200ms);
    QTcpSocket stranger;
    stranger.setProxy(QNetworkProxy::NoProxy);
    stranger.connectToHost(guard.guarded().hostName(), guard.guarded().port());
    stranger.write(request);
    QTRY_COMPARE(stranger.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(stranger.readAll(), QByteArray());
    QVERIFY(proxy.heads().isEmpty());
}

void ProxyGuardTest::theProxySeesNoKey()
{
    const ScriptedProxy proxy(refusal("403 Forbidden"));
    answered(proxy.proxy());
    QCOMPARE(proxy.heads().size(), 1);
    QVERIFY(proxy.heads().first().startsWith("CONNECT latchkey.invalid:443 HTTP/1.1\r\n"));
    QVERIFY(!proxy.heads().first().contains("Latchkey-Key"));
}

void ProxyGuardTest::aProxyOfAnotherKindIsNamedAndNotAsked()
{
    const ScriptedProxy proxy(refusal("403 Forbidden"));
    QNetworkProxy other = proxy.proxy();
    http::markUnsupported(other);
    std::optional<Error> error;
    answered(other, &error);
    QVERIFY(error);
    QCOMPARE(error->code, QStringLiteral("proxy_unsupported"));
    QCOMPARE(error->detail, proxy.name());
    QVERIFY(proxy.heads().isEmpty());
}

} // namespace tst_proxyguard

LATCHKEY_TEST(tst_proxyguard, ProxyGuardTest, QCoreApplication)

#include "tst_proxyguard.moc"
