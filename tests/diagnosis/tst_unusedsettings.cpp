// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/trust.h"
#include "diagnosis/unusedsettings.h"

#include "support/test.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace tst_unusedsettings {

using diagnosis::Finding;
using diagnosis::State;

/// A home folder with a configuration of Git.
struct World
{
    explicit World(const QByteArray &configuration = {})
    {
        QFile file(folder.filePath(QStringLiteral("gitconfig")));
        if (!file.open(QIODevice::WriteOnly) || file.write(configuration) < 0)
            qFatal("no temporary file");
        qputenv("GIT_CONFIG_GLOBAL", file.fileName().toLocal8Bit());
        qputenv("GIT_CONFIG_NOSYSTEM", "1");
    }

    ~World()
    {
        qunsetenv("GIT_CONFIG_GLOBAL");
        qunsetenv("GIT_CONFIG_NOSYSTEM");
    }

    static Finding found(const QString &git = QStringLiteral("git"))
    {
        QObject context;
        Finding finding;
        diagnosis::findUnusedSettings(git, &context, [&](const Finding &told) { finding = told; });
        return QTest::qWaitFor([&] { return finding.state != State::Pending; }) ? finding : Finding();
    }

    QTemporaryDir folder;
};

/// How Latchkey treats each setting that curl or Git obeys.
enum class Treatment { Obeyed, Told };

class UnusedSettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        for (const QString &name : diagnosis::unusedVariables())
            qunsetenv(name.toLatin1().constData());
    }

    void cleanup() { init(); }

    void noneIsToldIfNoneIsSet()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
        const World world;
        QCOMPARE(World::found().state, State::Ok);
    }

    void everySettingIsObeyedOrTold_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<Treatment>("treatment");
        // Obeyed: tst_systemproxies and tst_trust test the effect.
        for (const char *name : {"https_proxy", "HTTPS_PROXY", "http_proxy", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY",
                                 "SSL_CERT_FILE", "SSL_CERT_DIR"})
            QTest::newRow(name) << QString::fromLatin1(name) << Treatment::Obeyed;
        for (const char *name : {"CURL_CA_BUNDLE", "CURL_SSL_BACKEND", "GIT_SSL_CAINFO", "GIT_SSL_CAPATH", "GIT_SSL_NO_VERIFY",
                                 "GIT_SSL_CERT", "GIT_SSL_KEY", "GIT_SSL_VERSION", "GIT_SSL_CIPHER_LIST",
                                 "GIT_HTTP_PROXY_AUTHMETHOD", "GIT_PROXY_SSL_CAINFO", "GIT_PROXY_SSL_CERT", "GIT_PROXY_SSL_KEY",
                                 "SSLKEYLOGFILE", "http.proxy", "http.proxyAuthMethod", "http.proxySSLCAInfo",
                                 "http.proxySSLCert", "http.sslCAInfo", "http.sslCAPath", "http.sslVerify", "http.sslCert",
                                 "http.sslKey", "http.sslBackend", "http.curloptResolve", "http.pinnedPubkey"})
            QTest::newRow(name) << QString::fromLatin1(name) << Treatment::Told;
    }

    void everySettingIsObeyedOrTold()
    {
        QFETCH(const QString, name);
        QFETCH(const Treatment, treatment);
        const bool isKey = name.startsWith(QLatin1String("http."));
        const World world(isKey ? "[http]\n\t" + name.mid(5).toLatin1() + " = ada:sesame\n" : QByteArray());
        const QByteArray variable = name.toLatin1();
        const QByteArray before = qgetenv(variable.constData());
        if (!isKey)
            qputenv(variable.constData(), "ada:sesame");
        const Finding finding = World::found();
        if (!isKey)
            before.isEmpty() ? qunsetenv(variable.constData()) : qputenv(variable.constData(), before);
        QCOMPARE(finding.state, treatment == Treatment::Told ? State::Warning : State::Ok);
        QCOMPARE(finding.sentence.contains(name), treatment == Treatment::Told);
        QVERIFY(!finding.sentence.contains(QLatin1String("sesame")));
    }

    void theTableIsComplete()
    {
        QCOMPARE((diagnosis::unusedVariables() + diagnosis::unusedGitKeys()).size(), 27);
    }

    void aSettingForOneServerIsToldWithoutItsAddress()
    {
        const World world("[http \"https://ada:sesame@git.example.org/\"]\n\tproxy = http://p.example:1\n");
        const Finding finding = World::found();
        QVERIFY2(finding.sentence.endsWith(QLatin1String(": http.proxy.")), qPrintable(finding.sentence));
    }

    void theProxyOfARemoteIsTold()
    {
        const World world("[remote \"https.proxy\"]\n\tproxy = http://ada:sesame@p.example:1\n");
        const Finding finding = World::found();
        QVERIFY2(finding.sentence.endsWith(QLatin1String(": remote.*.proxy.")), qPrintable(finding.sentence));
    }

    void theFileOfCurlIsTold()
    {
        const World world;
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral(".curlrc")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("# cacert = /x\nsilent\nproxy-user=ada:sesame\n--proxy \"http://ada:sesame@p.example\"\n-k\nproxytunnel\ninsecure\n");
        file.close();
        qputenv("CURL_HOME", folder.path().toLocal8Bit());
        const Finding finding = World::found();
        qunsetenv("CURL_HOME");
        QCOMPARE(finding.state, State::Warning);
        QVERIFY2(finding.sentence.endsWith(QLatin1String(": curlrc: proxy-user, curlrc: proxy, curlrc: -k, curlrc: insecure.")),
                 qPrintable(finding.sentence));
    }

    void withoutGitVariablesAreTold()
    {
        qputenv("GIT_SSL_NO_VERIFY", "1");
        const Finding finding = World::found(QStringLiteral("/nowhere/git"));
        QVERIFY(finding.state == State::Warning && finding.sentence.contains(QLatin1String("GIT_SSL_NO_VERIFY")));
    }

    void certificatesThatCannotBeUsedAreTold()
    {
        using Source = http::TrustSource;
        const Source missing{"SSL_CERT_FILE", QStringLiteral("/x"), Source::State::Missing};
        const Source good{"SSL_CERT_DIR", QStringLiteral("/y"), Source::State::Used, 3};
        QCOMPARE(diagnosis::trustFinding({}).state, State::Ok);
        QVERIFY(diagnosis::trustFinding({}).advice.isEmpty());
        const Finding warning = diagnosis::trustFinding({{missing}, true});
        QVERIFY(warning.state == State::Warning && warning.sentence.contains(QLatin1String("does not exist: /x")));
        QCOMPARE(diagnosis::trustFinding({{missing}, false}).state, State::Failed);
        const Finding half = diagnosis::trustFinding({{missing, good}, false});
        QVERIFY(half.state == State::Warning && half.sentence.contains(QLatin1String("of the system are not used")));
        const Finding used = diagnosis::trustFinding({{good}, true});
        QVERIFY2(used.state == State::Ok && used.sentence == QLatin1String("Those of the system, and 3 of SSL_CERT_DIR."),
                 qPrintable(used.sentence));
        QVERIFY(used.advice.contains(QLatin1String("login view does not use SSL_CERT_DIR")));
        QVERIFY(diagnosis::trustFinding({{good}, false}).sentence.startsWith(QLatin1String("Not those of the system")));
    }
};

} // namespace tst_unusedsettings

LATCHKEY_TEST(tst_unusedsettings, UnusedSettingsTest, QCoreApplication)

#include "tst_unusedsettings.moc"
