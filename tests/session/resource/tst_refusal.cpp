// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/resource/refusal.h"

#include "errortext/errortext.h"
#include "support/test.h"

namespace tst_refusal {

using Api = Provider::Api;
using Kind = Error::Kind;

const QDateTime now = QDateTime::fromString(QStringLiteral("2026-11-28T12:00:00Z"), Qt::ISODate);

Provider providerWith(Api api)
{
    Provider provider;
    provider.api = api;
    provider.name = QStringLiteral("Acme");
    provider.server.authorizationEndpoint = QUrl(QStringLiteral("https://acme.example/authorize"));
    return provider;
}

http::Answer gitHub(int status, const char *message, const http::Headers &headers = {})
{
    return {.status = status,
            .mediaType = "application/json",
            .body = QByteArray("{\"message\": \"") + message + "\"}",
            .headers = http::Headers{{"X-GitHub-Request-Id", "1"}} + headers};
}

http::Answer bearer(int status, const char *challenge)
{
    return {.status = status, .headers = {{"WWW-Authenticate", challenge}}};
}

struct Case
{
    const char *name;
    http::Answer answer;
    Api api;
    const char *code;
    const char *words; ///< In the sentence that a person reads.
};

/// Messages from GitHub's documentation and from public reports.
const Case cases[] = {
    {"IP allow list", gitHub(403, "The enterprise has an IP allow list, and this address is not on it."), Api::GitHub,
     "ip_not_allowed", "IP address"},
    {"IP allow list of an organization",
     gitHub(403, "Although you appear to have the correct authorization credentials, the `acme` organization has an IP allow "
                 "list enabled, and your IP address is not permitted to access this resource."), Api::GitHub,
     "ip_not_allowed", "IP address"},
    {"suspended", gitHub(403, "Sorry. Your account was suspended."), Api::GitHub, "account_suspended", "suspended"},
    {"suspended, in other words", gitHub(403, "Sorry. Your account is suspended."), Api::GitHub, "account_suspended", "suspended"},
    {"single sign-on", gitHub(403, "Resource protected by organization SAML enforcement.", {{"X-GitHub-SSO", "required; url=https://acme.example/sso"}}),
     Api::GitHub, "sso_required", "single sign-on"},
    {"OAuth app restrictions",
     gitHub(403, "Although you appear to have the correct authorization credentials, the `acme` organization has enabled OAuth "
                 "App access restrictions, meaning that data access to third-parties is limited."), Api::GitHub,
     "app_not_allowed", "does not allow Latchkey"},
    {"classic tokens", gitHub(403, "`acme` forbids access via a personal access token (classic)."), Api::GitHub,
     "token_kind_not_allowed", "kind of token"},
    {"long-lived tokens", gitHub(403, "The `acme` organization forbids access via a fine-grained personal access tokens if the token's lifetime is greater than 366 days."),
     Api::GitHub, "token_kind_not_allowed", "kind of token"},
    {"permissions of a fine-grained token", gitHub(403, "Resource not accessible by personal access token"), Api::GitHub,
     "insufficient_scope", "permissions"},
    {"permissions of an app", gitHub(403, "Resource not accessible by integration", {{"X-Accepted-GitHub-Permissions", "metadata=read;issues=write"}}), Api::GitHub,
     "scope_missing", "(metadata=read, issues=write)"},
    {"unverified e-mail address", gitHub(403, "At least one email address must be verified to do that."), Api::GitHub,
     "unverified_user_email", "verified"},
    {"missing scope", gitHub(403, "Missing the 'notifications' scope.", {{"X-OAuth-Scopes", "read:user"}, {"X-Accepted-OAuth-Scopes", "notifications, repo"}}),
     Api::GitHub, "scope_missing", "notifications, repo"},
    {"no scope at all", gitHub(403, "No.", {{"X-OAuth-Scopes", ""}, {"X-Accepted-OAuth-Scopes", "repo"}}), Api::GitHub, "scope_missing", "(repo)"},
    {"a granted scope", gitHub(403, "No.", {{"X-OAuth-Scopes", "repo, gist"}, {"X-Accepted-OAuth-Scopes", "repo"}}), Api::GitHub, "http_403", "let Latchkey"},
    {"no reason", gitHub(403, "No."), Api::GitHub, "http_403", "let Latchkey"},
    {"not found", gitHub(404, "Not Found"), Api::GitHub, "http_404", "no such page"},
    {"a firewall's page", {.status = 403, .mediaType = "text/html", .body = "<h1>account was suspended: IP allow list</h1>"}, Api::GitHub,
     "intercepted", "on the way to Acme"},
    {"a firewall's page on the way to an OpenID provider", {.status = 403, .mediaType = "text/html"}, Api::Oidc, "intercepted", "on the way to Acme"},
    {"words of somebody else", {.status = 403, .body = "IP allow list"}, Api::GitHub, "http_403", "let Latchkey"},
    {"insufficient_scope", bearer(403, "Bearer realm=\"acme\", error=\"insufficient_scope\", scope=\"openid profile\""), Api::Oidc,
     "scope_missing", "openid profile"},
    {"insufficient_scope without a scope", bearer(403, "Bearer error=insufficient_scope"), Api::Oidc, "insufficient_scope", "more permissions"},
    {"insufficient_scope with a 401", bearer(401, "bearer error=\"insufficient_scope\""), Api::Oidc, "insufficient_scope", "more permissions"},
    {"insufficient_scope of GitLab", {.status = 403, .mediaType = "application/json", .body = R"({"error": "insufficient_scope"})",
                                      .headers = {{"WWW-Authenticate", "Bearer realm=\"Protected by OAuth 2.0\", error=\"insufficient_scope\", error_description=\"The request requires higher privileges.\""}}},
     Api::Oidc, "insufficient_scope", "more permissions"},
    {"invalid_token", bearer(403, "Bearer error=\"invalid_token\", error_description=\"not insufficient_scope\""), Api::Oidc, "http_403", "let Latchkey"},
};

class RefusalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachCauseHasItsCodeAndItsSentence_data()
    {
        QTest::addColumn<int>("row");
        for (int row = 0; row < int(std::size(cases)); ++row)
            QTest::newRow(cases[row].name) << row;
    }

    void eachCauseHasItsCodeAndItsSentence()
    {
        QFETCH(int, row);
        const Case &one = cases[row];
        const Provider provider = providerWith(one.api);
        const Error error = refusalOf(one.answer, judge(one.answer, provider), provider, now);
        QCOMPARE(error.kind, Kind::Denied);
        QCOMPARE(error.code, QLatin1String(one.code));
        for (const auto surface : {errortext::Surface::Window, errortext::Surface::Terminal}) {
            const QString text = textOf(error, provider, surface).toString();
            QVERIFY2(text.contains(QLatin1String(one.words)), qPrintable(text));
            QVERIFY2(!text.contains(QLatin1String("this token.")), qPrintable(text));
        }
    }

    /// Of a firewall, or of a gateway before the server.
    void aPageOfAnotherSaysNothingOfANewToken()
    {
        const http::Answer page{.status = 401, .mediaType = "text/html", .body = "<html>Sign in to the network"};
        http::Answer ofServer = page;
        ofServer.headers = {{"X-GitHub-Request-Id", "1"}, {"WWW-Authenticate", "Bearer"}};
        for (const Api api : {Api::GitHub, Api::Oidc}) {
            const Provider provider = providerWith(api);
            QCOMPARE(refusalOfNewToken(page, provider, true, now).code, QStringLiteral("intercepted"));
            QCOMPARE(refusalOfNewToken(page, provider, false, now).code, QStringLiteral("intercepted"));
            QCOMPARE(refusalOfNewToken(ofServer, provider, true, now).code, QStringLiteral("token_refused"));
            QCOMPARE(refusalOfNewToken(ofServer, provider, false, now).code, QStringLiteral("new_token_refused"));
        }
    }

    void aRateLimitSaysHowLongToWait_data()
    {
        QTest::addColumn<http::Answer>("answer");
        QTest::addColumn<int>("wait");
        const QByteArray reset = QByteArray::number(now.addSecs(300).toSecsSinceEpoch());
        http::Answer withRetryAfter = gitHub(403, "You have exceeded a secondary rate limit.");
        withRetryAfter.retryAfter = std::chrono::seconds(90);
        http::Answer tooMany = gitHub(429, "Too many");
        QTest::newRow("the primary limit") << gitHub(403, "API rate limit exceeded for user ID 7.", {{"X-RateLimit-Remaining", "0"}, {"X-RateLimit-Reset", reset}}) << 300;
        QTest::newRow("a secondary limit") << withRetryAfter << 90;
        QTest::newRow("a secondary limit in words") << gitHub(403, "You have exceeded a secondary rate limit.") << 60;
        QTest::newRow("the old words") << gitHub(403, "You have triggered an abuse detection mechanism.") << 60;
        QTest::newRow("429") << tooMany << 60;
        QTest::newRow("429 with a reset") << gitHub(429, "Too many", {{"X-RateLimit-Remaining", "0"}, {"X-RateLimit-Reset", reset}}) << 300;
    }

    void aRateLimitSaysHowLongToWait()
    {
        QFETCH(http::Answer, answer);
        QFETCH(int, wait);
        const Provider provider = providerWith(Api::GitHub);
        const Error error = refusalOf(answer, judge(answer, provider), provider, now);
        QCOMPARE(error.kind, Kind::Unreachable);
        QCOMPARE(error.code, QStringLiteral("rate_limited"));
        QCOMPARE(error.retryAfter, std::chrono::seconds(wait));
    }

    void scopesFromAServerArePrintableAndShort()
    {
        const http::Answer answer = bearer(403, "Bearer error=\"insufficient_scope\", scope=\"\x1b[31m" "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                                                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"");
        const Provider provider = providerWith(Api::Oidc);
        const Error error = refusalOf(answer, judge(answer, provider), provider, now);
        QVERIFY(!error.detail.contains(QChar(0x1b)));
        QCOMPARE(error.detail.size(), 100);
    }
};

} // namespace tst_refusal

LATCHKEY_TEST(tst_refusal, RefusalTest, QCoreApplication)

#include "tst_refusal.moc"
