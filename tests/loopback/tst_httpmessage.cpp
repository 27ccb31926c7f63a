// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loopback/httpmessage.h"

#include "support/test.h"

namespace tst_httpmessage {

using namespace loopback;

const QByteArray host = "127.0.0.1:4711";

auto parsed(const QByteArray &bytes)
{
    return parseRequest(bytes, host, Limits{});
}

QByteArray get(const QByteArray &target, const QByteArray &moreHeaders = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n" + moreHeaders + "\r\n";
}

class HttpMessageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRequestIsReadOnceItIsComplete()
    {
        const QByteArray bytes = get("/oauth/callback?code=a%2Fb&state=x+y");
        for (qsizetype length = 0; length < bytes.size(); ++length)
            QVERIFY(std::holds_alternative<std::monostate>(parsed(bytes.first(length))));
        const auto outcome = parsed(bytes);
        const auto *request = std::get_if<Request>(&outcome);
        QVERIFY(request);
        QCOMPARE(request->method, QByteArray("GET"));
        QCOMPARE(request->path, QStringLiteral("/oauth/callback"));
        QCOMPARE(formValue(request->query, QStringLiteral("code")).value(), QStringLiteral("a/b"));
        QCOMPARE(formValue(request->query, QStringLiteral("state")).value(), QStringLiteral("x y"));
    }

    void aQueryThatIsNotValidIsReadAsBrowsersSendIt_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QString>("read");
        QTest::newRow("percent sign alone") << QByteArray("100%") << QStringLiteral("100%");
        QTest::newRow("percent sign before letters") << QByteArray("100%+sure") << QStringLiteral("100% sure");
        QTest::newRow("bar") << QByteArray("a|b") << QStringLiteral("a|b");
        QTest::newRow("brackets and braces") << QByteArray("[a]{b}") << QStringLiteral("[a]{b}");
        QTest::newRow("backslash, caret, backtick") << QByteArray("a\\b^c`d") << QStringLiteral("a\\b^c`d");
        QTest::newRow("quotes") << QByteArray("\"a'b\"<c>") << QStringLiteral("\"a'b\"<c>");
        QTest::newRow("UTF-8") << QByteArray("Nordstr\xc3\xb6m") << QStringLiteral("Nordström");
        QTest::newRow("Latin-1") << QByteArray("Nordstr\xf6m") << QStringLiteral("Nordstr\ufffdm");
        QTest::newRow("question mark") << QByteArray("http://x/?y") << QStringLiteral("http://x/?y");
        QTest::newRow("escaped") << QByteArray("a%7Cb%25%26%3d%2B") << QStringLiteral("a|b%&=+");
    }

    void aQueryThatIsNotValidIsReadAsBrowsersSendIt()
    {
        QFETCH(QByteArray, sent);
        const auto outcome = parsed(get("/oauth/callback?x=" + sent + "&code=c&state=s"));
        const auto *request = std::get_if<Request>(&outcome);
        QVERIFY(request);
        QCOMPARE(request->path, QStringLiteral("/oauth/callback"));
        QTEST(formValue(request->query, QStringLiteral("x")).value(), "read");
        QCOMPARE(formValue(request->query, QStringLiteral("code")).value(), QStringLiteral("c"));
        QCOMPARE(formValue(request->query, QStringLiteral("state")).value(), QStringLiteral("s"));
    }

    void aBodyIsReadToItsLength()
    {
        const QByteArray head = "POST /t HTTP/1.1\r\nhost: " + host + "\r\ncontent-length: 5\r\n\r\n";
        QVERIFY(std::holds_alternative<std::monostate>(parsed(head + "1234")));
        const auto outcome = parsed(head + "12345678");
        QCOMPARE(std::get<Request>(outcome).body, QByteArray("12345"));
    }

    void invalidRequestsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::newRow("junk") << QByteArray("\x16\x03\x01 junk\r\n\r\n") << 400;
        QTest::newRow("another protocol") << QByteArray("GET / HTTP/2.0\r\nHost: " + host + "\r\n\r\n") << 400;
        QTest::newRow("absolute target") << get("http://evil.example/") << 400;
        QTest::newRow("bad escape") << get("/%zz") << 400;
        QTest::newRow("control character") << get("/\x01") << 400;
        QTest::newRow("control character in the query") << get("/?code=\x01") << 400;
        QTest::newRow("fragment") << get("/?code=c#x") << 400;
        QTest::newRow("control character in the host") << QByteArray("GET / HTTP/1.1\r\nHost: " + host + "\x01\r\n\r\n") << 400;
        QTest::newRow("control character in the length") << get("/", "Content-Length: 1\x01\r\n") << 400;
        QTest::newRow("no host") << QByteArray("GET / HTTP/1.1\r\n\r\n") << 400;
        QTest::newRow("another host") << QByteArray("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n") << 400;
        QTest::newRow("localhost") << QByteArray("GET / HTTP/1.1\r\nHost: localhost:4711\r\n\r\n") << 400;
        QTest::newRow("two hosts") << get("/", "Host: evil.example\r\n") << 400;
        QTest::newRow("folded header") << get("/", "A: b\r\n c\r\n") << 400;
        QTest::newRow("header without a name") << get("/", ": b\r\n") << 400;
        QTest::newRow("space before the colon") << get("/", "A : b\r\n") << 400;
        QTest::newRow("chunked body") << get("/", "Transfer-Encoding: chunked\r\n") << 501;
        QTest::newRow("two lengths") << get("/", "Content-Length: 1\r\nContent-Length: 2\r\n") << 400;
        QTest::newRow("negative length") << get("/", "Content-Length: -1\r\n") << 400;
        QTest::newRow("length with a sign") << get("/", "Content-Length: +1\r\n") << 400;
        QTest::newRow("length in words") << get("/", "Content-Length: many\r\n") << 400;
        QTest::newRow("large body") << get("/", "Content-Length: 10000000\r\n") << 413;
        QTest::newRow("large head") << get("/", "A: " + QByteArray(66000, 'a') + "\r\n") << 431;
        QTest::newRow("endless head") << QByteArray(66000, 'a') << 431;
    }

    void headersMayBeLarge_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::newRow("17 KB in one line") << "Cookie: " + QByteArray(17 * 1024, 'a') + "\r\n";
        QTest::newRow("63 KB in one line") << "Cookie: " + QByteArray(63 * 1024, 'a') + "\r\n";
        QTest::newRow("a control character in a cookie") << QByteArray("Cookie: a=\x01b\r\n");
        QTest::newRow("63 KB in many lines") << QByteArray("A: b\r\n").repeated(63 * 1024 / 6);
    }

    void headersMayBeLarge()
    {
        QFETCH(QByteArray, headers);
        const auto outcome = parsed(get("/oauth/callback?code=c", headers));
        QVERIFY(std::holds_alternative<Request>(outcome));
    }

    void whoseHeadersAreTooLargeIsKnown()
    {
        const auto requestOf = [](const QByteArray &bytes) { return std::get<Refusal>(parsed(bytes)).request; };
        const QByteArray large = "A: " + QByteArray(66000, 'a');
        const auto request = requestOf("GET /cb?state=s HTTP/1.1\r\n" + large);
        QVERIFY(request);
        QCOMPARE(request->path, QStringLiteral("/cb"));
        QCOMPARE(formValue(request->query, QStringLiteral("state")).value(), QStringLiteral("s"));
        QVERIFY(!requestOf("GET /cb?state=s" + QByteArray(66000, 'a')));
        QVERIFY(!requestOf("junk\r\n" + large));
    }

    void invalidRequestsAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        const auto outcome = parsed(bytes);
        const auto *refusal = std::get_if<Refusal>(&outcome);
        QVERIFY(refusal);
        QCOMPARE(refusal->status, status);
    }

    void aRepeatedValueCountsAsMissing()
    {
        QVERIFY(!formValue(QUrlQuery(QStringLiteral("a=1&a=2")), QStringLiteral("a")));
        QVERIFY(!formValue(QUrlQuery(QStringLiteral("b=1")), QStringLiteral("a")));
        QCOMPARE(formValue(QUrlQuery(QStringLiteral("%61=%C3%A9%2B%25")), QStringLiteral("a")).value(), QStringLiteral("é+%"));
    }

    void anAnswerStaysOutOfCachesFramesAndReferrers()
    {
        const QByteArray bytes = Response{.status = 404, .contentType = "text/plain", .body = "no"}.toBytes();
        QVERIFY(bytes.startsWith("HTTP/1.1 404 Not Found\r\n"));
        for (const char *header : {"Content-Length: 2\r\n", "Cache-Control: no-store\r\n", "Referrer-Policy: no-referrer\r\n",
                                   "X-Content-Type-Options: nosniff\r\n", "frame-ancestors 'none'", "Connection: close\r\n"})
            QVERIFY2(bytes.contains(header), header);
        QVERIFY(bytes.endsWith("\r\n\r\nno"));
    }
};

} // namespace tst_httpmessage

LATCHKEY_TEST(tst_httpmessage, HttpMessageTest, QCoreApplication)

#include "tst_httpmessage.moc"
