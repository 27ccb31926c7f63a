// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/tokens/refreshschedule.h"
#include "session/tokens/retrytimer.h"
#include "support/test.h"

#include <QSignalSpy>

namespace tst_retrytimer {

using namespace std::chrono_literals;

/// A timer with a clock that stands still until it is set.
struct World
{
    QDateTime now = QDateTime(QDate(2030, 1, 1), QTime(0, 0), Qt::UTC);
    int looks = 0;
    RetryTimer timer{{.clock =
                          [this] {
                              ++looks;
                              return now;
                          },
                      .lookInterval = 20ms}};
    QSignalSpy due{&timer, &RetryTimer::due};

    void start(const oauth::TokenSet &tokens) { timer.waitUntil(refreshTimeOf(tokens)); }

    oauth::TokenSet tokens(std::chrono::milliseconds lifetime) const
    {
        oauth::TokenSet tokens;
        tokens.accessToken = QStringLiteral("gho_1");
        tokens.refreshToken = QStringLiteral("ghr_1");
        tokens.obtainedAt = now;
        tokens.expiresAt = now.addMSecs(lifetime.count());
        return tokens;
    }

    std::chrono::milliseconds timeLeft() const { return std::chrono::milliseconds(now.msecsTo(timer.dueAt())); }
};

class RetryTimerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLeadIsATenthOfTheLifetimeAndAtMostFiveMinutes_data()
    {
        QTest::addColumn<std::chrono::milliseconds>("lifetime");
        QTest::addColumn<std::chrono::milliseconds>("lead");
        QTest::newRow("8 hours") << std::chrono::milliseconds(8h) << std::chrono::milliseconds(5min);
        QTest::newRow("50 minutes") << std::chrono::milliseconds(50min) << std::chrono::milliseconds(5min);
        QTest::newRow("10 minutes") << std::chrono::milliseconds(10min) << std::chrono::milliseconds(1min);
        QTest::newRow("5 seconds") << std::chrono::milliseconds(5s) << std::chrono::milliseconds(500ms);
        QTest::newRow("10 years") << std::chrono::milliseconds(10 * 365 * 24h) << std::chrono::milliseconds(5min);
    }

    void theLeadIsATenthOfTheLifetimeAndAtMostFiveMinutes()
    {
        QFETCH(std::chrono::milliseconds, lifetime);
        QFETCH(std::chrono::milliseconds, lead);
        World world;
        const oauth::TokenSet tokens = world.tokens(lifetime);
        QCOMPARE(refreshLead(tokens).count(), lead.count());
        world.start(tokens);
        QCOMPARE(world.timeLeft().count(), (lifetime - lead).count());
        QVERIFY(!isDueForRefresh(tokens, tokens.expiresAt.addMSecs(-lead.count() - 1)));
        QVERIFY(isDueForRefresh(tokens, tokens.expiresAt.addMSecs(-lead.count())));
        QVERIFY(isDueForRefresh(tokens, tokens.expiresAt.addDays(1)));
    }

    /// They would be refreshed, and written to the keychain, all the time.
    void aTimerDoesNotRefreshTokensThatHardlyLast()
    {
        World world;
        for (const std::chrono::milliseconds lifetime : {std::chrono::milliseconds(1s), std::chrono::milliseconds(20s)})
            QCOMPARE(timedRefreshOf(world.tokens(lifetime), 30s), world.now.addSecs(30));
        QCOMPARE(timedRefreshOf(world.tokens(1h), 30s), refreshTimeOf(world.tokens(1h)));
        oauth::TokenSet single = world.tokens(1s);
        single.refreshToken.clear();
        QVERIFY(!timedRefreshOf(single, 30s).isValid());
    }

    void tokensThatDoNotExpireAreNeverDue()
    {
        World world;
        oauth::TokenSet eternal = world.tokens(1h);
        eternal.expiresAt = {};
        world.start(world.tokens(1h));
        world.start(eternal);
        QVERIFY(!world.timer.dueAt().isValid());
        QVERIFY(!isDueForRefresh(eternal, world.now.addYears(50)));
    }

    void tokensThatCannotBeRefreshedAreNeverDue()
    {
        World world;
        oauth::TokenSet single = world.tokens(1h);
        single.refreshToken.clear();
        world.start(single);
        QVERIFY(!world.timer.dueAt().isValid());
        QVERIFY(!isDueForRefresh(single, world.now.addDays(1)));
    }

    void dueIsEmittedOnceWhenTheClockReachesTheTime()
    {
        World world;
        world.start(world.tokens(50ms));
        // The clock stands still, so the timer is not due however often it looks.
        QTRY_VERIFY(world.looks > 6);
        QCOMPARE(world.due.count(), 0);
        QVERIFY(world.timer.dueAt().isValid());
        world.now = world.now.addMSecs(45);
        QTRY_COMPARE(world.due.count(), 1);
        QVERIFY(!world.timer.dueAt().isValid());
    }

    void overdueTokensAreDueAtOnceButNotFromInsideStart()
    {
        World world;
        const oauth::TokenSet tokens = world.tokens(1h);
        world.now = world.now.addDays(3);
        world.start(tokens);
        QCOMPARE(world.due.count(), 0);
        QTRY_COMPARE(world.due.count(), 1);
    }

    void aStoppedTimerIsNotDue()
    {
        World world;
        const oauth::TokenSet tokens = world.tokens(1h);
        world.now = world.now.addDays(3);
        world.start(tokens);
        world.timer.stop();
        QVERIFY(!world.timer.dueAt().isValid());
        World other;
        other.now = world.now;
        other.start(tokens);
        QTRY_COMPARE(other.due.count(), 1);
        QCOMPARE(world.due.count(), 0);
        world.start(tokens);
        QTRY_COMPARE(world.due.count(), 1);
    }

    void eachFailureLengthensTheDelay()
    {
        World world;
        world.start(world.tokens(1h));
        for (const std::chrono::milliseconds delay : {5s, 10s, 20s, 40s, 80s, 160s, 300s, 300s, 300s, 300s}) {
            world.timer.retryLater();
            QVERIFY2(world.timeLeft() >= delay * 3 / 4, QByteArray::number(qint64(world.timeLeft().count())));
            QVERIFY2(world.timeLeft() <= delay * 5 / 4, QByteArray::number(qint64(world.timeLeft().count())));
        }
        world.start(world.tokens(1h));
        world.timer.retryLater();
        QVERIFY(world.timeLeft() <= 6250ms);
    }

    void retryDelaysAreRandomized()
    {
        QSet<qint64> delays;
        for (int i = 0; i < 20; ++i) {
            World world;
            world.timer.retryLater();
            delays.insert(world.timeLeft().count());
        }
        QVERIFY(delays.size() > 10);
    }

    /// 30 days exceed the range of QTimer, and during sleep the clock advances without it.
    void aClockJumpIsNoticedAtTheNextLook()
    {
        World world;
        world.start(world.tokens(30 * 24h));
        QCOMPARE(world.timeLeft().count(), std::chrono::milliseconds(30 * 24h - 5min).count());
        World other;
        other.start(other.tokens(-1h));
        QTRY_COMPARE(other.due.count(), 1);
        QCOMPARE(world.due.count(), 0);
        world.now = world.now.addDays(31);
        QTRY_COMPARE(world.due.count(), 1);
    }

    /// A computer may start with a wrong clock, which is set back once the network is there.
    void aClockThatIsSetBackLengthensNoWait()
    {
        World world;
        world.timer.retryLater();
        world.now = world.now.addSecs(-7200);
        QTRY_VERIFY(world.timeLeft() <= 6250ms);
        world.now = world.now.addSecs(7);
        QTRY_COMPARE(world.due.count(), 1);
        world.timer.retryLater(600s);
        world.now = world.now.addDays(-400);
        world.timer.wake();
        QCOMPARE(world.timeLeft().count(), std::chrono::milliseconds(600s).count());
        QCOMPARE(world.due.count(), 1);
        world.start(world.tokens(1h));
        world.now = world.now.addSecs(-7200);
        world.timer.wake();
        QCOMPARE(world.timeLeft().count(), std::chrono::milliseconds(55min).count());
    }

    void theApplicationLooksTwiceAMinute()
    {
        QCOMPARE(SessionOptions().lookInterval, std::chrono::milliseconds(30s));
    }

    void wakingUpRetriesAtOnceUnlessTheServerAskedToWait()
    {
        World world;
        world.timer.retryLater();
        world.timer.wake();
        QTRY_COMPARE(world.due.count(), 1);
        world.timer.retryLater(600s);
        world.timer.wake();
        QCOMPARE(world.timeLeft().count(), std::chrono::milliseconds(600s).count());
        world.now = world.now.addSecs(601);
        QTRY_COMPARE(world.due.count(), 2);
    }

    void wakingUpWithoutAPendingRetryDoesNothing()
    {
        World world;
        world.timer.wake();
        QVERIFY(!world.timer.dueAt().isValid());
    }
};

} // namespace tst_retrytimer

LATCHKEY_TEST(tst_retrytimer, RetryTimerTest, QCoreApplication)

#include "tst_retrytimer.moc"
