// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provider/providerfile.h"

#include "support/test.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tst_providerfile {

QString latin1(const char *text)
{
    return QString::fromLatin1(text);
}

const QByteArray minimalGitHub = R"({"id": "github", "client_id": "c"})";

QJsonObject object(const QList<std::pair<const char *, const char *>> &members)
{
    QJsonObject object;
    for (const auto &[key, value] : members)
        object.insert(latin1(key), latin1(value));
    return object;
}

/// A file for a self-hosted GitHub, with every allowed key.
QJsonObject fullGitHub()
{
    QJsonObject file = object({
        {"id", "acme"},
        {"name", "Acme"},
        {"api", "github"},
        {"api_base_url", "https://ghe.example/api/v3"},
        {"graphql_url", "https://ghe.example/api/graphql"},
        {"issuer", "https://ghe.example/login"},
        {"authorization_endpoint", "https://ghe.example/login/oauth/authorize"},
        {"token_endpoint", "https://ghe.example/login/oauth/access_token"},
        {"device_authorization_endpoint", "https://ghe.example/login/device/code"},
        {"revocation_endpoint", "https://ghe.example/revoke"},
        {"client_id", "Iv1.1"},
        {"client_secret", "s"},
        {"scope", "read:user user:email"},
        {"redirect_path", "/back"},
    });
    file.insert(latin1("redirect_port"), 8123);
    return file;
}

QJsonObject fullOidc()
{
    return object({
        {"id", "sso"},
        {"api", "oidc"},
        {"issuer", "https://sso.example"},
        {"authorization_endpoint", "https://sso.example/authorize"},
        {"token_endpoint", "https://sso.example/token"},
        {"userinfo_endpoint", "https://sso.example/userinfo"},
        {"client_id", "latchkey"},
    });
}

QByteArray toJson(const QJsonObject &file)
{
    return QJsonDocument(file).toJson();
}

struct Outcome
{
    std::variant<Provider, ProviderProblem> outcome;

    explicit Outcome(const QByteArray &json, ClientIdRule rule = ClientIdRule::Required)
        : outcome(readProviderFile(json, QStringLiteral("acme.json"), rule))
    {}
    const Provider *provider() const { return std::get_if<Provider>(&outcome); }
    const ProviderProblem *problem() const { return std::get_if<ProviderProblem>(&outcome); }
    QByteArray toText() const { return problem() ? problem()->text().toUtf8() : QByteArray("accepted"); }
};

class TestProviderFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void minimalGitHubIsCompleted();
    void everyKeyOfGitHubIsRead();
    void everyKeyOfOidcIsRead();
    void issuerAloneIsOidcAndNeedsDiscovery();
    void oidcWithoutIssuerNeedsAllEndpoints();
    void gitHubOfOnesOwnNeedsEndpoints_data();
    void gitHubOfOnesOwnNeedsEndpoints();
    void slashAtTheEndOfTheBaseUrlDoesNoHarm_data();
    void slashAtTheEndOfTheBaseUrlDoesNoHarm();
    void identityUrlIsWhereTheApiHasIt();
    void accessIsTakenBackWhereTheServerHasAPageForThat();
    void loopbackMayBePlainHttp_data();
    void loopbackMayBePlainHttp();
    void wrongTypeIsNamed_data();
    void wrongTypeIsNamed();
    void wrongValueIsNamed_data();
    void wrongValueIsNamed();
    void unknownKeyIsIgnoredAndNamed_data();
    void unknownKeyIsIgnoredAndNamed();
    void keyWithoutAValueCountsAsAbsent_data();
    void keyWithoutAValueCountsAsAbsent();
    void nameIsFitForAnyOutput();
    void methodOfAuthenticationIsRead();
    void missingClientIdIsNamedUnlessItMayBeMissing();
    void whatIsNoObjectIsRefused_data();
    void whatIsNoObjectIsRefused();
    void portIsRead_data();
    void portIsRead();
    void secretIsNotInAProblem();
};

void TestProviderFile::minimalGitHubIsCompleted()
{
    const Outcome outcome(minimalGitHub);
    QVERIFY2(outcome.provider(), outcome.toText());
    const Provider &provider = *outcome.provider();
    QCOMPARE(provider.id, latin1("github"));
    QCOMPARE(provider.name, latin1("github"));
    QVERIFY(provider.api == Provider::Api::GitHub);
    QCOMPARE(provider.apiBaseUrl, QUrl(latin1("https://api.github.com")));
    QCOMPARE(provider.graphqlUrl, QUrl(latin1("https://api.github.com/graphql")));
    QCOMPARE(provider.server.authorizationEndpoint, QUrl(latin1("https://github.com/login/oauth/authorize")));
    QCOMPARE(provider.server.tokenEndpoint, QUrl(latin1("https://github.com/login/oauth/access_token")));
    QCOMPARE(provider.server.applicationsEndpoint, QUrl(latin1("https://api.github.com/applications")));
    QVERIFY(provider.server.issuer.isEmpty());
    QCOMPARE(provider.client.clientId, latin1("c"));
    QVERIFY(provider.client.clientSecret.isEmpty());
    QCOMPARE(provider.client.scope, latin1("read:user"));
    QCOMPARE(provider.client.redirectPath, latin1("/oauth/callback"));
    QCOMPARE(provider.client.redirectPort, 0);
    QCOMPARE(provider.host(), latin1("github.com"));
    QVERIFY(!provider.needsDiscovery());
}

void TestProviderFile::everyKeyOfGitHubIsRead()
{
    const Outcome outcome(toJson(fullGitHub()));
    QVERIFY2(outcome.provider(), outcome.toText());
    const Provider &provider = *outcome.provider();
    QCOMPARE(provider.id, latin1("acme"));
    QCOMPARE(provider.name, latin1("Acme"));
    QVERIFY(provider.api == Provider::Api::GitHub);
    QCOMPARE(provider.apiBaseUrl, QUrl(latin1("https://ghe.example/api/v3")));
    QCOMPARE(provider.graphqlUrl, QUrl(latin1("https://ghe.example/api/graphql")));
    QCOMPARE(provider.server.issuer, QUrl(latin1("https://ghe.example/login")));
    QCOMPARE(provider.server.authorizationEndpoint, QUrl(latin1("https://ghe.example/login/oauth/authorize")));
    QCOMPARE(provider.server.tokenEndpoint, QUrl(latin1("https://ghe.example/login/oauth/access_token")));
    QCOMPARE(provider.server.deviceAuthorizationEndpoint, QUrl(latin1("https://ghe.example/login/device/code")));
    QCOMPARE(provider.server.revocationEndpoint, QUrl(latin1("https://ghe.example/revoke")));
    QCOMPARE(provider.client.clientId, latin1("Iv1.1"));
    QCOMPARE(provider.client.clientSecret, latin1("s"));
    QCOMPARE(provider.client.scope, latin1("read:user user:email"));
    QCOMPARE(provider.client.redirectPath, latin1("/back"));
    QCOMPARE(provider.client.redirectPort, 8123);
}

void TestProviderFile::everyKeyOfOidcIsRead()
{
    const Outcome outcome(toJson(fullOidc()));
    QVERIFY2(outcome.provider(), outcome.toText());
    QVERIFY(outcome.provider()->api == Provider::Api::Oidc);
    QCOMPARE(outcome.provider()->server.userinfoEndpoint, QUrl(latin1("https://sso.example/userinfo")));
    QCOMPARE(outcome.provider()->client.scope, latin1("openid profile email"));
    QVERIFY(!outcome.provider()->needsDiscovery());
}

void TestProviderFile::issuerAloneIsOidcAndNeedsDiscovery()
{
    const Outcome outcome(R"({"id": "acme", "issuer": "https://sso.example.org", "client_id": "latchkey"})");
    QVERIFY2(outcome.provider(), outcome.toText());
    QVERIFY(outcome.provider()->api == Provider::Api::Oidc);
    QVERIFY(outcome.provider()->needsDiscovery());
    QCOMPARE(outcome.provider()->host(), latin1("sso.example.org"));
}

void TestProviderFile::oidcWithoutIssuerNeedsAllEndpoints()
{
    QJsonObject file = fullOidc();
    file.remove(latin1("issuer"));
    QVERIFY(Outcome(toJson(file)).provider());
    for (const char *key : {"authorization_endpoint", "token_endpoint", "userinfo_endpoint"}) {
        QJsonObject without = file;
        without.remove(latin1(key));
        const Outcome outcome(toJson(without));
        QVERIFY2(outcome.problem(), key);
        QCOMPARE(outcome.problem()->key, latin1("issuer"));
        QVERIFY(outcome.problem()->reason.contains(latin1(key)));
    }
}

void TestProviderFile::gitHubOfOnesOwnNeedsEndpoints_data()
{
    QTest::addColumn<QString>("key");
    QTest::newRow("authorization_endpoint") << latin1("authorization_endpoint");
    QTest::newRow("token_endpoint") << latin1("token_endpoint");
}

void TestProviderFile::gitHubOfOnesOwnNeedsEndpoints()
{
    QFETCH(QString, key);
    QJsonObject file = fullGitHub();
    file.remove(key);
    const Outcome outcome(toJson(file));
    QVERIFY(outcome.problem());
    QCOMPARE(outcome.problem()->key, key);
    QVERIFY(outcome.problem()->reason.contains(latin1("missing")));
}

void TestProviderFile::slashAtTheEndOfTheBaseUrlDoesNoHarm_data()
{
    QTest::addColumn<QString>("base");
    QTest::newRow("path") << latin1("https://ghe.example/api/v3");
    QTest::newRow("no path") << latin1("https://api.acme.ghe.com");
}

void TestProviderFile::slashAtTheEndOfTheBaseUrlDoesNoHarm()
{
    QFETCH(QString, base);
    QJsonObject file = fullGitHub();
    file.insert(latin1("api_base_url"), base + latin1("/"));
    file.remove(latin1("graphql_url"));
    const Outcome outcome(toJson(file));
    QVERIFY2(outcome.provider(), outcome.toText());
    QCOMPARE(outcome.provider()->identityUrl(), QUrl(base + latin1("/user")));
    QCOMPARE(outcome.provider()->graphqlUrl, QUrl(base + latin1("/graphql")));
    QCOMPARE(outcome.provider()->server.applicationsEndpoint, QUrl(base + latin1("/applications")));
}

void TestProviderFile::accessIsTakenBackWhereTheServerHasAPageForThat()
{
    Provider provider;
    QVERIFY(provider.revocationPage().isEmpty());
    provider.server.authorizationEndpoint = QUrl(QStringLiteral("https://git.example.org/login/oauth/authorize"));
    QVERIFY(provider.revocationPage().isEmpty());
    provider.client.clientId = QStringLiteral("Ov23abc");
    QCOMPARE(provider.revocationPage(), QUrl(QStringLiteral("https://git.example.org/settings/connections/applications/Ov23abc")));
    provider.client.clientId = QStringLiteral("Iv1.abc");
    QCOMPARE(provider.revocationPage(), QUrl(QStringLiteral("https://git.example.org/settings/apps/authorizations")));
    provider.api = Provider::Api::Oidc;
    QVERIFY(provider.revocationPage().isEmpty());
    provider.accessPage = QUrl(QStringLiteral("https://git.example.org/settings/applications"));
    QCOMPARE(provider.revocationPage(), provider.accessPage);
}

void TestProviderFile::identityUrlIsWhereTheApiHasIt()
{
    QCOMPARE(Outcome(minimalGitHub).provider()->identityUrl(), QUrl(latin1("https://api.github.com/user")));
    QCOMPARE(Outcome(toJson(fullGitHub())).provider()->identityUrl(), QUrl(latin1("https://ghe.example/api/v3/user")));
    QCOMPARE(Outcome(toJson(fullOidc())).provider()->identityUrl(), QUrl(latin1("https://sso.example/userinfo")));
}

void TestProviderFile::loopbackMayBePlainHttp_data()
{
    QTest::addColumn<QString>("origin");
    QTest::newRow("IPv4") << latin1("http://127.0.0.1:8080");
    QTest::newRow("IPv6") << latin1("http://[::1]:8080");
}

void TestProviderFile::loopbackMayBePlainHttp()
{
    QFETCH(QString, origin);
    QJsonObject file = fullGitHub();
    for (const char *key : {"api_base_url", "graphql_url", "issuer", "authorization_endpoint", "token_endpoint",
                            "device_authorization_endpoint", "revocation_endpoint"})
        file.insert(latin1(key), origin + latin1("/x"));
    const Outcome outcome(toJson(file));
    QVERIFY2(outcome.provider(), outcome.toText());
    QCOMPARE(outcome.provider()->server.tokenEndpoint, QUrl(origin + latin1("/x")));
}

void TestProviderFile::wrongTypeIsNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("key");
    const std::pair<const char *, QJsonValue> values[] = {
        {"number", 12}, {"true", true}, {"array", QJsonArray()}, {"object", QJsonObject()},
    };
    for (const QJsonObject &file : {fullGitHub(), fullOidc()}) {
        for (const QString &key : file.keys()) {
            for (const auto &[name, value] : values) {
                if (key == latin1("redirect_port") && value.isDouble())
                    continue;
                QJsonObject wrong = file;
                wrong.insert(key, value);
                QTest::addRow("%s: %s: %s", qPrintable(file.value(latin1("api")).toString()), qPrintable(key), name)
                    << toJson(wrong) << key;
            }
        }
    }
}

void TestProviderFile::wrongTypeIsNamed()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, key);
    const Outcome outcome(json);
    QVERIFY(outcome.problem());
    QCOMPARE(outcome.problem()->key, key);
    QVERIFY(!outcome.problem()->reason.isEmpty());
    QVERIFY(outcome.problem()->text().startsWith(latin1("acme.json: ") + key + latin1(": must be")));
}

void TestProviderFile::wrongValueIsNamed_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    const auto add = [](const char *key, const char *name, const QJsonValue &value) {
        QTest::addRow("%s: %s", key, name) << latin1(key) << value;
    };
    add("id", "upper case", latin1("Acme"));
    add("id", "space", latin1("a b"));
    add("id", "path", latin1("../acme"));
    add("id", "line end", latin1("acme\n"));
    add("id", "begins with a dot", latin1(".acme"));
    add("id", "65 characters", QString(65, QLatin1Char('a')));
    add("id", "absent", QJsonValue::Undefined);
    add("api", "another", latin1("gitlab"));
    add("api", "other case", latin1("GitHub"));
    for (const char *key : {"api_base_url", "graphql_url", "issuer", "authorization_endpoint", "token_endpoint",
                            "device_authorization_endpoint", "revocation_endpoint"}) {
        add(key, "http to a foreign host", latin1("http://ghe.example/x"));
        add(key, "http to localhost", latin1("http://localhost:8080/x"));
        add(key, "http to what begins like loopback", latin1("http://127.0.0.1.evil.example/x"));
        add(key, "not a URL", latin1("ghe.example"));
        add(key, "a path", latin1("/login"));
        add(key, "broken", latin1("https://ghe .example/"));
        add(key, "user name", latin1("https://user@ghe.example/x"));
        add(key, "fragment", latin1("https://ghe.example/x#y"));
        add(key, "file", latin1("file:///etc/passwd"));
    }
    add("token_endpoint_auth_method", "another", latin1("private_key_jwt"));
    add("token_endpoint_auth_method", "a key", latin1("private_key_jwt"));
    add("token_endpoint_auth_method", "capital letters", latin1("Client_Secret_Basic"));
    add("redirect_path", "without a slash", latin1("oauth/callback"));
    add("redirect_path", "query", latin1("/callback?a=b"));
    add("redirect_path", "fragment", latin1("/callback#a"));
    add("redirect_path", "space", latin1("/call back"));
    add("redirect_path", "encoded", latin1("/call%2Fback"));
    add("redirect_path", "line end", latin1("/callback\n"));
    add("redirect_path", "another host", latin1("https://evil.example/"));
    add("redirect_port", "-1", -1);
    add("redirect_port", "65536", 65536);
    add("redirect_port", "1.5", 1.5);
    add("redirect_port", "1e30", 1e30);
    add("redirect_port", "text", latin1("80"));
}

void TestProviderFile::wrongValueIsNamed()
{
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    QJsonObject file = fullGitHub();
    file.insert(key, value);
    const Outcome outcome(toJson(file));
    QVERIFY(outcome.problem());
    QCOMPARE(outcome.problem()->file, latin1("acme.json"));
    QCOMPARE(outcome.problem()->key, key);
    QVERIFY(outcome.problem()->reason.startsWith(latin1("must be")));
}

void TestProviderFile::unknownKeyIsIgnoredAndNamed_data()
{
    QTest::addColumn<QString>("key");
    for (const char *key : {"client_ID", "tokenEndpoint", "token_endpoint ", "", "comment", "userinfo_endpoint", "jwks_uri"})
        QTest::newRow(key) << latin1(key);
}

void TestProviderFile::unknownKeyIsIgnoredAndNamed()
{
    QFETCH(QString, key);
    QJsonObject file = fullGitHub();
    for (const QJsonValue &value : {QJsonValue(latin1("https://ghe.example/x")), QJsonValue(QJsonArray{1}), QJsonValue(7)}) {
        file.insert(key, value);
        const Outcome outcome(toJson(file));
        QVERIFY2(outcome.provider(), outcome.toText());
        QCOMPARE(outcome.provider()->ignoredKeys, QStringList(key));
    }
    QVERIFY(Outcome(toJson(fullGitHub())).provider()->ignoredKeys.isEmpty());
}

void TestProviderFile::keyWithoutAValueCountsAsAbsent_data()
{
    QTest::addColumn<QString>("key");
    for (const QString &key : fullGitHub().keys())
        QTest::newRow(qPrintable(key)) << key;
    QTest::newRow("one that is unknown") << latin1("comment");
}

void TestProviderFile::keyWithoutAValueCountsAsAbsent()
{
    QFETCH(QString, key);
    QJsonObject file = fullGitHub();
    file.remove(key);
    const Outcome absent(toJson(file));
    for (const QJsonValue &value : {QJsonValue(QJsonValue::Null), QJsonValue(QString())}) {
        file.insert(key, value);
        const Outcome outcome(toJson(file));
        QCOMPARE(outcome.toText(), absent.toText());
        if (!outcome.provider())
            continue;
        QCOMPARE(outcome.provider()->name, absent.provider()->name);
        QCOMPARE(outcome.provider()->apiBaseUrl, absent.provider()->apiBaseUrl);
        QCOMPARE(outcome.provider()->graphqlUrl, absent.provider()->graphqlUrl);
        QCOMPARE(outcome.provider()->client.redirectPath, absent.provider()->client.redirectPath);
        QCOMPARE(outcome.provider()->client.scope, absent.provider()->client.scope);
        QCOMPARE(outcome.provider()->ignoredKeys, absent.provider()->ignoredKeys);
    }
}

void TestProviderFile::nameIsFitForAnyOutput()
{
    const auto nameOf = [](const QString &name) {
        QJsonObject file = fullGitHub();
        file.insert(latin1("name"), name);
        return Outcome(toJson(file)).provider()->name;
    };
    QCOMPARE(nameOf(QStringLiteral("Ac\u001b[31mme\u202e")), latin1("Ac[31mme"));
    QCOMPARE(nameOf(QStringLiteral("\u0002\u0000 ")), latin1("acme"));
}

void TestProviderFile::methodOfAuthenticationIsRead()
{
    using oauth::ClientAuthMethod;
    const auto methodOf = [](const QJsonValue &value) {
        QJsonObject file = fullGitHub();
        file.insert(latin1("token_endpoint_auth_method"), value);
        const Outcome outcome(toJson(file));
        return outcome.provider() ? outcome.provider()->client.authMethod : std::nullopt;
    };
    QCOMPARE(methodOf(latin1("client_secret_basic")), std::optional(ClientAuthMethod::Basic));
    QCOMPARE(methodOf(latin1("client_secret_post")), std::optional(ClientAuthMethod::Post));
    QVERIFY(!methodOf(QJsonValue::Undefined));
    // RFC 7591 §2: a public client.
    QJsonObject publicClient = fullGitHub();
    publicClient.insert(latin1("token_endpoint_auth_method"), latin1("none"));
    const Outcome read(toJson(publicClient));
    QVERIFY(read.provider());
    QVERIFY(!read.provider()->client.authMethod);
    QVERIFY(read.provider()->ignoredKeys.isEmpty());
    // Only the registration, so that the built-in provider is completed.
    QVERIFY(!namesServer({{latin1("id"), latin1("gitlab")}, {latin1("token_endpoint_auth_method"), latin1("client_secret_basic")}}));
}

void TestProviderFile::missingClientIdIsNamedUnlessItMayBeMissing()
{
    const QByteArray file = R"({"id": "github"})";
    const Outcome refused(file);
    QVERIFY(refused.problem());
    QCOMPARE(refused.problem()->key, latin1("client_id"));
    QVERIFY(refused.problem()->reason.contains(latin1("missing")));

    const Outcome accepted(file, ClientIdRule::Optional);
    QVERIFY2(accepted.provider(), accepted.toText());
    QVERIFY(!accepted.provider()->hasClientId());
}

void TestProviderFile::whatIsNoObjectIsRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("id = acme");
    QTest::newRow("half") << minimalGitHub.chopped(1);
    QTest::newRow("array") << '[' + minimalGitHub + ']';
    QTest::newRow("text") << QByteArray("\"github\"");
    QTest::newRow("with a comment") << minimalGitHub + "// GitHub";
    QTest::newRow("binary") << QByteArray("\x89PNG\r\n\x1a\n\0\0", 10);
}

void TestProviderFile::whatIsNoObjectIsRefused()
{
    QFETCH(QByteArray, json);
    const Outcome outcome(json);
    QVERIFY(outcome.problem());
    QVERIFY(outcome.problem()->key.isEmpty());
    QVERIFY(!outcome.problem()->reason.isEmpty());
    QCOMPARE(outcome.problem()->text(), latin1("acme.json: ") + outcome.problem()->reason);
}

void TestProviderFile::portIsRead_data()
{
    QTest::addColumn<int>("port");
    for (const int port : {0, 1, 8080, 65535})
        QTest::addRow("%d", port) << port;
}

void TestProviderFile::portIsRead()
{
    QFETCH(int, port);
    QJsonObject file = fullGitHub();
    file.insert(latin1("redirect_port"), port);
    const Outcome outcome(toJson(file));
    QVERIFY2(outcome.provider(), outcome.toText());
    QCOMPARE(int(outcome.provider()->client.redirectPort), port);
}

void TestProviderFile::secretIsNotInAProblem()
{
    QJsonObject file = fullGitHub();
    file.insert(latin1("client_secret"), latin1("geheim"));
    file.insert(latin1("scope"), 1);
    QVERIFY(!Outcome(toJson(file)).toText().contains("geheim"));
    QVERIFY(!Outcome(R"({"id": "acme", "client_secret": "geheim" "x"})").toText().contains("geheim"));
}

} // namespace tst_providerfile

LATCHKEY_TEST(tst_providerfile, TestProviderFile, QCoreApplication)

#include "tst_providerfile.moc"
