// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "useragent/browserobstacle.h"

#include "support/test.h"

namespace tst_browserobstacle {

class BrowserObstacleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void obstacleIsFound_data()
    {
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("file");
        QTest::addColumn<BrowserObstacle>("obstacle");
        const QString none;
        QTest::newRow("desktop") << none << none << BrowserObstacle::None;
        QTest::newRow("ssh") << QStringLiteral("SSH_CONNECTION") << none << BrowserObstacle::Ssh;
        QTest::newRow("systemd-nspawn") << QStringLiteral("container") << none << BrowserObstacle::Container;
        QTest::newRow("podman") << none << QStringLiteral("/run/.containerenv") << BrowserObstacle::Container;
        QTest::newRow("docker") << none << QStringLiteral("/.dockerenv") << BrowserObstacle::Container;
        QTest::newRow("wsl") << QStringLiteral("WSL_DISTRO_NAME") << none << BrowserObstacle::Wsl;
    }

    void obstacleIsFound()
    {
        QFETCH(QString, variable);
        QFETCH(QString, file);
        QFETCH(BrowserObstacle, obstacle);
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("DISPLAY"), QStringLiteral(":0"));
        if (!variable.isEmpty())
            environment.insert(variable, QStringLiteral("x"));
        QCOMPARE(browserObstacle(environment, [&](const QString &path) { return path == file; }), obstacle);
    }

    void noDisplayIsAnObstacleAndWaylandIsADisplay()
    {
#ifdef Q_OS_WIN
        QSKIP("Windows always has a display");
#endif
        const auto noFile = [](const QString &) { return false; };
        QProcessEnvironment environment;
        QCOMPARE(browserObstacle(environment, noFile), BrowserObstacle::NoDisplay);
        environment.insert(QStringLiteral("WAYLAND_DISPLAY"), QStringLiteral("wayland-0"));
        QCOMPARE(browserObstacle(environment, noFile), BrowserObstacle::None);
    }
};

} // namespace tst_browserobstacle

LATCHKEY_TEST(tst_browserobstacle, BrowserObstacleTest, QCoreApplication)

#include "tst_browserobstacle.moc"
