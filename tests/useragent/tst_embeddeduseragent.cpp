// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "useragent/embeddeduseragent.h"

#include "support/test.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace tst_embeddeduseragent {

using namespace std::chrono_literals;

const QUrl request = QUrl(QStringLiteral("https://github.com/login/oauth/authorize?state=S3cret&scope=a%20b%2Bc"));

/// Script lines for the stand-in.
const QByteArray sayReady = R"(echo '{"event": "ready"}')" "\n";
const QByteArray sayCanceled = R"(echo '{"event": "canceled"}')" "\n";
const QByteArray noteCommands = R"(while read -r line; do echo "$line" >>"$0.commands"; done)" "\n";
const QByteArray waitForACommand = R"(read -r line; echo "$line" >>"$0.commands")" "\n";

/// A shell script in the place of the login view, and what it has recorded.
struct World
{
    QTemporaryDir folder;
    QString program = folder.filePath(QStringLiteral("login-view"));
    std::unique_ptr<EmbeddedUserAgent> userAgent;
    std::unique_ptr<QSignalSpy> canceled;
    std::unique_ptr<QSignalSpy> failed;

    explicit World(const QByteArray &script, std::chrono::milliseconds patience = 20s)
    {
        write(script);
        userAgent = std::make_unique<EmbeddedUserAgent>(program, patience);
        canceled = std::make_unique<QSignalSpy>(userAgent.get(), &oauth::UserAgent::canceled);
        failed = std::make_unique<QSignalSpy>(userAgent.get(), &oauth::UserAgent::failed);
    }

    void write(const QByteArray &script) const
    {
        QFile file(program);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            qFatal("no temporary file");
        file.write("#!/bin/sh\n"
                   "echo start >>\"$0.starts\"\n"
                   "tr '\\0' '\\n' </proc/$$/cmdline >>\"$0.arguments\"\n"
                   "env >>\"$0.environment\"\n" + script);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    QByteArray noted(const char *what) const
    {
        QFile file(program + QLatin1Char('.') + QLatin1String(what));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// The commands that have arrived: "open", "close".
    QStringList commands() const
    {
        QStringList names;
        for (const QByteArray &line : noted("commands").split('\n')) {
            if (!line.isEmpty())
                names.append(QJsonDocument::fromJson(line).object().value(QLatin1String("command")).toString());
        }
        return names;
    }
    QString openedUrl() const
    {
        const QByteArray line = noted("commands").split('\n').first();
        return QJsonDocument::fromJson(line).object().value(QLatin1String("url")).toString();
    }
    qsizetype startCount() const { return noted("starts").count('\n'); }

    QString failure() const
    {
        const auto error = failed->value(0).value(0).value<Error>();
        return error.kind == Error::Kind::NoUserAgent ? error.code : QStringLiteral("another kind");
    }
};

bool isRunning(qint64 processId)
{
    return QFile::exists(QStringLiteral("/proc/%1").arg(processId));
}

const QStringList openAlone{QStringLiteral("open")};
const QStringList openAndClose{QStringLiteral("open"), QStringLiteral("close")};

class TestEmbeddedUserAgent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void requestIsOpenedOnceItIsReady();
    void requestOfAPreparedOneIsOpenedAtOnce();
    void itGetsTheWindowThatOpensIt();
    void itFollowsTheLookOfTheWindow();
    void aPreparedOneStartsAgainInOtherColors();
    void withoutAProcessNoLookIsFollowed();
    void nothingIsOpenedByPreparation();
    void preparationStartsOneProcess();
    void secondRequestIsOpenedInTheSameProcess();
    void requestIsNeitherArgumentNorEnvironment();
    void closedByThePersonIsCanceled();
    void showAfterACancelStartsAnew();
    void theBrowserIsRequestedWithoutEndingTheAttempt();
    void reasonOfAFailureIsKept();
    void showAfterAFailureStartsAnew();
    void endOfTheProcessIsReported_data();
    void endOfTheProcessIsReported();
    void cancelRightBeforeTheEndIsACancel();
    void missingProgramIsReported();
    void programThatCannotStartIsReported();
    void failureOfPreparationIsReported();
    void silenceIsNotReadyInTime();
    void readyOneMayWaitLonger();
    void unreadableEventIsReported_data();
    void unreadableEventIsReported();
    void unknownEventIsOverlooked();
    void eventInPiecesIsRead();
    void dismissClosesAndSaysNothing();
    void dismissBeforeItIsReadyEndsIt();
    void dismissWithoutAProcessDoesNothing();
    void destructionLeavesNoProcess_data();
    void destructionLeavesNoProcess();
};

void TestEmbeddedUserAgent::initTestCase()
{
    if (!QFile::exists(QStringLiteral("/bin/sh")))
        QSKIP("the stand-ins are shell scripts");
}

void TestEmbeddedUserAgent::requestIsOpenedOnceItIsReady()
{
    World world("while [ ! -e \"$0.go\" ]; do sleep 0.02; done\n" + sayReady + noteCommands);
    world.userAgent->show(request);
    QTRY_COMPARE(world.startCount(), 1);
    QVERIFY(world.commands().isEmpty());
    QVERIFY(QFile(world.program + QStringLiteral(".go")).open(QIODevice::WriteOnly));
    QTRY_COMPARE(world.commands(), openAlone);
    QCOMPARE(world.openedUrl(), request.toString(QUrl::FullyEncoded));
    QVERIFY(world.failed->isEmpty() && world.canceled->isEmpty());
}

void TestEmbeddedUserAgent::requestOfAPreparedOneIsOpenedAtOnce()
{
    World world(sayReady + "touch \"$0.ready\"\n" + noteCommands);
    world.userAgent->prepare();
    QTRY_VERIFY(QFile::exists(world.program + QStringLiteral(".ready")));
    world.userAgent->show(request);
    QTRY_COMPARE(world.commands(), openAlone);
    QCOMPARE(world.startCount(), 1);
}

void TestEmbeddedUserAgent::itGetsTheWindowThatOpensIt()
{
    World world(sayReady + noteCommands);
    Surroundings surroundings{.opener = QRect(1, 2, 3, 4), .openerId = 5, .isDark = true, .accent = QStringLiteral("#5fb7d1")};
    world.userAgent->setSurroundings([&] { return surroundings; });
    world.userAgent->prepare();
    surroundings.opener.moveLeft(100); // The person has moved it meanwhile.
    world.userAgent->show(request);
    QTRY_COMPARE(world.commands(), openAlone);
    const QJsonObject command = QJsonDocument::fromJson(world.noted("commands")).object();
    QVERIFY(surroundingsFrom(command.value(QLatin1String("surroundings")).toObject()) == surroundings);
    QVERIFY(world.noted("environment").contains("LATCHKEY_PAGE_COLORS=dark\n"));
}

void TestEmbeddedUserAgent::itFollowsTheLookOfTheWindow()
{
    World world(sayReady + noteCommands);
    Surroundings surroundings{.accent = QStringLiteral("#1b6681")};
    world.userAgent->setSurroundings([&] { return surroundings; });
    world.userAgent->show(request);
    QTRY_COMPARE(world.commands(), openAlone);
    surroundings = {.isDark = true, .isHighContrast = true, .accent = QStringLiteral("#5fb7d1"), .zoom = 1.5};
    world.userAgent->followLook();
    QTRY_COMPARE(world.commands(), QStringList({QStringLiteral("open"), QStringLiteral("look")}));
    const QJsonObject command = QJsonDocument::fromJson(world.noted("commands").split('\n').value(1)).object();
    QVERIFY(surroundingsFrom(command.value(QLatin1String("surroundings")).toObject()) == surroundings);
    QCOMPARE(world.startCount(), 1);
}

void TestEmbeddedUserAgent::aPreparedOneStartsAgainInOtherColors()
{
    World world(sayReady + noteCommands);
    Surroundings surroundings;
    world.userAgent->setSurroundings([&] { return surroundings; });
    world.userAgent->prepare();
    QTRY_COMPARE(world.startCount(), 1);
    surroundings.zoom = 1.5;
    world.userAgent->followLook();
    surroundings.isDark = true;
    world.userAgent->followLook();
    world.userAgent->followLook();
    QTRY_COMPARE(world.startCount(), 2);
    world.userAgent->show(request);
    QTRY_COMPARE(world.commands(), openAlone);
    QCOMPARE(world.startCount(), 2);
    QCOMPARE(world.noted("environment").count("LATCHKEY_PAGE_COLORS=dark\n"), 1);
    QVERIFY(world.failed->isEmpty() && world.canceled->isEmpty());
}

void TestEmbeddedUserAgent::withoutAProcessNoLookIsFollowed()
{
    World world(sayReady + noteCommands);
    world.userAgent->followLook();
    QCOMPARE(world.userAgent->processId(), qint64(0));
}

void TestEmbeddedUserAgent::nothingIsOpenedByPreparation()
{
    World world(sayReady + "sleep 0.2\necho '{\"event\": \"canceled\"}'\n" + noteCommands);
    world.userAgent->prepare();
    QTRY_COMPARE(world.canceled->count(), 1);
    QVERIFY(world.commands().isEmpty());
}

void TestEmbeddedUserAgent::preparationStartsOneProcess()
{
    World world(sayReady + noteCommands);
    world.userAgent->prepare();
    const qint64 processId = world.userAgent->processId();
    world.userAgent->prepare();
    world.userAgent->show(request);
    QTRY_COMPARE(world.commands(), openAlone);
    QCOMPARE(world.userAgent->processId(), processId);
    QCOMPARE(world.startCount(), 1);
}

void TestEmbeddedUserAgent::secondRequestIsOpenedInTheSameProcess()
{
    World world(sayReady + noteCommands);
    world.userAgent->show(request);
    QTRY_COMPARE(world.commands().size(), 1);
    world.userAgent->show(QUrl(QStringLiteral("https://github.com/second")));
    QTRY_COMPARE(world.commands().size(), 2);
    QVERIFY(world.noted("commands").contains("https://github.com/second"));
    QCOMPARE(world.startCount(), 1);
}

void TestEmbeddedUserAgent::requestIsNeitherArgumentNorEnvironment()
{
    World world(sayReady + noteCommands);
    world.userAgent->show(request);
    QTRY_COMPARE(world.commands(), openAlone);
    QCOMPARE(world.openedUrl(), request.toString(QUrl::FullyEncoded));
    QCOMPARE(world.noted("arguments"), "/bin/sh\n" + world.program.toLocal8Bit() + '\n');
    QVERIFY(!world.noted("environment").isEmpty());
    QVERIFY(!world.noted("environment").contains("S3cret"));
}

void TestEmbeddedUserAgent::closedByThePersonIsCanceled()
{
    World world(sayReady + waitForACommand + sayCanceled + noteCommands);
    world.userAgent->show(request);
    const qint64 processId = world.userAgent->processId();
    QTRY_COMPARE(world.canceled->count(), 1);
    QCOMPARE(world.userAgent->processId(), 0);
    QTRY_VERIFY(!isRunning(processId));
    QVERIFY(world.failed->isEmpty());
    QCOMPARE(world.canceled->count(), 1);
}

void TestEmbeddedUserAgent::showAfterACancelStartsAnew()
{
    World world(sayReady + waitForACommand + sayCanceled + noteCommands);
    world.userAgent->show(request);
    QTRY_COMPARE(world.canceled->count(), 1);
    world.userAgent->show(request);
    QTRY_COMPARE(world.canceled->count(), 2);
    QCOMPARE(world.startCount(), 2);
    QCOMPARE(world.commands(), openAlone + openAlone);
    QVERIFY(world.failed->isEmpty());
}

void TestEmbeddedUserAgent::theBrowserIsRequestedWithoutEndingTheAttempt()
{
    World world(sayReady + waitForACommand + R"(echo '{"event": "browser"}')" "\n");
    QSignalSpy requested(world.userAgent.get(), &oauth::UserAgent::browserRequested);
    world.userAgent->show(request);
    QTRY_COMPARE(requested.count(), 1);
    QCOMPARE(world.userAgent->processId(), 0);
    QVERIFY(world.failed->isEmpty() && world.canceled->isEmpty());
}

void TestEmbeddedUserAgent::reasonOfAFailureIsKept()
{
    World world(R"(echo '{"event": "failed", "reason": "sandbox"}')" "\n" + noteCommands);
    world.userAgent->show(request);
    const qint64 processId = world.userAgent->processId();
    QTRY_COMPARE(world.failed->count(), 1);
    QCOMPARE(world.failure(), QStringLiteral("sandbox"));
    QTRY_VERIFY(!isRunning(processId));
    QCOMPARE(world.failed->count(), 1);
    QVERIFY(world.commands().isEmpty());
}

void TestEmbeddedUserAgent::showAfterAFailureStartsAnew()
{
    World world("exit 1\n");
    world.userAgent->show(request);
    QTRY_COMPARE(world.failed->count(), 1);
    world.write(sayReady + noteCommands);
    world.userAgent->show(request);
    QTRY_COMPARE(world.commands(), openAlone);
    QCOMPARE(world.failed->count(), 1);
}

void TestEmbeddedUserAgent::endOfTheProcessIsReported_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::newRow("at once") << QByteArray("exit 3\n");
    QTest::newRow("at once, without an error") << QByteArray("exit 0\n");
    QTest::newRow("when ready") << sayReady + "exit 0\n";
    QTest::newRow("when the page is open") << sayReady + waitForACommand + "exit 1\n";
    QTest::newRow("by a crash") << sayReady + waitForACommand + "kill -SEGV $$\n";
    QTest::newRow("killed, as when memory is short") << sayReady + waitForACommand + "kill -KILL $$\n";
}

void TestEmbeddedUserAgent::endOfTheProcessIsReported()
{
    QFETCH(QByteArray, script);
    World world(script);
    world.userAgent->show(request);
    QTRY_COMPARE(world.failed->count(), 1);
    QCOMPARE(world.failure(), QStringLiteral("ended"));
    QCOMPARE(world.userAgent->processId(), 0);
    QVERIFY(world.canceled->isEmpty());
}

void TestEmbeddedUserAgent::cancelRightBeforeTheEndIsACancel()
{
    World world(sayReady + waitForACommand + R"(printf '{"event": "canceled"}\n'; exit 0)");
    world.userAgent->show(request);
    QTRY_COMPARE(world.canceled->count(), 1);
    QVERIFY(world.failed->isEmpty());
}

void TestEmbeddedUserAgent::missingProgramIsReported()
{
    World world({});
    QVERIFY(QFile::remove(world.program));
    world.userAgent->show(request);
    QCOMPARE(world.failed->count(), 0);
    QTRY_COMPARE(world.failed->count(), 1);
    QCOMPARE(world.failure(), QStringLiteral("missing"));
}

void TestEmbeddedUserAgent::programThatCannotStartIsReported()
{
    World world({});
    QVERIFY(QFile::setPermissions(world.program, QFile::ReadOwner));
    world.userAgent->show(request);
    QTRY_COMPARE(world.failed->count(), 1);
    QCOMPARE(world.failure(), QStringLiteral("not_started"));
}

void TestEmbeddedUserAgent::failureOfPreparationIsReported()
{
    World world({});
    QVERIFY(QFile::remove(world.program));
    world.userAgent->prepare();
    QTRY_COMPARE(world.failed->count(), 1);
    QCOMPARE(world.failure(), QStringLiteral("missing"));
}

void TestEmbeddedUserAgent::silenceIsNotReadyInTime()
{
    World world(noteCommands, 200ms);
    world.userAgent->show(request);
    const qint64 processId = world.userAgent->processId();
    QTRY_COMPARE(world.failed->count(), 1);
    QCOMPARE(world.failure(), QStringLiteral("not_ready"));
    QVERIFY(world.commands().isEmpty());
    QTRY_VERIFY(!isRunning(processId));
}

void TestEmbeddedUserAgent::readyOneMayWaitLonger()
{
    World world(sayReady + waitForACommand + "sleep 1.5\n" + sayCanceled + noteCommands, 1s);
    world.userAgent->show(request);
    QTRY_COMPARE(world.canceled->count(), 1);
    QVERIFY(world.failed->isEmpty());
}

void TestEmbeddedUserAgent::unreadableEventIsReported_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::newRow("text") << QByteArray("echo 'Segmentation fault'\n");
    QTest::newRow("half JSON") << QByteArray("echo '{\"event\": '\n");
    QTest::newRow("array") << QByteArray("echo '[]'\n");
    QTest::newRow("empty line") << QByteArray("echo\n");
    QTest::newRow("after it was ready") << sayReady + "echo garbage\n";
    QTest::newRow("no line end at all") << QByteArray("head -c 200000 /dev/zero\n");
}

void TestEmbeddedUserAgent::unreadableEventIsReported()
{
    QFETCH(QByteArray, script);
    World world(script + noteCommands);
    world.userAgent->show(request);
    QTRY_COMPARE(world.failed->count(), 1);
    QCOMPARE(world.failure(), QStringLiteral("unreadable"));
    QCOMPARE(world.userAgent->processId(), 0);
}

void TestEmbeddedUserAgent::unknownEventIsOverlooked()
{
    World world(R"(echo '{"event": "painted", "ms": 40}'; echo '{}')" "\n" + sayReady + noteCommands);
    world.userAgent->show(request);
    QTRY_COMPARE(world.commands(), openAlone);
    QVERIFY(world.failed->isEmpty());
}

void TestEmbeddedUserAgent::eventInPiecesIsRead()
{
    World world(R"(printf '{"event": '; sleep 0.1; printf '"ready"}'; sleep 0.1; echo)" "\n" + noteCommands);
    world.userAgent->show(request);
    QTRY_COMPARE(world.commands(), openAlone);
    QVERIFY(world.failed->isEmpty());
}

void TestEmbeddedUserAgent::dismissClosesAndSaysNothing()
{
    World world(sayReady + noteCommands + "touch \"$0.ended\"\n");
    world.userAgent->show(request);
    QTRY_COMPARE(world.commands(), openAlone);
    const qint64 processId = world.userAgent->processId();
    QVERIFY(isRunning(processId));
    world.userAgent->dismiss();
    QTRY_COMPARE(world.commands(), openAndClose);
    QTRY_VERIFY(!isRunning(processId));
    QVERIFY(QFile::exists(world.program + QStringLiteral(".ended"))); // Because its input was closed.
    QVERIFY(world.failed->isEmpty() && world.canceled->isEmpty());
}

void TestEmbeddedUserAgent::dismissBeforeItIsReadyEndsIt()
{
    World world(noteCommands, 200ms);
    world.userAgent->show(request);
    const qint64 processId = world.userAgent->processId();
    world.userAgent->dismiss();
    QCOMPARE(world.userAgent->processId(), 0);
    QTRY_VERIFY(!isRunning(processId));
    // The second agent, which waits longer, has given up. The first one's watchdog must have had time to fire.
    World other(noteCommands, 400ms);
    other.userAgent->show(request);
    QTRY_COMPARE(other.failed->count(), 1);
    QVERIFY(world.failed->isEmpty() && world.canceled->isEmpty());
}

void TestEmbeddedUserAgent::dismissWithoutAProcessDoesNothing()
{
    World world(noteCommands);
    world.userAgent->dismiss();
    QCOMPARE(world.startCount(), 0);
    QVERIFY(world.failed->isEmpty() && world.canceled->isEmpty());
}

void TestEmbeddedUserAgent::destructionLeavesNoProcess_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::newRow("that listens") << sayReady + noteCommands;
    QTest::newRow("that is not ready") << noteCommands;
    QTest::newRow("that hangs and does not see its input close") << sayReady + waitForACommand + "exec sleep 1000\n";
    QTest::newRow("that does not want to end")
        << sayReady + "trap '' TERM HUP PIPE INT\n" + waitForACommand + "exec sleep 1000\n";
}

void TestEmbeddedUserAgent::destructionLeavesNoProcess()
{
    QFETCH(QByteArray, script);
    World world(script);
    world.userAgent->show(request);
    QTRY_COMPARE(world.startCount(), 1);
    if (script.contains(sayReady))
        QTRY_COMPARE(world.commands(), openAlone);
    const qint64 processId = world.userAgent->processId();
    QVERIFY(isRunning(processId));
    world.userAgent.reset();
    QTRY_VERIFY_WITH_TIMEOUT(!isRunning(processId), 10'000);
}

} // namespace tst_embeddeduseragent

LATCHKEY_TEST(tst_embeddeduseragent, TestEmbeddedUserAgent, QCoreApplication)

#include "tst_embeddeduseragent.moc"
