// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/resource/ratelimits.h"

#include "support/test.h"

namespace tst_ratelimits {

using std::chrono::seconds;

const QDateTime now = QDateTime::fromString(QStringLiteral("2026-11-28T12:00:00Z"), Qt::ISODate);

QByteArray inSeconds(qint64 wait)
{
    return QByteArray::number(now.toSecsSinceEpoch() + wait);
}

http::Answer usedUp(int status, const QByteArray &reset, const http::Headers &more = {})
{
    return {.status = status, .headers = http::Headers{{"X-RateLimit-Limit", "60"}, {"X-RateLimit-Remaining", "0"},
                                                       {"X-RateLimit-Reset", reset}} + more};
}

seconds closedFor(const http::Answer &answer)
{
    RateLimits limits;
    limits.read(answer, now);
    const QDateTime until = limits.closedUntil(QStringLiteral("core"), now);
    return seconds(until.isValid() ? now.secsTo(until) : 0);
}

class RateLimitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLearntFromA401()
    {
        RateLimits limits;
        limits.read(usedUp(401, inSeconds(600), {{"Retry-After", "600"}}), now);
        QVERIFY(limits.byResource().isEmpty());
        QVERIFY(!limits.closedUntil(QStringLiteral("core"), now).isValid());
    }

    void aResetIsBelievedForAnHourAtMost_data()
    {
        QTest::addColumn<QByteArray>("reset");
        QTest::addColumn<int>("wait");
        QTest::newRow("in ten minutes") << inSeconds(600) << 600;
        QTest::newRow("in an hour") << inSeconds(3600) << 3600;
        QTest::newRow("in four years") << QByteArray("1900000000") << 3600;
        QTest::newRow("in the year 3000") << QByteArray("32503680000") << 3600;
        QTest::newRow("in milliseconds") << inSeconds(600) + "000" << 3600;
        QTest::newRow("the largest number") << QByteArray("9223372036854775807") << 3600;
        QTest::newRow("larger than any number") << QByteArray("99999999999999999999") << 60;
        QTest::newRow("seconds from now") << QByteArray("90") << 90;
        QTest::newRow("past") << inSeconds(-600) << 60;
        QTest::newRow("0") << QByteArray("0") << 60;
        QTest::newRow("negative") << QByteArray("-600") << 60;
        QTest::newRow("text") << QByteArray("soon") << 60;
        QTest::newRow("a fraction") << inSeconds(600) + ".5" << 60;
        QTest::newRow("empty") << QByteArray() << 60;
    }

    /// A refusal without a sensible reset pauses for a minute.
    void aResetIsBelievedForAnHourAtMost()
    {
        QFETCH(QByteArray, reset);
        QFETCH(int, wait);
        QCOMPARE(closedFor(usedUp(403, reset)), seconds(wait));
        QCOMPARE(closedFor(usedUp(429, reset)), seconds(wait));
        QCOMPARE(RateLimits::pauseAfter(usedUp(403, reset), now), seconds(wait));
        // No pause is needed where nothing was refused.
        QCOMPARE(closedFor(usedUp(200, reset)), seconds(wait == 60 ? 0 : wait));
    }

    /// A computer may start with a wrong clock, which is set back once the network is there.
    void aClockThatIsSetBackEndsAPause()
    {
        const QUrl url(QStringLiteral("https://api.example.org/user"));
        http::Answer paused = usedUp(429, {});
        paused.retryAfter = seconds(600);
        for (const http::Answer &answer : {usedUp(403, inSeconds(600)), paused}) {
            RateLimits limits;
            limits.read(answer, now);
            limits.pauseUrl(url, answer, now);
            QCOMPARE(limits.closedUntil(url, now), now.addSecs(600));
            for (const QDateTime &before : {now.addSecs(-1), now.addDays(-400)}) {
                QVERIFY(!limits.closedUntil(url, before).isValid());
                QVERIFY(!limits.closedUntil(QStringLiteral("core"), before).isValid());
            }
        }
    }

    void theServersClockCounts()
    {
        QCOMPARE(closedFor(usedUp(403, inSeconds(7800), {{"Date", "Sat, 28 Nov 2026 14:00:00 GMT"}})), seconds(600));
        QCOMPARE(closedFor(usedUp(403, inSeconds(600), {{"Date", "yesterday"}})), seconds(600));
    }

    void senselessCountsAreIgnored_data()
    {
        QTest::addColumn<QByteArray>("remaining");
        for (const char *one : {"", "-1", "none", "1e3", "0x0", "99999999999999999999"})
            QTest::newRow(one) << QByteArray(one);
    }

    void senselessCountsAreIgnored()
    {
        QFETCH(QByteArray, remaining);
        RateLimits limits;
        limits.read({.status = 200, .headers = {{"X-RateLimit-Remaining", remaining}, {"X-RateLimit-Reset", inSeconds(600)}}}, now);
        QVERIFY(limits.byResource().isEmpty());
    }

    void countsMayBeLarge()
    {
        RateLimits limits;
        limits.read({.status = 200, .headers = {{"X-RateLimit-Limit", "9000000000"}, {"X-RateLimit-Remaining", "8000000000"}}}, now);
        QCOMPARE(limits.byResource()[QStringLiteral("core")].remaining, Q_INT64_C(8000000000));
        QCOMPARE(limits.byResource()[QStringLiteral("core")].limit, Q_INT64_C(9000000000));
        QVERIFY(!limits.closedUntil(QStringLiteral("core"), now).isValid());
    }

    void retryAfterPausesEverythingAndAQuotaItsResource()
    {
        RateLimits quota;
        quota.read(usedUp(403, inSeconds(600), {{"X-RateLimit-Resource", "search"}}), now);
        QVERIFY(quota.closedUntil(QStringLiteral("search"), now).isValid());
        QVERIFY(!quota.closedUntil(QStringLiteral("core"), now).isValid());
        RateLimits pause;
        pause.read({.status = 403, .retryAfter = seconds(30)}, now);
        QCOMPARE(pause.closedUntil(QStringLiteral("graphql"), now), now.addSecs(30));
    }

    void aSecondaryLimitInWordsPausesForAMinute()
    {
        QCOMPARE(closedFor({.status = 403, .body = R"({"message": "You have exceeded a secondary rate limit."})"}), seconds(60));
        QCOMPARE(closedFor({.status = 403, .body = R"({"message": "Not for you."})"}), seconds(0));
    }
};

} // namespace tst_ratelimits

LATCHKEY_TEST(tst_ratelimits, RateLimitsTest, testprogram::NoApplication)

#include "tst_ratelimits.moc"
