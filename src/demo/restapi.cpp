// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/restapi.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace demo {

using loopback::formValue;
using loopback::Header;
using loopback::Request;
using loopback::Response;

namespace {

constexpr int rateLimit = 5000; // An hour, as GitHub has it.
constexpr int largestPage = 100;

QByteArray resource(const char *name)
{
    QFile file(QStringLiteral(":/demo/%1").arg(QLatin1String(name)));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the demo's %s is not in the program", name);
    return file.readAll();
}

/// The sample's addresses stand under https://demo.invalid until it is known where it listens.
QJsonDocument at(const QUrl &origin, const char *name)
{
    return QJsonDocument::fromJson(resource(name).replace("https://demo.invalid", origin.toEncoded()));
}

QString bearerToken(const Request &request)
{
    const QByteArray header = request.header("authorization");
    for (const QByteArray &scheme : {QByteArray("bearer "), QByteArray("token ")}) {
        if (header.toLower().startsWith(scheme))
            return QString::fromLatin1(header.mid(scheme.size()).trimmed());
    }
    return {};
}

int number(const Request &request, const char *name, int otherwise)
{
    const int found = formValue(request.query, QLatin1String(name)).value_or(QString()).toInt();
    return found > 0 ? found : otherwise;
}

} // namespace

RestApi::RestApi(const TokenLedger &ledger) : m_ledger(ledger) {}

void RestApi::setOrigin(const QUrl &origin)
{
    m_origin = origin;
    m_account = at(origin, "account.json").object();
    m_repositories = at(origin, "repositories.json").array();
}

Response RestApi::respond(const Request &request, const QString &path)
{
    const auto scopes = m_ledger.scopesOf(bearerToken(request));
    if (!scopes)
        return refuse(401, "Bad credentials");
    const QList<Header> headers = commonHeaders(*scopes);
    if (request.method != "GET")
        return refuse(404, "Not Found");
    if (path == QLatin1String("/user"))
        return ok(request, QJsonDocument(m_account).toJson(), headers);
    if (path == QLatin1String("/user/repos"))
        return repositories(request, headers);
    if (path == QLatin1String("/users/") + m_account.value(QLatin1String("login")).toString())
        return ok(request, QJsonDocument(publicAccount()).toJson(), headers);
    return refuse(404, "Not Found");
}

/// 200, or 304 where the client has this already; that does not count against the rate limit.
Response RestApi::ok(const Request &request, const QByteArray &body, QList<Header> headers)
{
    const QByteArray key = body + request.header("authorization");
    const QByteArray etag = "W/\"" + QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex() + '"';
    headers.append(Header("ETag", etag));
    headers.append(Header("Cache-Control", "private, max-age=60, s-maxage=60"));
    if (request.header("if-none-match") == etag) {
        m_used -= 1;
        return {.status = 304, .headers = headers};
    }
    return {.contentType = "application/json; charset=utf-8", .body = body, .headers = headers};
}

Response RestApi::refuse(int status, const char *message)
{
    const QJsonObject body{{QStringLiteral("message"), QLatin1String(message)},
                           {QStringLiteral("documentation_url"), QStringLiteral("https://docs.github.com/rest")},
                           {QStringLiteral("status"), QString::number(status)}};
    return {.status = status, .contentType = "application/json; charset=utf-8",
            .body = QJsonDocument(body).toJson(QJsonDocument::Compact), .headers = commonHeaders({})};
}

Response RestApi::repositories(const Request &request, QList<Header> headers)
{
    const int perPage = std::min(number(request, "per_page", 30), largestPage);
    const int lastPage = std::max(1, int((m_repositories.size() + perPage - 1) / perPage));
    const int page = number(request, "page", 1);
    QJsonArray shown;
    for (qsizetype i = qsizetype(page - 1) * perPage; i < std::min(qsizetype(page) * perPage, m_repositories.size()); ++i)
        shown.append(m_repositories[i]);

    QList<QByteArray> links;
    const auto link = [&](int target, const char *relation) {
        links.append('<' + m_origin.toEncoded() + "/api/v3/user/repos?per_page=" + QByteArray::number(perPage)
                     + "&page=" + QByteArray::number(target) + ">; rel=\"" + relation + '"');
    };
    if (page > 1)
        link(page - 1, "prev");
    if (page < lastPage) {
        link(page + 1, "next");
        link(lastPage, "last");
    }
    if (page > 1)
        link(1, "first");
    if (!links.isEmpty())
        headers.append(Header("Link", links.join(", ")));
    return ok(request, QJsonDocument(shown).toJson(), headers);
}

QList<Header> RestApi::commonHeaders(const QStringList &scopes)
{
    m_used += 1;
    m_requestNumber += 1;
    const qint64 nextHour = (QDateTime::currentSecsSinceEpoch() / 3600 + 1) * 3600;
    return {{"X-GitHub-Request-Id", "DEMO:" + QByteArray::number(m_requestNumber, 16).toUpper()},
            {"X-GitHub-Media-Type", "github.v3; format=json"},
            {"X-OAuth-Scopes", scopes.join(QStringLiteral(", ")).toLatin1()},
            {"X-RateLimit-Limit", QByteArray::number(rateLimit)},
            {"X-RateLimit-Remaining", QByteArray::number(std::max(0, rateLimit - m_used))},
            {"X-RateLimit-Used", QByteArray::number(m_used)},
            {"X-RateLimit-Reset", QByteArray::number(nextHour)},
            {"X-RateLimit-Resource", "core"}};
}

/// What others see of the account.
QJsonObject RestApi::publicAccount() const
{
    QJsonObject account = m_account;
    for (const char *key : {"private_gists", "total_private_repos", "owned_private_repos", "disk_usage",
                            "collaborators", "two_factor_authentication", "plan"})
        account.remove(QLatin1String(key));
    return account;
}

Response RestApi::avatar(const Request &request) const
{
    const QByteArray image = resource("avatar.png");
    const QByteArray etag = '"' + QCryptographicHash::hash(image, QCryptographicHash::Sha256).toHex() + '"';
    const QList<Header> headers{{"ETag", etag}, {"Cache-Control", "max-age=300"}};
    if (request.header("if-none-match") == etag)
        return {.status = 304, .headers = headers};
    return {.contentType = "image/png", .body = image, .headers = headers};
}

} // namespace demo
