// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "processes/watchedstart.h"

#include "support/test.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>

namespace tst_watchedstart {

const QString shell = QStringLiteral("/bin/sh");

QStringList script(const QString &text)
{
    return {QStringLiteral("-c"), text};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class WatchedStartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aProgramThatIsMissingFails()
    {
        int failures = 0;
        processes::startWatched(QStringLiteral("/nowhere/xdg-open"), {}, [&] { ++failures; });
        QCOMPARE(failures, 0);
        QTRY_COMPARE(failures, 1);
    }

    void aProgramThatEndsWithAnErrorFails_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("expected");
        QTest::newRow("no browser, as xdg-open says it") << QStringLiteral("exit 3") << 1;
        QTest::newRow("crash") << QStringLiteral("kill -SEGV $$") << 1;
        QTest::newRow("success") << QStringLiteral("exit 0") << 0;
    }

    void aProgramThatEndsWithAnErrorFails()
    {
        QFETCH(QString, text);
        QFETCH(int, expected);
        const QTemporaryDir folder;
        const QString end = folder.filePath(QStringLiteral("end"));
        int failures = 0;
        int ends = 0;
        processes::startWatched(shell, script(QStringLiteral("touch '%1'; %2").arg(end, text)), [&] { ++failures; }, [&] { ++ends; });
        QTRY_VERIFY(QFile::exists(end));
        QTRY_COMPARE(failures + ends, 1);
        QCOMPARE(failures, expected);
        QTest::qWait(100);
        QCOMPARE(failures, expected);
    }

    void theProgramHasItsOwnSessionAndNoStreamsOfOurs()
    {
        const QTemporaryDir folder;
        const QString facts = folder.filePath(QStringLiteral("facts"));
        bool isOver = false;
        processes::startWatched(shell, script(QStringLiteral("{ echo $$; cut -d' ' -f6 /proc/$$/stat; readlink /proc/$$/fd/0 /proc/$$/fd/2; } "
                                                  "> '%1.new'; mv '%1.new' '%1'; exec sleep 60").arg(facts)), [&isOver] { isOver = true; });
        QTRY_VERIFY(QFile::exists(facts));
        const QByteArrayList lines = contentOf(facts).trimmed().split('\n');
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines.at(1), lines.at(0));
        QCOMPARE(lines.at(2), QByteArray("/dev/null"));
        QCOMPARE(lines.at(3), QByteArray("/dev/null"));
        ::kill(lines.at(0).toInt(), SIGKILL);
        QTRY_VERIFY(isOver);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    void theProgramOutlivesTheApplication()
    {
        const QTemporaryDir folder;
        const QString id = folder.filePath(QStringLiteral("id"));
        processes::startWatched(shell, script(QStringLiteral("echo $$ > '%1.new'; mv '%1.new' '%1'; exec sleep 60").arg(id)), [] {});
        QTRY_VERIFY(QFile::exists(id));
        const int pid = contentOf(id).trimmed().toInt();
        QVERIFY(pid > 0);
        // The application deletes its children when it ends.
        const QList<QProcess *> started = QCoreApplication::instance()->findChildren<QProcess *>();
        QCOMPARE(started.size(), 1);
        delete started.first();
        QTest::qWait(100);
        QCOMPARE(::kill(pid, 0), 0);
        ::kill(pid, SIGKILL);
    }
};

} // namespace tst_watchedstart

LATCHKEY_TEST(tst_watchedstart, WatchedStartTest, QCoreApplication)

#include "tst_watchedstart.moc"
