// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/site/website.h"

#include "demo/web/page.h"
#include "demo/web/resource.h"

#include <QRegularExpression>

namespace demo {

using loopback::Request;
using loopback::Response;

namespace {

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

QString count(const QJsonObject &object, const char *key)
{
    return QString::number(object.value(QLatin1String(key)).toInteger());
}

Response repositoryPage(const QJsonObject &repository)
{
    return page(200, QStringLiteral("repository"),
                {{QStringLiteral("NAME"), text(repository, "name")},
                 {QStringLiteral("DESCRIPTION"), text(repository, "description")},
                 {QStringLiteral("LANGUAGE"), text(repository, "language")},
                 {QStringLiteral("STARS"), count(repository, "stargazers_count")},
                 {QStringLiteral("OWNER"), repository[u"owner"][u"login"].toString()}});
}

} // namespace

Response Website::respond(const Request &request) const
{
    if (request.method != "GET" && request.method != "HEAD")
        return {.status = 405, .headers = {{"Allow", "GET, HEAD"}}};
    const QString profilePath = QLatin1Char('/') + m_account.login();
    if (request.path == QLatin1String("/"))
        return page(200, QStringLiteral("about"), {{QStringLiteral("PROFILE"), profilePath}});
    if (request.path == profilePath)
        return profile();
    if (request.path == profilePath + profilePath + QLatin1String("/raw/HEAD/harbour.png"))
        return {.contentType = "image/png", .body = resource(QStringLiteral("harbour.png"))};
    if (request.path.startsWith(profilePath + QLatin1Char('/'))) {
        if (const auto repository = m_account.publicRepository(request.path.sliced(profilePath.size() + 1)))
            return repositoryPage(*repository);
    }
    static const QRegularExpression thread(QStringLiteral("^/([^/]+/[^/]+)/(?:pull|issues)/(\\d+)$"));
    if (const auto match = thread.match(request.path); match.hasMatch())
        return page(200, QStringLiteral("thread"), {{QStringLiteral("NAME"), match.captured(1) + QLatin1Char('#') + match.captured(2)}});
    return page(404, QStringLiteral("missing"));
}

Response Website::profile() const
{
    const QJsonObject &account = m_account.own();
    QString repositories;
    for (const QJsonValue &entry : m_account.repositories()) {
        if (!entry[u"private"].toBool()) {
            repositories += QStringLiteral("<li><a href=\"/%1\">%2</a></li>")
                                .arg(entry[u"full_name"].toString().toHtmlEscaped(),
                                     entry[u"name"].toString().toHtmlEscaped());
        }
    }
    return page(200, QStringLiteral("profile"),
                {{QStringLiteral("NAME"), text(account, "name")},
                 {QStringLiteral("LOGIN"), m_account.login()},
                 {QStringLiteral("BIO"), text(account, "bio")},
                 {QStringLiteral("FOLLOWERS"), count(account, "followers")},
                 {QStringLiteral("FOLLOWING"), count(account, "following")},
                 {QStringLiteral("AVATAR"), QUrl(text(account, "avatar_url")).path()}},
                {{QStringLiteral("REPOSITORIES"), repositories}});
}

} // namespace demo
