// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/proxylookup.h"

#include "http/proxy/proxyproblem.h"

#include "support/test.h"

#include <QFile>
#include <QTemporaryDir>

#include <csignal>
#include <optional>

namespace tst_proxylookup {

/// A program that is a shell script.
struct World
{
    explicit World(const QByteArray &script)
    {
        QFile file(program);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no script can be written");
        file.write("#!/bin/sh\n" + script);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    void ask(const QList<QUrl> &urls)
    {
        diagnosis::proxiesBy(program)(urls, context.get(), [this](const QList<QNetworkProxy> &found) { proxies = found; });
    }

    QTemporaryDir folder;
    const QString program = folder.filePath(QStringLiteral("program"));
    std::unique_ptr<QObject> context = std::make_unique<QObject>();
    std::optional<QList<QNetworkProxy>> proxies;
};

const QList<QUrl> twoUrls{QUrl(QStringLiteral("https://ada:x@git.example.org/login?a=b#c")),
                          QUrl(QStringLiteral("https://api.example.org:8443/user"))};

class ProxyLookupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAnswerIsRead()
    {
        World world("echo http://ada:p%40ss@proxy.example.org:3128; echo socks5://127.0.0.1:1080");
        world.ask(twoUrls);
        QVERIFY(!world.proxies);
        QTRY_VERIFY(world.proxies);
        QCOMPARE(*world.proxies, QList<QNetworkProxy>({
            {QNetworkProxy::HttpProxy, QStringLiteral("proxy.example.org"), 3128, QStringLiteral("ada"), QStringLiteral("p@ss")},
            {QNetworkProxy::Socks5Proxy, QStringLiteral("127.0.0.1"), 1080}}));
    }

    void aProxyOfAKindThatLatchkeyCannotUseStaysOne()
    {
        qputenv("https_proxy", "https://proxy.example.org:3129");
        const QString line = diagnosis::systemProxiesFor({twoUrls.first().toString()});
        qunsetenv("https_proxy");
        World world("echo '" + line.trimmed().toLatin1() + '\'');
        world.ask({twoUrls.first()});
        QTRY_VERIFY(world.proxies);
        QCOMPARE(http::nameOf(world.proxies->first()), QStringLiteral("proxy.example.org:3129"));
        QVERIFY(!http::isSupported(world.proxies->first()));
    }

    void onlyOriginsAreTold()
    {
        World world("echo \"$*\" >\"$0.arguments\"");
        world.ask(twoUrls);
        QTRY_VERIFY(world.proxies);
        QFile arguments(world.program + QStringLiteral(".arguments"));
        QVERIFY(arguments.open(QIODevice::ReadOnly));
        QCOMPARE(arguments.readAll(), "--system-proxies https://git.example.org https://api.example.org:8443\n");
    }

    void whatCannotBeAskedOrReadIsNoProxy_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("nothing") << QByteArray("exit 1");
        QTest::newRow("direct") << QByteArray("echo direct:; echo direct:");
        QTest::newRow("rubbish") << QByteArray("echo '::'; echo '%%%'; echo x");
        QTest::newRow("killed") << QByteArray("kill -9 $$");
    }

    void whatCannotBeAskedOrReadIsNoProxy()
    {
        QFETCH(QByteArray, script);
        World world(script);
        world.ask(twoUrls);
        QTRY_VERIFY(world.proxies);
        QCOMPARE(*world.proxies, QList<QNetworkProxy>(2, QNetworkProxy(QNetworkProxy::NoProxy)));
    }

    void aProgramThatIsNotThereIsNoProxy()
    {
        World world("");
        QVERIFY(QFile::remove(world.program));
        world.ask(twoUrls);
        QTRY_VERIFY(world.proxies);
        QCOMPARE(world.proxies->size(), 2);
    }

    void aProgramThatHangsEndsWithItsContext()
    {
        World world("echo $$ >\"$0.pid\"; exec sleep 1000");
        world.ask(twoUrls);
        QFile file(world.program + QStringLiteral(".pid"));
        QTRY_VERIFY(file.size() > 1);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const pid_t pid = pid_t(file.readAll().trimmed().toInt());
        QCOMPARE(kill(pid, 0), 0);
        world.context.reset();
        QVERIFY(kill(pid, 0) != 0);
        QVERIFY(!world.proxies);
    }
};

} // namespace tst_proxylookup

LATCHKEY_TEST(tst_proxylookup, ProxyLookupTest, QCoreApplication)

#include "tst_proxylookup.moc"
