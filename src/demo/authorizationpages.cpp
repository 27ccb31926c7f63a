// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/authorizationpages.h"

#include "demo/page.h"

#include <QRandomGenerator>

#include <array>

namespace demo {

using loopback::formValue;
using loopback::Request;
using loopback::Response;

namespace {

constexpr int codeLifetime = 600; // Seconds, as GitHub has it.

QString newSecret()
{
    std::array<quint32, 5> words;
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex());
}

QString value(const QUrlQuery &query, const char *name)
{
    return formValue(query, QLatin1String(name)).value_or(QString());
}

Response redirect(const QUrl &redirectUri, const QList<std::pair<QString, QString>> &parameters)
{
    QUrl target = redirectUri;
    QString query;
    for (const auto &[name, text] : parameters) {
        query += (query.isEmpty() ? QString() : QStringLiteral("&")) + name + QLatin1Char('=')
            + QString::fromLatin1(QUrl::toPercentEncoding(text));
    }
    target.setQuery(query);
    return {.status = 302, .headers = {{"Location", target.toEncoded()}}};
}

Response refusalPage(const QString &reason)
{
    return page(400, QStringLiteral("refused"), {{QStringLiteral("REASON"), reason}});
}

QString inWords(const QStringList &scopes)
{
    QString list;
    for (const QString &scope : scopes)
        list += QStringLiteral("<li><code>%1</code></li>").arg(scope.toHtmlEscaped());
    return list.isEmpty() ? QStringLiteral("<li>your public profile</li>") : list;
}

} // namespace

AuthorizationPages::AuthorizationPages(const QString &clientId, const QString &redirectPath)
    : m_clientId(clientId), m_redirectPath(redirectPath)
{}

QString AuthorizationPages::userName()
{
    return QStringLiteral("ada-demo");
}

QString AuthorizationPages::password()
{
    return QStringLiteral("open sesame");
}

Response AuthorizationPages::respond(const Request &request)
{
    if (request.path == QLatin1String("/login"))
        return logIn(request);
    const auto outcome = check(request.query);
    if (const auto *refusal = std::get_if<Response>(&outcome))
        return *refusal;
    const auto &asked = std::get<Asked>(outcome);
    const QString csrfToken = m_csrfTokens.value(browserSession(request));
    if (csrfToken.isEmpty())
        return loginPage(request, {});
    if (request.method != "POST")
        return consentPage(request, asked);
    const QUrlQuery form(QString::fromLatin1(request.body));
    if (value(form, "authenticity_token") != csrfToken)
        return refusalPage(QStringLiteral("This form is not from this page."));
    return decide(asked, form);
}

/// Errors about the client or its redirect URI are never redirected (RFC 6749 §4.1.2.1).
std::variant<AuthorizationPages::Asked, Response> AuthorizationPages::check(const QUrlQuery &query) const
{
    if (value(query, "client_id") != m_clientId)
        return refusalPage(QStringLiteral("There is no application with this client id."));
    const QUrl redirectUri(value(query, "redirect_uri"), QUrl::StrictMode);
    if (!isOurRedirectUri(redirectUri))
        return refusalPage(QStringLiteral("The redirect URI is not one of this application."));
    const QString state = value(query, "state");
    const auto refuse = [&](const char *error) {
        return redirect(redirectUri, {{QStringLiteral("error"), QLatin1String(error)}, {QStringLiteral("state"), state}});
    };
    if (value(query, "response_type") != QLatin1String("code"))
        return refuse("unsupported_response_type");
    const QString challenge = value(query, "code_challenge");
    const bool isChallenge = challenge.size() >= 43 && challenge.size() <= 128;
    if (!isChallenge || value(query, "code_challenge_method") != QLatin1String("S256"))
        return refuse("invalid_request");
    return Asked{redirectUri, state, challenge, value(query, "scope").split(QLatin1Char(' '), Qt::SkipEmptyParts)};
}

/// Any port will do on a loopback address (RFC 8252 §7.3).
bool AuthorizationPages::isOurRedirectUri(const QUrl &uri) const
{
    const bool isLoopback = uri.host() == QLatin1String("127.0.0.1") || uri.host() == QLatin1String("::1");
    return uri.isValid() && uri.scheme() == QLatin1String("http") && isLoopback && uri.path() == m_redirectPath
        && !uri.hasQuery() && !uri.hasFragment();
}

Response AuthorizationPages::logIn(const Request &request)
{
    const QUrlQuery form(QString::fromLatin1(request.body));
    const QString returnTo = value(form, "return_to");
    Request shown = request;
    shown.path = QUrl(returnTo).path();
    shown.query = QUrlQuery(QUrl(returnTo).query(QUrl::FullyEncoded));
    if (request.method != "POST" || !returnTo.startsWith(QLatin1String("/login/oauth/authorize?")))
        return refusalPage(QStringLiteral("Please start from the application."));
    if (value(form, "login") != userName() || value(form, "password") != password())
        return loginPage(shown, QStringLiteral("Incorrect username or password."));
    const QString session = newSecret();
    m_csrfTokens.insert(session, newSecret());
    return {.status = 302,
            .headers = {{"Location", returnTo.toLatin1()},
                        {"Set-Cookie", "demo_session=" + session.toLatin1() + "; HttpOnly; SameSite=Lax; Path=/"}}};
}

Response AuthorizationPages::loginPage(const Request &request, const QString &trouble) const
{
    const QString returnTo = request.path + QLatin1Char('?') + request.query.toString(QUrl::FullyEncoded);
    return page(200, QStringLiteral("login"),
                {{QStringLiteral("RETURN_TO"), returnTo},
                 {QStringLiteral("TROUBLE"), trouble},
                 {QStringLiteral("USER"), userName()},
                 {QStringLiteral("PASSWORD"), password()}});
}

Response AuthorizationPages::consentPage(const Request &request, const Asked &asked) const
{
    return page(200, QStringLiteral("consent"),
                {{QStringLiteral("USER"), userName()},
                 {QStringLiteral("CSRF_TOKEN"), m_csrfTokens.value(browserSession(request))},
                 {QStringLiteral("REDIRECT_HOST"), asked.redirectUri.authority()}},
                {{QStringLiteral("SCOPES"), inWords(asked.scopes)}});
}

Response AuthorizationPages::decide(const Asked &asked, const QUrlQuery &form)
{
    if (value(form, "authorize") != QLatin1String("1")) {
        return redirect(asked.redirectUri,
                        {{QStringLiteral("error"), QStringLiteral("access_denied")},
                         {QStringLiteral("error_description"), QStringLiteral("The user has denied your application access.")},
                         {QStringLiteral("state"), asked.state}});
    }
    const QString code = newSecret().left(20);
    m_codes.insert(code, {asked.redirectUri.toString(QUrl::FullyEncoded), asked.challenge, asked.scopes,
                          QDateTime::currentDateTimeUtc().addSecs(codeLifetime)});
    return redirect(asked.redirectUri, {{QStringLiteral("code"), code}, {QStringLiteral("state"), asked.state}});
}

std::optional<CodeGrant> AuthorizationPages::redeem(const QString &code)
{
    const auto grant = m_codes.constFind(code);
    if (grant == m_codes.constEnd() || QDateTime::currentDateTimeUtc() > grant->expiry)
        return std::nullopt;
    return m_codes.take(code);
}

QString AuthorizationPages::browserSession(const Request &request) const
{
    for (const QByteArray &cookie : request.header("cookie").split(';')) {
        if (cookie.trimmed().startsWith("demo_session="))
            return QString::fromLatin1(cookie.trimmed().mid(13));
    }
    return {};
}

} // namespace demo
