// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "processes/singleinstance.h"
#include "support/lockfiles.h"
#include "support/test.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>
#include <memory>
#include <vector>

namespace tst_singleinstance {

using Role = processes::SingleInstance::Role;

/// A start in a separate process, which reports its role and the starts that it receives.
class Probe
{
public:
    Probe(const QString &folder, const QStringList &arguments = {}, const QString &name = QStringLiteral("latchkey"),
          int patience = 20000)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(LATCHKEY_START_PROBE), QStringList{folder, name, QString::number(patience)} + arguments);
    }

    ~Probe()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished())
            kill();
    }

    /// "first", "later" or an error code; empty until it is known.
    QByteArray role()
    {
        read();
        return m_lines.value(0);
    }

    /// The later starts that the first instance has heard of.
    QList<processes::Start> heard()
    {
        read();
        QList<processes::Start> starts;
        for (const QByteArray &line : m_lines.mid(1)) {
            if (const auto start = processes::startFrom(line))
                starts.append(*start);
        }
        return starts;
    }

    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    void suspend() { ::kill(pid_t(m_process.processId()), SIGSTOP); }
    void resume() { ::kill(pid_t(m_process.processId()), SIGCONT); }

private:
    void read()
    {
        while (m_process.canReadLine())
            m_lines.append(m_process.readLine().trimmed());
    }

    QProcess m_process;
    QList<QByteArray> m_lines;
};

/// The runtime folder of one user.
struct World
{
    QTemporaryDir temporary;
    QString folder = temporary.filePath(QStringLiteral("run/latchkey"));
    QString lockFile = folder + QStringLiteral("/latchkey.lock");

    std::vector<std::unique_ptr<Probe>> start(int count) const
    {
        std::vector<std::unique_ptr<Probe>> probes;
        for (int i = 0; i < count; ++i)
            probes.push_back(std::make_unique<Probe>(folder));
        return probes;
    }
};

int countOf(const QByteArray &role, const std::vector<std::unique_ptr<Probe>> &probes)
{
    return int(std::count_if(probes.begin(), probes.end(), [&role](const auto &probe) { return probe->role() == role; }));
}

class TestSingleInstance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneOfEightSimultaneousStartsIsFirstAndHearsOfTheOthers()
    {
        const World world;
        for (int round = 0; round < 3; ++round) {
            const auto probes = world.start(8);
            QTRY_COMPARE_WITH_TIMEOUT(countOf("later", probes), 7, 20000);
            QCOMPARE(countOf("first", probes), 1);
            for (const auto &probe : probes) {
                if (probe->role() == "first")
                    QTRY_COMPARE(probe->heard().size(), 7);
            }
        }
    }

    void oneOfEightStartsIsFirstAfterTheFirstWasKilled()
    {
        const World world;
        for (int round = 0; round < 3; ++round) {
            Probe killed(world.folder);
            QTRY_COMPARE(killed.role(), QByteArray("first"));
            killed.kill();
            QCOMPARE(QDir(world.folder).entryList(QDir::Files | QDir::System).size(), 2); // Lock and socket are still there.
            const auto probes = world.start(8);
            QTRY_COMPARE_WITH_TIMEOUT(countOf("later", probes), 7, 20000);
            QCOMPARE(countOf("first", probes), 1);
        }
    }

    void theFirstHearsOfLaterStartsInAFolderWithALongName()
    {
        World world;
        for (const int length : {60, 90, 200}) {
            world.folder = world.temporary.filePath(QString(length, QLatin1Char('x')) + QStringLiteral("/latchkey"));
            Probe first(world.folder);
            QTRY_COMPARE(first.role(), QByteArray("first"));
            Probe later(world.folder);
            QTRY_COMPARE(later.role(), QByteArray("later"));
            QTRY_COMPARE(first.heard().size(), 1);
        }
    }

    void anAbandonedLockFileDoesNotBlockAStart()
    {
        const World world;
        QVERIFY(leaveNobodysLock(world.lockFile));
        Probe probe(world.folder);
        QTRY_COMPARE(probe.role(), QByteArray("first"));
    }

    void aRunningInstanceStaysFirstDespiteAnOldLockFile()
    {
        const World world;
        Probe first(world.folder);
        QTRY_COMPARE(first.role(), QByteArray("first"));
        QVERIFY(makeOld(world.lockFile));
        Probe later(world.folder);
        QTRY_COMPARE(later.role(), QByteArray("later"));
    }

    void argumentsAndTokenArriveUnchanged()
    {
        const World world;
        Probe first(world.folder);
        QTRY_COMPARE(first.role(), QByteArray("first"));
        const QStringList arguments{QStringLiteral("latchkey"), QStringLiteral("--provider"), QStringLiteral("my file.json"),
                                    QString()};
        qputenv("XDG_ACTIVATION_TOKEN", "token-1");
        Probe later(world.folder, arguments);
        qunsetenv("XDG_ACTIVATION_TOKEN");
        QTRY_COMPARE(later.role(), QByteArray("later"));
        QTRY_COMPARE(first.heard().size(), 1);
        QCOMPARE(first.heard().first().arguments, arguments);
        QCOMPARE(first.heard().first().activationToken, QByteArray("token-1"));
    }

    void demoAndRealApplicationAreSeparate()
    {
        const World world;
        Probe real(world.folder);
        Probe demo(world.folder, {}, QStringLiteral("latchkey-demo"));
        QTRY_COMPARE(real.role(), QByteArray("first"));
        QTRY_COMPARE(demo.role(), QByteArray("first"));
    }

    void startWaitsForAFirstThatDoesNotListenYetAndReplacesItWhenItEnds()
    {
        const World world;
        auto first = std::make_unique<processes::SingleInstance>(world.folder, QStringLiteral("latchkey"));
        QCOMPARE(*first->join({}), Role::First);
        Probe later(world.folder);
        QTest::qWait(100);
        QCOMPARE(later.role(), QByteArray());
        first.reset();
        QTRY_COMPARE(later.role(), QByteArray("first"));
    }

    void hungFirstIsReported()
    {
        const World world;
        Probe first(world.folder);
        QTRY_COMPARE(first.role(), QByteArray("first"));
        first.suspend();
        Probe later(world.folder, {}, QStringLiteral("latchkey"), 300);
        QTRY_COMPARE(later.role(), QByteArray("instance_hung"));
        first.resume();
        Probe patient(world.folder);
        QTRY_COMPARE(patient.role(), QByteArray("later"));
    }

    void withoutAWritableFolderEveryStartIsFirst()
    {
        QTemporaryDir temporary;
        QFile file(temporary.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int i = 0; i < 2; ++i) {
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("no lock")));
            processes::SingleInstance instance(file.fileName() + QStringLiteral("/run"), QStringLiteral("latchkey"));
            const auto role = instance.join({});
            QVERIFY(role);
            QCOMPARE(*role, Role::First);
        }
    }

    void anOrdinaryExitLeavesNothingBehind()
    {
        const World world;
        {
            Probe first(world.folder);
            QTRY_COMPARE(first.role(), QByteArray("first"));
        }
        QCOMPARE(QDir(world.folder).entryList(QDir::Files | QDir::System), QStringList());
    }
};

} // namespace tst_singleinstance

LATCHKEY_TEST(tst_singleinstance, TestSingleInstance, QCoreApplication)

#include "tst_singleinstance.moc"
