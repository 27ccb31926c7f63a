// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/authorizationpages.h"

#include "demo/form.h"
#include "demo/page.h"
#include "demo/secret.h"

namespace demo {

using loopback::Request;
using loopback::Response;

namespace {

constexpr char authorizePath[] = "/login/oauth/authorize";
constexpr char cookieName[] = "demo_session=";

QString meaningOf(const QString &scope)
{
    static const QHash<QString, QString> meanings{
        {QStringLiteral("read:user"), QStringLiteral("your profile, also what is private in it")},
        {QStringLiteral("user:email"), QStringLiteral("your e-mail addresses")},
        {QStringLiteral("read:org"), QStringLiteral("your organizations and teams")},
        {QStringLiteral("notifications"), QStringLiteral("your notifications")},
        {QStringLiteral("repo"), QStringLiteral("your repositories, also private ones")},
    };
    return meanings.value(scope);
}

QString asList(const QStringList &scopes)
{
    QString list;
    for (const QString &scope : scopes) {
        const QString meaning = meaningOf(scope);
        const QString code = QStringLiteral("<code>%1</code>").arg(scope.toHtmlEscaped());
        list += QStringLiteral("<li>%1</li>").arg(meaning.isEmpty() ? code : meaning + QLatin1Char(' ') + code);
    }
    return list.isEmpty() ? QStringLiteral("<li>your public profile</li>") : list;
}

/// Where the login form may lead: only back to the question, so that nobody can make it a springboard.
QUrl localTarget(const QString &returnTo)
{
    const QUrl url(returnTo, QUrl::StrictMode);
    const bool isLocal = url.isValid() && url.isRelative() && url.host().isEmpty();
    return isLocal && url.path() == QLatin1String(authorizePath) && url.hasQuery() ? url : QUrl();
}

} // namespace

AuthorizationPages::AuthorizationPages(const Client &client, AuthorizationCodes &codes)
    : m_client(client), m_codes(codes)
{}

QString AuthorizationPages::userName()
{
    return QStringLiteral("ada-demo");
}

QString AuthorizationPages::password()
{
    return QStringLiteral("open sesame");
}

Response AuthorizationPages::authorize(const Request &request)
{
    if (request.method != "GET" && request.method != "POST")
        return {.status = 405, .headers = {{"Allow", "GET, POST"}}};
    const auto outcome = AuthorizationRequest::read(request.query, m_client);
    if (const auto *refusal = std::get_if<Response>(&outcome))
        return *refusal;
    const auto &asked = std::get<AuthorizationRequest>(outcome);
    const QString csrfToken = csrfTokenOf(request);
    if (csrfToken.isEmpty()) {
        return loginPage(QLatin1String(authorizePath) + QLatin1Char('?') + request.query.toString(QUrl::FullyEncoded),
                         value(request.query, "login"), {});
    }
    if (request.method == "GET")
        return consentPage(asked, csrfToken);
    const QUrlQuery form = formOf(request);
    if (value(form, "authenticity_token") != csrfToken)
        return refusalPage(QStringLiteral("This form is not from this page."));
    return decide(asked, form);
}

Response AuthorizationPages::logIn(const Request &request)
{
    const QUrlQuery form = formOf(request);
    const QUrl target = localTarget(value(form, "return_to"));
    if (request.method != "POST" || target.isEmpty())
        return refusalPage(QStringLiteral("Please start from the application."));
    const QString login = value(form, "login");
    if (login != userName() || value(form, "password") != password())
        return loginPage(target.toString(QUrl::FullyEncoded), login, QStringLiteral("Incorrect username or password."));
    const QString session = newSecret();
    m_csrfTokens.insert(session, newSecret());
    return {.status = 302,
            .headers = {{"Location", target.toEncoded()},
                        {"Set-Cookie", cookieName + session.toLatin1() + "; HttpOnly; SameSite=Lax; Path=/"}}};
}

Response AuthorizationPages::loginPage(const QString &returnTo, const QString &typedLogin, const QString &trouble) const
{
    return page(200, QStringLiteral("login"),
                {{QStringLiteral("RETURN_TO"), returnTo},
                 {QStringLiteral("TYPED_LOGIN"), typedLogin},
                 {QStringLiteral("TROUBLE"), trouble},
                 {QStringLiteral("USER"), userName()},
                 {QStringLiteral("PASSWORD"), password()}},
                {{typedLogin.isEmpty() ? QStringLiteral("LOGIN_FOCUS") : QStringLiteral("PASSWORD_FOCUS"),
                  QStringLiteral(" autofocus")}});
}

Response AuthorizationPages::consentPage(const AuthorizationRequest &asked, const QString &csrfToken) const
{
    return page(200, QStringLiteral("consent"),
                {{QStringLiteral("USER"), userName()},
                 {QStringLiteral("CSRF_TOKEN"), csrfToken},
                 {QStringLiteral("REDIRECT_HOST"), asked.redirectHost()}},
                {{QStringLiteral("SCOPES"), asList(asked.scopes())}});
}

Response AuthorizationPages::decide(const AuthorizationRequest &asked, const QUrlQuery &form)
{
    if (value(form, "authorize") != QLatin1String("1"))
        return asked.refuse("access_denied", "The user has denied your application access.");
    return asked.grant(m_codes.issue(asked));
}

/// Empty where nobody is logged in.
QString AuthorizationPages::csrfTokenOf(const Request &request) const
{
    for (const QByteArray &cookie : request.header("cookie").split(';')) {
        if (cookie.trimmed().startsWith(cookieName))
            return m_csrfTokens.value(QString::fromLatin1(cookie.trimmed().sliced(qstrlen(cookieName))));
    }
    return {};
}

} // namespace demo
