// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/api/restapi.h"

#include "demo/web/apierror.h"
#include "demo/web/bearertoken.h"
#include "demo/web/form.h"
#include "demo/web/resource.h"

#include <QCryptographicHash>

#include <algorithm>

namespace demo {

using loopback::Header;
using loopback::Request;
using loopback::Response;

namespace {

constexpr int requestsPerHour = 5000; // As on GitHub.
constexpr int largestPage = 100;
constexpr QLatin1String threadPath("/notifications/threads/");

int number(const Request &request, const char *name, int otherwise)
{
    const int found = value(request.query, name).toInt();
    return found > 0 ? found : otherwise;
}

QByteArray hashOfAll(const QByteArray &bytes)
{
    return '"' + QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex() + '"';
}

Response json(const QJsonDocument &document)
{
    return {.contentType = "application/json; charset=utf-8", .body = document.toJson()};
}

bool isAboutNotifications(const QString &path)
{
    return path.startsWith(QLatin1String("/notifications")) || path.endsWith(QLatin1String("/notifications"));
}

/// GitHub's answer to a token that lacks a scope.
Response missingScope()
{
    Response response = apiError(403, "Missing the 'notifications' scope.");
    response.headers = {{"X-Accepted-OAuth-Scopes", "notifications, repo"}};
    return response;
}

Response notifications(const QJsonArray &unread)
{
    Response response = json(QJsonDocument(unread));
    response.headers = {{"X-Poll-Interval", "60"}};
    return response;
}

/// GitHub's answer to `Accept: application/vnd.github.html+json`, the only form that Latchkey requests.
Response readme(const QUrl &url)
{
    return {.contentType = "application/vnd.github.html+json; charset=utf-8",
            .body = resource(QStringLiteral("readme.html"))
                        .replace("https://demo.invalid", url.adjusted(QUrl::RemovePath).toEncoded())};
}

/// 304 if the client has this already. Tags are compared weakly (RFC 9110 §13.1.2).
Response unlessKnown(const Request &request, Response response, const QByteArray &tag)
{
    if (request.header("if-none-match").contains(tag))
        return {.status = 304, .headers = response.headers};
    return response;
}

/// The value of GitHub's Link header on page `page` of `last`.
QByteArray links(const QUrl &url, int perPage, int page, int last)
{
    QList<QByteArray> links;
    const auto add = [&](int target, const char *relation) {
        links.append('<' + url.toEncoded() + "?per_page=" + QByteArray::number(perPage)
                     + "&page=" + QByteArray::number(target) + ">; rel=\"" + relation + '"');
    };
    if (page > 1)
        add(page - 1, "prev");
    if (page < last) {
        add(page + 1, "next");
        add(last, "last");
    }
    if (page > 1)
        add(1, "first");
    return links.join(", ");
}

} // namespace

RestApi::RestApi(const TokenLedger &ledger, SamplePeople &people) : m_ledger(ledger), m_people(people) {}

Response RestApi::respond(const Request &request, const QUrl &baseUrl, const QString &path)
{
    Q_ASSERT(path.startsWith(QLatin1Char('/')));
    const auto scopes = m_ledger.scopesOf(bearerToken(request));
    Response response = scopes ? answer(request, baseUrl, path, *scopes) : apiError(401, "Bad credentials");
    response.headers += {{"X-GitHub-Request-Id", "DEMO:" + QByteArray::number(++m_requestNumber, 16).toUpper()},
                         {"X-GitHub-Media-Type", "github.v3; format=json"}};
    if (scopes) {
        response.headers.append({"X-OAuth-Scopes", scopes->join(QStringLiteral(", ")).toLatin1()});
        response.headers += rateLimit(response.status != 304);
    }
    return response;
}

Response RestApi::answer(const Request &request, const QUrl &baseUrl, const QString &path, const QStringList &scopes)
{
    if (isAboutNotifications(path) && !scopes.contains(QStringLiteral("notifications")) && !scopes.contains(QStringLiteral("repo")))
        return missingScope();
    SamplePerson &person = m_people.holder(m_ledger.loginOf(bearerToken(request)));
    if (request.method != "GET" && request.method != "HEAD")
        return change(request.method, path, person.inbox);
    Response response = get(request, QUrl(baseUrl.toString() + path), path, person);
    if (response.status != 200)
        return response;
    const QByteArray tag = hashOfAll(response.body + request.header("authorization")); // GitHub's tags depend on the token.
    response.headers += {{"ETag", "W/" + tag}, {"Cache-Control", "private, max-age=60, s-maxage=60"},
                         {"Vary", "Accept, Authorization"}};
    return unlessKnown(request, response, tag);
}

Response RestApi::get(const Request &request, const QUrl &url, const QString &path, const SamplePerson &person)
{
    const QString login = person.account.login();
    if (path == QLatin1String("/user"))
        return json(QJsonDocument(person.account.own()));
    if (path == QLatin1String("/user/repos"))
        return list(person.account.repositories(), request, url);
    if (path == QLatin1String("/user/starred"))
        return list(person.account.starred(), request, url);
    if (path == QLatin1String("/notifications"))
        return notifications(person.inbox.notifications());
    if (path == QStringLiteral("/repos/%1/%1/readme").arg(login) && person.account.folder().isEmpty())
        return readme(url);
    return aboutUser(path);
}

Response RestApi::aboutUser(const QString &path) const
{
    const QLatin1String users("/users/");
    const SamplePerson *person = path.startsWith(users) ? m_people.find(path.sliced(users.size())) : nullptr;
    return person ? json(QJsonDocument(person->account.asOthersSeeIt())) : apiError(404, "Not Found");
}

/// Marks a thread, or all of a repository, as read. Nothing else can be changed.
Response RestApi::change(const QByteArray &method, const QString &path, SampleInbox &inbox)
{
    if (method == "PATCH" && path.startsWith(threadPath) && inbox.markRead(path.sliced(threadPath.size())))
        return {.status = 205};
    if (method == "PUT" && path.startsWith(QLatin1String("/repos/")) && isAboutNotifications(path)) {
        inbox.markRepositoryRead(path.section(QLatin1Char('/'), 2, 3));
        return {.status = 205};
    }
    return apiError(404, "Not Found");
}

Response RestApi::list(const QJsonArray &all, const Request &request, const QUrl &url) const
{
    const qsizetype perPage = std::min(number(request, "per_page", 30), largestPage);
    const qsizetype last = std::max<qsizetype>(1, (all.size() + perPage - 1) / perPage);
    const qsizetype page = number(request, "page", 1);
    QJsonArray shown;
    for (qsizetype i = (page - 1) * perPage; i < std::min(page * perPage, all.size()); ++i)
        shown.append(all[i]);
    Response response = json(QJsonDocument(shown));
    const QByteArray link = links(url, int(perPage), int(page), int(last));
    if (!link.isEmpty())
        response.headers.append({"Link", link});
    return response;
}

QList<Header> RestApi::rateLimit(bool counts)
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    if (now >= m_windowEnd) {
        m_windowEnd = now + 3600;
        m_used = 0;
    }
    m_used += counts ? 1 : 0;
    return {{"X-RateLimit-Limit", QByteArray::number(requestsPerHour)},
            {"X-RateLimit-Remaining", QByteArray::number(std::max(0, requestsPerHour - m_used))},
            {"X-RateLimit-Used", QByteArray::number(m_used)},
            {"X-RateLimit-Reset", QByteArray::number(m_windowEnd)},
            {"X-RateLimit-Resource", "core"}};
}

Response RestApi::avatar(const Request &request)
{
    const bool isBos = request.path.endsWith(QLatin1String("/20715091"));
    const QByteArray image = resource(isBos ? QStringLiteral("bo/avatar.png") : QStringLiteral("avatar.png"));
    const QByteArray tag = hashOfAll(image);
    return unlessKnown(request,
                       {.contentType = "image/png", .body = image,
                        .headers = {{"ETag", tag}, {"Cache-Control", "max-age=300"}}},
                       tag);
}

} // namespace demo
