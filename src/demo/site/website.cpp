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

Response profilePage(const SampleAccount &person)
{
    const QJsonObject &account = person.own();
    QString repositories;
    for (const QJsonValue &entry : person.repositories()) {
        if (!entry[u"private"].toBool()) {
            repositories += QStringLiteral("<li><a href=\"/%1\">%2</a></li>")
                                .arg(entry[u"full_name"].toString().toHtmlEscaped(),
                                     entry[u"name"].toString().toHtmlEscaped());
        }
    }
    return page(200, QStringLiteral("profile"),
                {{QStringLiteral("NAME"), text(account, "name")},
                 {QStringLiteral("LOGIN"), person.login()},
                 {QStringLiteral("BIO"), text(account, "bio")},
                 {QStringLiteral("FOLLOWERS"), count(account, "followers")},
                 {QStringLiteral("FOLLOWING"), count(account, "following")},
                 {QStringLiteral("AVATAR"), QUrl(text(account, "avatar_url")).path()}},
                {{QStringLiteral("REPOSITORIES"), repositories}});
}

Response threadPage(const QString &name)
{
    return page(200, QStringLiteral("thread"), {{QStringLiteral("NAME"), name}});
}

} // namespace

Response Website::respond(const Request &request) const
{
    if (request.method != "GET" && request.method != "HEAD")
        return {.status = 405, .headers = {{"Allow", "GET, HEAD"}}};
    const QString path = request.path.mid(1);
    const QString first = m_people.first().account.login();
    if (path.isEmpty())
        return page(200, QStringLiteral("about"), {{QStringLiteral("PROFILE"), QLatin1Char('/') + first}});
    if (const SamplePerson *person = m_people.find(path))
        return profilePage(person->account);
    if (path == first + QLatin1Char('/') + first + QLatin1String("/raw/HEAD/harbour.png"))
        return {.contentType = "image/png", .body = resource(QStringLiteral("harbour.png"))};
    if (const auto repository = m_people.publicRepository(path))
        return repositoryPage(*repository);
    static const QRegularExpression thread(QStringLiteral("^([^/]+/[^/]+)/(?:pull|issues)/(\\d+)$"));
    if (const auto match = thread.match(path); match.hasMatch())
        return threadPage(match.captured(1) + QLatin1Char('#') + match.captured(2));
    static const QRegularExpression list(
        QStringLiteral("^([^/]+/[^/]+)/(?:releases|actions|discussions|invitations|security/dependabot|commit/[0-9a-f]+)$"));
    if (const auto match = list.match(path); match.hasMatch())
        return threadPage(match.captured(1));
    return page(404, QStringLiteral("missing"));
}

} // namespace demo
