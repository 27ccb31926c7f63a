// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/resource/verdict.h"

#include "support/test.h"

namespace tst_verdict {

Provider providerWith(Provider::Api api)
{
    Provider provider;
    provider.api = api;
    provider.server.authorizationEndpoint = QUrl(QStringLiteral("https://github.com/login/oauth/authorize"));
    provider.apiBaseUrl = QUrl(QStringLiteral("https://api.github.com"));
    return provider;
}

http::Answer answer(int status, const http::Headers &headers, const QByteArray &body = {}, int retryAfter = 0)
{
    http::Answer answer;
    answer.status = status;
    answer.headers = headers;
    answer.body = body;
    answer.retryAfter = std::chrono::seconds(retryAfter);
    return answer;
}

class VerdictTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerIsJudged_data()
    {
        using Api = Provider::Api;
        QTest::addColumn<http::Answer>("given");
        QTest::addColumn<Provider::Api>("api");
        QTest::addColumn<Verdict>("verdict");
        const http::Headers fromGitHub{{"X-GitHub-Request-Id", "1"}};
        const http::Headers fromOidc{{"WWW-Authenticate", "Bearer error=\"invalid_token\""}};
        const auto row = [](const char *name, const http::Answer &given, Api api, Verdict verdict) {
            QTest::newRow(name) << given << api << verdict;
        };
        row("200", answer(200, {}), Api::GitHub, Verdict::Accepted);
        row("204", answer(204, {}), Api::GitHub, Verdict::Accepted);
        row("304", answer(304, {}), Api::GitHub, Verdict::NotModified);
        row("404", answer(404, fromGitHub), Api::GitHub, Verdict::Refused);
        row("301 that was not followed", answer(301, {}), Api::GitHub, Verdict::Refused);
        row("401 from GitHub", answer(401, fromGitHub), Api::GitHub, Verdict::TokenRefused);
        row("401 from a proxy", answer(401, {}), Api::GitHub, Verdict::MaybeTokenRefused);
        row("401 with a bearer challenge", answer(401, fromOidc), Api::Oidc, Verdict::TokenRefused);
        row("401 with a basic challenge", answer(401, {{"WWW-Authenticate", "Basic"}}), Api::Oidc, Verdict::MaybeTokenRefused);
        row("403 from an OpenID server", answer(403, fromOidc), Api::Oidc, Verdict::MaybeTokenRefused);
        row("403 from GitHub", answer(403, fromGitHub), Api::GitHub, Verdict::Refused);
        row("primary limit", answer(403, {{"X-RateLimit-Remaining", "0"}}), Api::GitHub, Verdict::RateLimited);
        row("requests left", answer(403, {{"X-RateLimit-Remaining", "7"}}), Api::GitHub, Verdict::Refused);
        row("secondary limit", answer(403, fromGitHub, {}, 60), Api::GitHub, Verdict::RateLimited);
        row("secondary limit in words", answer(403, fromGitHub, "You have exceeded a secondary rate limit"), Api::GitHub, Verdict::RateLimited);
        row("429", answer(429, fromGitHub), Api::GitHub, Verdict::RateLimited);
        row("429 from an OpenID server", answer(429, {}), Api::Oidc, Verdict::RateLimited);
        row("a missing scope", answer(403, {{"WWW-Authenticate", "Bearer error=\"insufficient_scope\""}}), Api::Oidc, Verdict::Refused);
        row("single sign-on", answer(403, {{"X-GitHub-SSO", "required; url=https://github.com/orgs/a/sso"}}), Api::GitHub,
            Verdict::SingleSignOnRequired);
        row("partial results", answer(200, {{"X-GitHub-SSO", "partial-results; organizations=1"}}), Api::GitHub,
            Verdict::Accepted);
        const QByteArray suspended = "{\"message\":\"Sorry. Your account was suspended.\"}";
        row("suspended", answer(403, fromGitHub, suspended), Api::GitHub, Verdict::Suspended);
        row("a proxy that says suspended", answer(403, {}, suspended), Api::GitHub, Verdict::Refused);
        row("an OpenID server that says suspended", answer(403, fromOidc, suspended), Api::Oidc, Verdict::MaybeTokenRefused);
        row("a repository about suspension", answer(200, fromGitHub, suspended), Api::GitHub, Verdict::Accepted);
    }

    void anAnswerIsJudged()
    {
        QFETCH(http::Answer, given);
        QFETCH(Provider::Api, api);
        QFETCH(Verdict, verdict);
        QCOMPARE(judge(given, providerWith(api)), verdict);
    }

    void anonymousAnswersSayNothingAboutTheToken()
    {
        QCOMPARE(judgeAnonymous(answer(401, {{"X-GitHub-Request-Id", "1"}})), Verdict::Refused);
        QCOMPARE(judgeAnonymous(answer(403, {{"X-GitHub-SSO", "required; url=https://github.com/orgs/a/sso"}})),
                 Verdict::Refused);
        QCOMPARE(judgeAnonymous(answer(403, {{"X-RateLimit-Remaining", "0"}})), Verdict::RateLimited);
        QCOMPARE(judgeAnonymous(answer(200, {})), Verdict::Accepted);
        QCOMPARE(judgeAnonymous(answer(304, {})), Verdict::NotModified);
    }

    void onlyAPageOfTheProviderIsOffered()
    {
        const Provider provider = providerWith(Provider::Api::GitHub);
        const auto page = [&](const QByteArray &header) {
            return singleSignOnPage(answer(403, {{"X-GitHub-SSO", header}}), provider).toString();
        };
        QCOMPARE(page("required; url=https://github.com/orgs/a/sso"), QStringLiteral("https://github.com/orgs/a/sso"));
        QCOMPARE(page("required; url=https://evil.example/orgs/a/sso"), QString());
        QCOMPARE(page("required; url=javascript:alert(1)"), QString());
        QCOMPARE(page("required"), QString());
    }

    void leftOutOrganizationsAreCounted()
    {
        const auto count = [](const QByteArray &header) { return organizationsLeftOut(answer(200, {{"X-GitHub-SSO", header}})); };
        QCOMPARE(count("partial-results; organizations=1,2,3"), 3);
        QCOMPARE(count("partial-results; organizations=1"), 1);
        QCOMPARE(count("required; url=https://github.com"), 0);
        QCOMPARE(organizationsLeftOut(answer(200, {})), 0);
    }
};

} // namespace tst_verdict

LATCHKEY_TEST(tst_verdict, VerdictTest, QCoreApplication)

#include "tst_verdict.moc"
