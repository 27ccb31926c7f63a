// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/signinway.h"

#include "support/test.h"

namespace tst_signinway {

using Way = SignInWay;
using Obstacle = WayObstacle;

/// A GitHub server that offers pages and device codes.
Provider gitHub()
{
    Provider provider;
    provider.api = Provider::Api::GitHub;
    provider.client.clientId = QStringLiteral("Iv1.abc");
    provider.server.authorizationEndpoint = QUrl(QStringLiteral("https://github.com/login/oauth/authorize"));
    provider.server.tokenEndpoint = QUrl(QStringLiteral("https://github.com/login/oauth/access_token"));
    provider.server.deviceAuthorizationEndpoint = QUrl(QStringLiteral("https://github.com/login/device/code"));
    return provider;
}

Provider withoutCodes(Provider provider)
{
    provider.server.deviceAuthorizationEndpoint.clear();
    return provider;
}

Provider withoutSecret(Provider provider)
{
    provider.needsSecretForPages = true;
    return provider;
}

Provider withoutClientId(Provider provider)
{
    provider.client.clientId.clear();
    return provider;
}

Provider openId(Provider provider)
{
    provider.api = Provider::Api::Oidc;
    provider.server.userinfoEndpoint = QUrl(QStringLiteral("https://sso.example.org/userinfo"));
    return provider;
}

const Machine desktop;
const Machine remote{.hasBrowserObstacle = true};
const Machine terminal{.hasWindow = false};
const Machine remoteTerminal{.hasWindow = false, .hasBrowserObstacle = true};
const Machine brokenLoginView{.hasLoginView = false};
const Machine withCli{.cliLogin = QStringLiteral("ada")};
const Machine remoteWithoutLoginView{.hasLoginView = false, .hasBrowserObstacle = true};

Error noUserAgent(const char *code)
{
    return {Error::Kind::NoUserAgent, QLatin1String(code)};
}

char letter(Way way)
{
    switch (way) {
    case Way::LoginView: return 'V';
    case Way::Browser: return 'B';
    case Way::Link: return 'L';
    case Way::DeviceCode: return 'C';
    case Way::Token: return 'T';
    case Way::GitHubCli: return 'G';
    }
    return '?';
}

/// One letter per way, in order. Ways with an obstacle are in lower case.
QString spelled(const QList<WayState> &ways)
{
    QString letters;
    for (const WayState &state : ways) {
        const QChar one = QLatin1Char(letter(state.way));
        letters += state.obstacle ? one.toLower() : one;
    }
    return letters;
}

QString spelled(std::optional<Way> way)
{
    return way ? QString(QLatin1Char(letter(*way))) : QString();
}

class SignInWayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waysDependOnProviderAndMachine_data();
    void waysDependOnProviderAndMachine();
    void obstacleSaysWhy_data();
    void obstacleSaysWhy();
    void failedUserAgentLeadsToTheNextWay_data();
    void failedUserAgentLeadsToTheNextWay();
    void waysThatOnlyThisMachineLacksAreOffered();
    void theWayThatWasUsedComesAgain_data();
    void theWayThatWasUsedComesAgain();
    void everyWayIsReadByItsName();
};

void SignInWayTest::waysDependOnProviderAndMachine_data()
{
    QTest::addColumn<Provider>("provider");
    QTest::addColumn<Machine>("machine");
    QTest::addColumn<QString>("ways");
    QTest::addColumn<QString>("best");
    QTest::newRow("desktop") << gitHub() << desktop << QStringLiteral("VBCgTL") << QStringLiteral("V");
    QTest::newRow("remote") << gitHub() << remote << QStringLiteral("CBVgTL") << QStringLiteral("C");
    QTest::newRow("terminal") << gitHub() << terminal << QStringLiteral("vBCgTl") << QStringLiteral("B");
    QTest::newRow("remote terminal") << gitHub() << remoteTerminal << QStringLiteral("CBvgTl") << QStringLiteral("C");
    QTest::newRow("broken login view") << gitHub() << brokenLoginView << QStringLiteral("BCvgTL") << QStringLiteral("B");
    QTest::newRow("remote without login view") << gitHub() << remoteWithoutLoginView << QStringLiteral("CBvgTL") << QStringLiteral("C");
    QTest::newRow("no codes: desktop") << withoutCodes(gitHub()) << desktop << QStringLiteral("VBcgTL") << QStringLiteral("V");
    QTest::newRow("no codes: remote") << withoutCodes(gitHub()) << remote << QStringLiteral("VBcgTL") << QStringLiteral("V");
    QTest::newRow("no codes: remote terminal") << withoutCodes(gitHub()) << remoteTerminal << QStringLiteral("vBcgTl") << QStringLiteral("B");
    QTest::newRow("no secret: desktop") << withoutSecret(gitHub()) << desktop << QStringLiteral("vbCgTl") << QStringLiteral("C");
    QTest::newRow("no secret: terminal") << withoutSecret(gitHub()) << terminal << QStringLiteral("vbCgTl") << QStringLiteral("C");
    QTest::newRow("no secret, no codes") << withoutSecret(withoutCodes(gitHub())) << desktop << QStringLiteral("vbcgTl") << QStringLiteral("");
    QTest::newRow("not registered") << withoutClientId(gitHub()) << desktop << QStringLiteral("gTvbcl") << QStringLiteral("");
    QTest::newRow("not registered: terminal") << withoutClientId(gitHub()) << terminal << QStringLiteral("gTvbcl") << QStringLiteral("");
    QTest::newRow("GitHub CLI") << gitHub() << withCli << QStringLiteral("VBCGTL") << QStringLiteral("V");
    QTest::newRow("GitHub CLI: not registered") << withoutClientId(gitHub()) << withCli << QStringLiteral("GTvbcl") << QStringLiteral("");
    QTest::newRow("GitHub CLI: OpenID") << openId(gitHub()) << withCli << QStringLiteral("VBCgtL") << QStringLiteral("V");
    QTest::newRow("OpenID: desktop") << openId(gitHub()) << desktop << QStringLiteral("VBCgtL") << QStringLiteral("V");
    QTest::newRow("OpenID: not registered") << withoutClientId(openId(gitHub())) << remote << QStringLiteral("gtvbcl") << QStringLiteral("");
}

void SignInWayTest::waysDependOnProviderAndMachine()
{
    QFETCH(Provider, provider);
    QFETCH(Machine, machine);
    QFETCH(QString, ways);
    QFETCH(QString, best);
    QCOMPARE(spelled(waysFor(provider, machine)), ways);
    QCOMPARE(spelled(bestWay(provider, machine)), best);
}

void SignInWayTest::theWayThatWasUsedComesAgain_data()
{
    QTest::addColumn<Provider>("provider");
    QTest::addColumn<Machine>("machine");
    QTest::addColumn<int>("used");
    QTest::addColumn<QString>("again");
    const auto row = [](const char *name, const Provider &provider, const Machine &machine, Way used, const char *again) {
        QTest::newRow(name) << provider << machine << int(used) << QString::fromLatin1(again);
    };
    row("login view", gitHub(), desktop, Way::LoginView, "V");
    row("login view, remote", gitHub(), remote, Way::LoginView, "V");
    row("browser, remote", gitHub(), remote, Way::Browser, "B");
    row("link", gitHub(), desktop, Way::Link, "L");
    row("code", gitHub(), desktop, Way::DeviceCode, "C");
    row("code, no longer given", withoutCodes(gitHub()), desktop, Way::DeviceCode, "V");
    row("token", gitHub(), desktop, Way::Token, "T");
    row("token, not registered", withoutClientId(gitHub()), desktop, Way::Token, "T");
    row("broken login view", gitHub(), brokenLoginView, Way::LoginView, "B");
    row("GitHub CLI gives the same token", gitHub(), withCli, Way::GitHubCli, "V");
}

void SignInWayTest::theWayThatWasUsedComesAgain()
{
    QFETCH(Provider, provider);
    QFETCH(Machine, machine);
    QFETCH(int, used);
    QFETCH(QString, again);
    QCOMPARE(spelled(wayAgain(provider, machine, Way(used))), again);
    QCOMPARE(wayAgain(provider, machine, std::nullopt), bestWay(provider, machine));
}

void SignInWayTest::everyWayIsReadByItsName()
{
    for (const WayState &state : waysFor(gitHub(), desktop)) {
        QVERIFY(!nameOf(state.way).isEmpty());
        QCOMPARE(signInWayNamed(nameOf(state.way)), std::optional(state.way));
    }
    QCOMPARE(signInWayNamed({}), std::nullopt);
    QCOMPARE(signInWayNamed(QStringLiteral("telepathy")), std::nullopt);
}

void SignInWayTest::obstacleSaysWhy_data()
{
    QTest::addColumn<Provider>("provider");
    QTest::addColumn<Machine>("machine");
    QTest::addColumn<int>("way");
    QTest::addColumn<int>("obstacle");
    const auto row = [](const char *name, const Provider &provider, const Machine &machine, Way way, Obstacle obstacle) {
        QTest::newRow(name) << provider << machine << int(way) << int(obstacle);
    };
    row("page without client id", withoutClientId(gitHub()), desktop, Way::Browser, Obstacle::NotRegistered);
    row("code without client id", withoutClientId(gitHub()), desktop, Way::DeviceCode, Obstacle::NotRegistered);
    row("page without secret", withoutSecret(gitHub()), desktop, Way::Link, Obstacle::NoClientSecret);
    row("server without codes", withoutCodes(gitHub()), desktop, Way::DeviceCode, Obstacle::NotAtServer);
    row("server without personal access tokens", openId(gitHub()), desktop, Way::Token, Obstacle::NotAtServer);
    row("login view in a terminal", gitHub(), terminal, Way::LoginView, Obstacle::NoWindow);
    row("link in a terminal", gitHub(), terminal, Way::Link, Obstacle::NoWindow);
    row("broken login view", gitHub(), brokenLoginView, Way::LoginView, Obstacle::NoLoginView);
    row("no browser", gitHub(), {.hasBrowser = false}, Way::Browser, Obstacle::NoBrowser);
    row("nobody in GitHub CLI", gitHub(), desktop, Way::GitHubCli, Obstacle::NoCliSignIn);
    row("GitHub CLI at another kind of server", openId(gitHub()), withCli, Way::GitHubCli, Obstacle::NotAtServer);
    row("server before machine", withoutSecret(gitHub()), brokenLoginView, Way::LoginView, Obstacle::NoClientSecret);
}

void SignInWayTest::obstacleSaysWhy()
{
    QFETCH(Provider, provider);
    QFETCH(Machine, machine);
    QFETCH(int, way);
    QFETCH(int, obstacle);
    for (const WayState &state : waysFor(provider, machine)) {
        if (int(state.way) == way) {
            QVERIFY(state.obstacle);
            QCOMPARE(int(*state.obstacle), obstacle);
        }
    }
}

void SignInWayTest::failedUserAgentLeadsToTheNextWay_data()
{
    QTest::addColumn<Provider>("provider");
    QTest::addColumn<Machine>("machine");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("next");
    QTest::newRow("login view") << gitHub() << desktop << QStringLiteral("missing") << QStringLiteral("B");
    QTest::newRow("login view, remote") << gitHub() << remote << QStringLiteral("missing") << QStringLiteral("C");
    QTest::newRow("browser") << gitHub() << desktop << QStringLiteral("no_browser") << QStringLiteral("C");
    QTest::newRow("browser, without codes") << withoutCodes(gitHub()) << desktop << QStringLiteral("no_browser") << QStringLiteral("L");
}

void SignInWayTest::failedUserAgentLeadsToTheNextWay()
{
    QFETCH(Provider, provider);
    QFETCH(Machine, machine);
    QFETCH(QString, code);
    QFETCH(QString, next);
    QCOMPARE(spelled(bestWay(provider, machine.after(noUserAgent(code.toLatin1().constData())))), next);
    const Error declined{Error::Kind::Denied, QStringLiteral("access_denied")};
    QCOMPARE(bestWay(provider, machine.after(declined)), bestWay(provider, machine));
}

void SignInWayTest::waysThatOnlyThisMachineLacksAreOffered()
{
    QVERIFY((WayState{Way::Browser, std::nullopt}.isOffered()));
    QVERIFY((WayState{Way::LoginView, Obstacle::NoLoginView}.isOffered()));
    QVERIFY(!(WayState{Way::LoginView, Obstacle::NoWindow}.isOffered()));
    QVERIFY(!(WayState{Way::DeviceCode, Obstacle::NotAtServer}.isOffered()));
}

} // namespace tst_signinway

LATCHKEY_TEST(tst_signinway, SignInWayTest, testprogram::NoApplication)

#include "tst_signinway.moc"
