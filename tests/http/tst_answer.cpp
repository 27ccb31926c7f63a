// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/answer.h"
#include "http/strictaccessmanager.h"
#include "support/answers.h"
#include "support/scriptedserver.h"
#include "support/test.h"

#include <QNetworkReply>
#include <QSignalSpy>
#include <QTimer>

namespace tst_answer {

using namespace std::chrono_literals;
using Manner = ScriptedServer::Manner;

struct World
{
    ScriptedServer server;
    http::StrictAccessManager network;

    explicit World(const http::AnswerLimits &limits = {}) : network(limits) {}

    Result<http::Answer> get(const QUrl &url)
    {
        const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(url)));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!finished.wait())
            qFatal("a request without end");
        return http::readAnswer(*reply);
    }
    Result<http::Answer> get() { return get(server.at(QStringLiteral("/x"))); }
    void answer(const ScriptedServer::Answer &answer) { server.answer(QStringLiteral("/x"), answer); }
};

class TestAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStatusThatIsAnAnswerIsOne_data();
    void everyStatusThatIsAnAnswerIsOne();
    void statusThatDoesNotCountIsUnreachable_data();
    void statusThatDoesNotCountIsUnreachable();
    void mediaTypeIsReadWithoutParametersAndCase();
    void headersAreFoundInAnyCase();
    void nobodyThereIsUnreachable();
    void unknownHostIsUnreachable();
    void badAnswerIsAnError_data();
    void badAnswerIsAnError();
    void slowAnswerWithinTheLimitsArrives();
    void errorDoesNotRepeatTheQuery();
    void retryAfterIsSecondsOrADate_data();
    void retryAfterIsSecondsOrADate();
    void aRateLimitWithoutRetryAfterEndsAtItsReset();
};

void TestAnswer::everyStatusThatIsAnAnswerIsOne_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 202, 302, 307, 400, 401, 402, 403, 404, 405, 406, 409, 410, 413, 415, 418, 422, 451})
        QTest::addRow("%d", status) << status;
}

void TestAnswer::everyStatusThatIsAnAnswerIsOne()
{
    QFETCH(int, status);
    World world;
    world.answer(json("{\"error\": \"some\"}", status));
    const auto answer = world.get();
    QVERIFY2(bool(answer), qPrintable(answer ? QString() : answer.error().code));
    QCOMPARE(answer->status, status);
    QCOMPARE(answer->body, "{\"error\": \"some\"}");
    QCOMPARE(answer->isSuccess(), status < 300);
}

void TestAnswer::statusThatDoesNotCountIsUnreachable_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {408, 425, 429, 500, 501, 502, 503, 504, 520, 599})
        QTest::addRow("%d", status) << status;
}

void TestAnswer::statusThatDoesNotCountIsUnreachable()
{
    QFETCH(int, status);
    World world;
    world.answer(html("<h1>Later</h1>", status));
    const auto answer = world.get();
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Unreachable);
    QCOMPARE(answer.error().code, QStringLiteral("http_%1").arg(status));
}

void TestAnswer::mediaTypeIsReadWithoutParametersAndCase()
{
    World world;
    world.answer({{.contentType = "Application/X-WWW-Form-URLEncoded ; charset=utf-8", .body = "a=b"}});
    QCOMPARE(world.get()->mediaType, "application/x-www-form-urlencoded");
}

void TestAnswer::headersAreFoundInAnyCase()
{
    World world;
    world.answer({{.headers = {{"ReTrY-aFtEr", "7"}}}});
    const auto answer = world.get();
    QCOMPARE(answer->header("Retry-After"), "7");
    QVERIFY(answer->header("Absent").isNull());
}

void TestAnswer::nobodyThereIsUnreachable()
{
    World world;
    const QUrl gone = std::make_unique<ScriptedServer>()->origin();
    const auto answer = world.get(gone);
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Unreachable);
    QCOMPARE(answer.error().code, QStringLiteral("connection_refused"));
}

void TestAnswer::unknownHostIsUnreachable()
{
    World world({.silence = 1s, .total = 2s});
    const auto answer = world.get(QUrl(QStringLiteral("http://nobody.invalid/")));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Unreachable);
}

void TestAnswer::badAnswerIsAnError_data()
{
    QTest::addColumn<ScriptedServer::Answer>("answer");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("code");

    const auto in = [](Manner manner) { return ScriptedServer::Answer{{.body = QByteArray(2000, ' ')}, manner}; };
    const auto add = [](const char *name, const ScriptedServer::Answer &answer, Error::Kind kind, const char *code) {
        QTest::newRow(name) << answer << kind << QString::fromLatin1(code);
    };
    add("cut off in its body", in(Manner::CutOff), Error::Kind::Malformed, "cut_off");
    add("broken off before its head", in(Manner::Reset), Error::Kind::Unreachable, "network");
    add("hangs", in(Manner::Hang), Error::Kind::Unreachable, "timed_out");
    add("a byte now and then, for ever", in(Manner::Drip), Error::Kind::Unreachable, "timed_out");
    add("10 MB", json(QByteArray(10'000'000, ' ')), Error::Kind::Malformed, "too_large");
    add("10 MB with status 400", json(QByteArray(10'000'000, ' '), 400), Error::Kind::Malformed, "too_large");
}

void TestAnswer::badAnswerIsAnError()
{
    QFETCH(ScriptedServer::Answer, answer);
    QFETCH(Error::Kind, kind);
    QFETCH(QString, code);
    http::AnswerLimits limits;
    if (answer.manner == Manner::Hang)
        limits.silence = 300ms;
    else if (answer.manner == Manner::Drip)
        limits.total = 600ms;
    World world(limits);
    world.answer(answer);
    const auto got = world.get();
    QVERIFY(!got);
    QCOMPARE(got.error().code, code);
    QCOMPARE(got.error().kind, kind);
}

void TestAnswer::slowAnswerWithinTheLimitsArrives()
{
    World world;
    world.answer({{}, Manner::Hang});
    QTimer::singleShot(100ms, &world.server, [&] { world.server.answerWaiting(json("{}")); });
    const auto answer = world.get();
    QVERIFY(answer);
    QCOMPARE(answer->body, "{}");
}

void TestAnswer::errorDoesNotRepeatTheQuery()
{
    World world;
    world.answer(html("busy", 503));
    QUrl url = world.server.at(QStringLiteral("/x"));
    url.setQuery(QStringLiteral("code=geheim"));
    const auto answer = world.get(url);
    QVERIFY(!answer);
    QVERIFY(!(answer.error().code + answer.error().detail).contains(QLatin1String("geheim")));
}

void TestAnswer::retryAfterIsSecondsOrADate_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("most");
    const QDateTime soon = QDateTime::currentDateTimeUtc().addSecs(300);
    const QByteArray date = QLocale::c().toString(soon, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toLatin1();
    QTest::newRow("seconds") << QByteArray("120") << 120;
    QTest::newRow("a date") << date << 300;
    QTest::newRow("a year") << QByteArray("31536000") << 24 * 3600;
    QTest::newRow("the past") << QByteArray("Fri, 01 Jan 2021 00:00:00 GMT") << 0;
    QTest::newRow("negative") << QByteArray("-5") << 0;
    QTest::newRow("text") << QByteArray("later") << 0;
    QTest::newRow("empty") << QByteArray() << 0;
}

void TestAnswer::retryAfterIsSecondsOrADate()
{
    QFETCH(QByteArray, value);
    QFETCH(int, most);
    World world;
    ScriptedServer::Answer answer = json("{}", 503);
    answer.response.headers = {{"Retry-After", value}};
    world.answer(answer);
    const auto result = world.get();
    QVERIFY(!result);
    QVERIFY2(result.error().retryAfter.count() <= most && result.error().retryAfter.count() >= most - 60,
             QByteArray::number(qint64(result.error().retryAfter.count())));
}

void TestAnswer::aRateLimitWithoutRetryAfterEndsAtItsReset()
{
    World world;
    ScriptedServer::Answer answer = json("{}", 429);
    answer.response.headers = {{"X-RateLimit-Remaining", "0"}, {"X-RateLimit-Reset", "90"}};
    world.answer(answer);
    const auto result = world.get();
    QVERIFY(!result);
    QCOMPARE(result.error().retryAfter, 90s);
}

} // namespace tst_answer

LATCHKEY_TEST(tst_answer, TestAnswer, QCoreApplication)

#include "tst_answer.moc"
