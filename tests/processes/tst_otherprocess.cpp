// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "processes/filelock.h"
#include "processes/otherprocess.h"
#include "support/test.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>
#include <unistd.h>

namespace tst_otherprocess {

using processes::OtherProcess;

/// This test program once more, waiting for its end.
struct Twin
{
    explicit Twin(const QString &program = QCoreApplication::applicationFilePath())
    {
        process.start(program, {QStringLiteral("tst_otherprocess"), QStringLiteral("--wait")});
        process.waitForStarted();
        process.waitForReadyRead();
    }

    ~Twin()
    {
        process.kill();
        process.waitForFinished();
    }

    QProcess process;
};

class OtherProcessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
#ifndef Q_OS_LINUX
        QSKIP("processes cannot be held here");
#endif
    }

    void aTwinIsFoundAndEndsWhenAsked()
    {
        Twin twin;
        const QDateTime now = QDateTime::currentDateTime();
        const auto found = OtherProcess::find(twin.process.processId());
        QVERIFY(found);
        QCOMPARE(found->id(), twin.process.processId());
        QVERIFY(found->startedAt());
        QVERIFY(std::abs(found->startedAt()->secsTo(now)) < 60);
        QVERIFY(found->isRunning());
        found->askToEnd();
        QVERIFY(twin.process.waitForFinished());
        QVERIFY(!found->isRunning());
        QCOMPARE(twin.process.exitCode(), int(SIGTERM));
    }

    void aStoppedTwinHearsIt()
    {
        Twin twin;
        ::kill(pid_t(twin.process.processId()), SIGSTOP);
        const auto found = OtherProcess::find(twin.process.processId());
        QVERIFY(found);
        found->askToEnd();
        QVERIFY(twin.process.waitForFinished());
    }

    void aStoppedTwinCanBeKilled()
    {
        Twin twin;
        ::kill(pid_t(twin.process.processId()), SIGSTOP);
        const auto found = OtherProcess::find(twin.process.processId());
        QVERIFY(found);
        found->kill();
        QVERIFY(twin.process.waitForFinished());
        QVERIFY(!found->isRunning());
    }

    void otherProgramsAndThisProcessAreNotFound()
    {
        QProcess other;
        other.start(QStringLiteral("sleep"), {QStringLiteral("1000")});
        QVERIFY(other.waitForStarted());
        QVERIFY(!OtherProcess::find(other.processId()));
        QVERIFY(!OtherProcess::find(QCoreApplication::applicationPid()));
        for (const qint64 id : {qint64(0), qint64(-1), qint64(1), qint64(1) << 40})
            QVERIFY(!OtherProcess::find(id));
        other.kill();
        other.waitForFinished();
    }

    void aProgramOfTheSameNameElsewhereIsNotFound()
    {
        const QTemporaryDir folder;
        const QString copy = folder.filePath(QFileInfo(QCoreApplication::applicationFilePath()).fileName());
        QVERIFY(QFile::copy(QCoreApplication::applicationFilePath(), copy));
        Twin twin(copy);
        QVERIFY(!OtherProcess::find(twin.process.processId()));
    }

    /// As after an update.
    void aTwinWhoseFileWasReplacedIsFound()
    {
        const QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("program"));
        QVERIFY(QFile::copy(QCoreApplication::applicationFilePath(), copy));
        Twin old(copy);
        QVERIFY(QFile::remove(copy));
        QVERIFY(QFile::copy(QCoreApplication::applicationFilePath(), copy));
        QProcess updated;
        updated.start(copy, {QStringLiteral("tst_otherprocess"), QStringLiteral("--find"), QString::number(old.process.processId())});
        QVERIFY(updated.waitForFinished());
        QCOMPARE(updated.readAllStandardOutput().trimmed(), QByteArray("found"));
    }

    void aProcessThatHasEndedIsNotFound()
    {
        qint64 id = 0;
        {
            Twin twin;
            id = twin.process.processId();
        }
        QVERIFY(!OtherProcess::find(id));
    }

    void theHolderOfALockIsKnown()
    {
        const QTemporaryDir folder;
        FileLock lock(folder.filePath(QStringLiteral("lock")));
        QCOMPARE(lock.holder(), 0);
        QCOMPARE(lock.tryAcquire(), FileLock::Outcome::Acquired);
        FileLock other(folder.filePath(QStringLiteral("lock")));
        QCOMPARE(other.holder(), QCoreApplication::applicationPid());
    }
};

void endInOrder(int signal)
{
    _exit(signal);
}

int run(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (argc > 1 && qstrcmp(argv[1], "--wait") == 0) {
        std::signal(SIGTERM, &endInOrder);
        std::puts("waiting");
        std::fflush(stdout);
        while (true)
            pause();
    }
    if (argc > 2 && qstrcmp(argv[1], "--find") == 0) {
        std::puts(OtherProcess::find(atoll(argv[2])) ? "found" : "not found");
        return 0;
    }
    OtherProcessTest test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace tst_otherprocess

LATCHKEY_TEST_WITH(tst_otherprocess, tst_otherprocess::run)

#include "tst_otherprocess.moc"
