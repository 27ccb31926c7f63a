// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/proxy/proxyproblem.h"
#include "http/proxy/systemproxies.h"
#include "support/test.h"

#include <QMap>

namespace tst_systemproxies {

using Variables = QMap<QByteArray, QByteArray>;

const QList<QByteArray> allVariables{"http_proxy", "https_proxy", "all_proxy", "no_proxy",
                                     "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"};

class SystemProxiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { init(); }
    void theEnvironmentIsReadAsCurlReadsIt_data();
    void theEnvironmentIsReadAsCurlReadsIt();
    void exceptionsGoDirectly_data();
    void exceptionsGoDirectly();
    void thisComputerIsNeverBehindAProxy_data();
    void thisComputerIsNeverBehindAProxy();
};

void SystemProxiesTest::init()
{
    for (const QByteArray &name : allVariables)
        qunsetenv(name.constData());
}

void SystemProxiesTest::theEnvironmentIsReadAsCurlReadsIt_data()
{
    QTest::addColumn<Variables>("variables");
    QTest::addColumn<QString>("ofHttps"); ///< "type host:port name password", or empty if the environment says nothing.
    QTest::addColumn<QString>("ofHttp");
    const auto row = [](const char *name, const Variables &variables, const char *ofHttps, const char *ofHttp) {
        QTest::newRow(name) << variables << QString::fromUtf8(ofHttps) << QString::fromUtf8(ofHttp);
    };
    row("nothing", {}, "", "");
    row("https_proxy", {{"https_proxy", "http://p.example:3128"}}, "http p.example:3128", "");
    row("HTTPS_PROXY", {{"HTTPS_PROXY", "http://p.example:3128"}}, "http p.example:3128", "");
    row("http_proxy", {{"http_proxy", "http://p.example:3128"}}, "", "http p.example:3128");
    row("HTTP_PROXY", {{"HTTP_PROXY", "http://p.example:3128"}}, "", "");
    row("all_proxy", {{"all_proxy", "http://p.example:3128"}}, "http p.example:3128", "http p.example:3128");
    row("all_proxy of GNOME", {{"all_proxy", "socks://p.example:1080/"}}, "socks p.example:1080", "socks p.example:1080");
    row("ALL_PROXY", {{"ALL_PROXY", "socks5h://p.example:1080"}}, "socks p.example:1080", "socks p.example:1080");
    row("small letters win", {{"https_proxy", "http://a.example:1"}, {"HTTPS_PROXY", "http://b.example:2"}}, "http a.example:1", "");
    row("the scheme's wins", {{"all_proxy", "http://a.example:1"}, {"HTTPS_PROXY", "http://b.example:2"}}, "http b.example:2",
        "http a.example:1");
    row("empty is not set", {{"https_proxy", ""}, {"ALL_PROXY", "http://a.example:1"}}, "http a.example:1", "http a.example:1");
    row("no scheme", {{"https_proxy", "p.example:3128"}}, "http p.example:3128", "");
    row("no port", {{"https_proxy", "http://p.example"}}, "http p.example:1080", "");
    row("no port, with TLS", {{"https_proxy", "https://p.example"}}, "unsupported p.example:443", "");
    for (const char *scheme : {"https", "socks4", "socks4a", "ftp"})
        row(scheme, {{"https_proxy", scheme + QByteArray("://p.example:1")}}, "unsupported p.example:1", "");
    row("a slash", {{"https_proxy", "http://p.example:3128/"}}, "http p.example:3128", "");
    row("spaces", {{"https_proxy", " http://p.example:3128 "}}, "http p.example:3128", "");
    row("a password", {{"https_proxy", "http://ada:p%40ss@p.example:3128"}}, "http p.example:3128 ada p@ss", "");
    row("a password without a scheme", {{"https_proxy", "ada:sesame@p.example:3128"}}, "http p.example:3128 ada sesame", "");
    row("IPv6", {{"https_proxy", "http://[::1]:3128"}}, "http [::1]:3128", "");
    row("unreadable is not direct", {{"https_proxy", "http://"}}, "http invalid:1080", "");
}

void SystemProxiesTest::theEnvironmentIsReadAsCurlReadsIt()
{
    QFETCH(const Variables, variables);
    QFETCH(const QString, ofHttps);
    QFETCH(const QString, ofHttp);
    for (auto variable = variables.begin(); variable != variables.end(); ++variable)
        qputenv(variable.key().constData(), variable.value());
    const auto found = [](const char *url) {
        const auto proxy = http::environmentProxyFor(QUrl(QLatin1String(url)));
        if (!proxy)
            return QString();
        const auto type = proxy->type() == QNetworkProxy::Socks5Proxy ? QStringLiteral("socks ") : QStringLiteral("http ");
        const QString who = proxy->user().isEmpty() ? QString() : QStringLiteral(" %1 %2").arg(proxy->user(), proxy->password());
        if (!http::isSupported(*proxy))
            return QStringLiteral("unsupported ") + http::nameOf(*proxy);
        return type + http::nameOf(*proxy) + who;
    };
    QCOMPARE(found("https://github.com/x"), ofHttps);
    QCOMPARE(found("http://github.com/x"), ofHttp);
}

void SystemProxiesTest::exceptionsGoDirectly_data()
{
    QTest::addColumn<QString>("exceptions");
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isDirect");
    const auto row = [](const char *exceptions, const char *url, bool isDirect) {
        QTest::addRow("%s: %s", exceptions, url) << QString::fromLatin1(exceptions) << QString::fromLatin1(url) << isDirect;
    };
    row("*", "https://github.com", true);
    row("github.com", "https://github.com", true);
    row("GitHub.com", "https://GITHUB.com", true);
    row("github.com", "https://api.github.com", true);
    row("github.com", "https://notgithub.com", false);
    row("github.com", "https://github.com.evil.example", false);
    row(".github.com", "https://github.com", true);
    row(".github.com", "https://api.github.com", true);
    row("*.github.com", "https://api.github.com", true);
    row("github.com.", "https://github.com", true);
    row("github.com", "https://github.com.", true);
    row("example.org,github.com", "https://github.com", true);
    row("example.org github.com", "https://github.com", true);
    row(" example.org , github.com ,", "https://github.com", true);
    row("example.org", "https://github.com", false);
    row("github.com:443", "https://github.com", true);
    row("github.com:8443", "https://github.com", false);
    row("github.com:8443", "https://github.com:8443", true);
    row("github.com", "https://github.com:8443", true);
    row("10.0.0.0/8", "https://10.1.2.3", true);
    row("10.0.0.0/8", "https://11.1.2.3", false);
    row("10.0.0.0/8", "https://github.com", false);
    row("10.1.2.3", "https://10.1.2.3", true);
    row("1.2.3", "https://10.1.2.3", false);
    row("2001:db8::/32", "https://[2001:db8::1]", true);
    row("[2001:db8::1]", "https://[2001:db8::1]", true);
    row("2001:db8::1", "https://[2001:db8::1]", true);
    row("10.0.0.0/99", "https://10.1.2.3", false);
    row("/", "https://10.1.2.3", false);
    row(".", "https://github.com", false);
    row(",", "https://github.com", false);
}

void SystemProxiesTest::exceptionsGoDirectly()
{
    QFETCH(const QString, exceptions);
    QFETCH(const QString, url);
    QFETCH(const bool, isDirect);
    for (const char *name : {"no_proxy", "NO_PROXY"}) {
        init();
        qputenv("https_proxy", "http://p.example:3128");
        qputenv(name, exceptions.toLatin1());
        QCOMPARE(http::isDirect(http::systemProxyFor(QUrl(url))), isDirect);
    }
}

void SystemProxiesTest::thisComputerIsNeverBehindAProxy_data()
{
    QTest::addColumn<QString>("url");
    for (const char *url : {"http://127.0.0.1:8080/", "http://[::1]/", "https://localhost/", "http://127.9.9.9/"})
        QTest::newRow(url) << QString::fromLatin1(url);
}

void SystemProxiesTest::thisComputerIsNeverBehindAProxy()
{
    QFETCH(const QString, url);
    qputenv("all_proxy", "http://p.example:3128");
    qputenv("http_proxy", "http://p.example:3128");
    QVERIFY(http::isDirect(http::systemProxyFor(QUrl(url))));
}

} // namespace tst_systemproxies

LATCHKEY_TEST(tst_systemproxies, SystemProxiesTest, QCoreApplication)

#include "tst_systemproxies.moc"
