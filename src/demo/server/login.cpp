// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/server/login.h"

#include "demo/server/authorizationrequest.h"
#include "demo/web/form.h"
#include "demo/web/page.h"
#include "demo/web/paths.h"
#include "demo/web/secret.h"

namespace demo {

using loopback::Request;
using loopback::Response;

namespace {

constexpr char cookieName[] = "demo_session=";

/// The form leads only back to a question, so it is no open redirector (RFC 9700 §4.11).
QUrl localTarget(const QString &returnTo)
{
    const QUrl url(returnTo, QUrl::StrictMode);
    const bool isLocal = url.isValid() && url.isRelative() && url.host().isEmpty();
    const bool isQuestion = (url.path() == paths::authorization && url.hasQuery())
        || url.path() == paths::deviceVerification || url.path() == paths::newPersonalAccessToken;
    return isLocal && isQuestion ? url : QUrl();
}

} // namespace

QStringList Login::userNames()
{
    return {QStringLiteral("ada-demo"), QStringLiteral("bo-demo")};
}

QString Login::password()
{
    return QStringLiteral("open sesame");
}

/// Filled in, so that Enter is enough, unless somebody has typed something else.
Response Login::form(const QUrl &returnTo, const QString &typedLogin, const QString &error)
{
    const QString login = typedLogin.isEmpty() ? userName() : typedLogin;
    const bool isFilledIn = error.isEmpty() && userNames().contains(login);
    const bool isFirst = login == userName();
    return page(200, QStringLiteral("login"),
                {{QStringLiteral("RETURN_TO"), returnTo.toString(QUrl::FullyEncoded)},
                 {QStringLiteral("LOGIN"), login},
                 {QStringLiteral("PASSWORD"), isFilledIn ? password() : QString()},
                 {QStringLiteral("SHOWN_PASSWORD"), password()},
                 {QStringLiteral("OTHER_USER"), isFirst ? userNames().last() : userNames().first()},
                 {QStringLiteral("ERROR"), error}},
                {{isFilledIn ? QStringLiteral("BUTTON_FOCUS") : QStringLiteral("PASSWORD_FOCUS"), QStringLiteral(" autofocus")}});
}

Response Login::logIn(const Request &request)
{
    const bool isSubmitted = request.method == "POST";
    const QUrlQuery form = isSubmitted ? formOf(request) : request.query;
    const QUrl target = localTarget(value(form, "return_to"));
    if (target.isEmpty() || (!isSubmitted && request.method != "GET"))
        return refusalPage(QStringLiteral("Please start from the application."));
    if (!isSubmitted)
        return Login::form(target);
    const QString instead = value(form, "instead");
    const QString login = instead.isEmpty() ? value(form, "login") : instead;
    if (!userNames().contains(login) || value(form, "password") != password())
        return Login::form(target, login, QStringLiteral("Incorrect username or password."));
    const QString session = newSecret();
    m_sessions.insert(session, {login, newSecret()});
    return {.status = 302,
            .headers = {{"Location", target.toEncoded()},
                        {"Set-Cookie", cookieName + session.toLatin1() + "; HttpOnly; SameSite=Lax; Path=/"}}};
}

std::optional<Login::BrowserSession> Login::sessionOf(const Request &request) const
{
    for (const QByteArray &cookie : request.header("cookie").split(';')) {
        const QByteArray trimmed = cookie.trimmed();
        const auto session = m_sessions.constFind(QString::fromLatin1(trimmed.mid(qstrlen(cookieName))));
        if (trimmed.startsWith(cookieName) && session != m_sessions.constEnd())
            return *session;
    }
    return std::nullopt;
}

} // namespace demo
