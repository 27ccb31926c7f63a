// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/proxy/desktopproxies.h"

#include "support/test.h"

#include <QFile>
#include <QTemporaryDir>

namespace tst_desktopproxies {

using namespace std::chrono_literals;

const QUrl page(QStringLiteral("https://ada:x@git.example.org/login?a=b#c"));

/// A program that is a shell script, and writes down what it is asked.
struct World
{
    explicit World(const QByteArray &script, std::chrono::milliseconds patience = 10s)
    {
        QFile file(program);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no script can be written");
        file.write("#!/bin/sh\necho \"$*\" >>\"$0.asked\"\n" + script);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        file.close();
        http::askDesktopBy({program, {QStringLiteral("--question")}, patience});
    }

    ~World() { http::askDesktopBy({}); }

    QByteArrayList asked() const
    {
        QFile file(program + QStringLiteral(".asked"));
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().split('\n') : QByteArrayList();
    }

    QTemporaryDir folder;
    const QString program = folder.filePath(QStringLiteral("program"));
};

class DesktopProxiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachOriginIsAskedForOnce()
    {
        const World world("echo http://ada:p%40ss@proxy.example.org:3128");
        const QNetworkProxy proxy(QNetworkProxy::HttpProxy, QStringLiteral("proxy.example.org"), 3128, QStringLiteral("ada"),
                                  QStringLiteral("p@ss"));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(http::desktopProxyFor(page), proxy);
        QCOMPARE(http::desktopProxyFor(QUrl(QStringLiteral("https://git.example.org:8443/"))), proxy);
        QCOMPARE(world.asked(), QByteArrayList({"--question https://git.example.org", "--question https://git.example.org:8443"}));
    }

    /// A proxy script on a server that accepts and never answers.
    void settingsThatHangAreNotWaitedFor()
    {
        const World world("exec sleep 1000", 100ms);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(http::desktopProxyFor(page).type(), QNetworkProxy::NoProxy);
        QVERIFY(world.asked().size() <= 1);
    }

    void anAnswerThatIsNoneIsNoProxy_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("direct") << QByteArray("echo direct:");
        QTest::newRow("nothing") << QByteArray("true");
        QTest::newRow("junk") << QByteArray("head -c 100 /dev/urandom");
        QTest::newRow("failure") << QByteArray("exit 1");
    }

    void anAnswerThatIsNoneIsNoProxy()
    {
        QFETCH(QByteArray, script);
        const World world(script);
        QCOMPARE(http::desktopProxyFor(page).type(), QNetworkProxy::NoProxy);
    }

    void aProgramThatIsMissingIsNoProxy()
    {
        http::askDesktopBy({QStringLiteral("/nonexistent"), {}});
        QCOMPARE(http::desktopProxyFor(page).type(), QNetworkProxy::NoProxy);
        http::askDesktopBy({});
    }
};

} // namespace tst_desktopproxies

LATCHKEY_TEST(tst_desktopproxies, DesktopProxiesTest, QCoreApplication)

#include "tst_desktopproxies.moc"
