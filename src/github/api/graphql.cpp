// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "github/api/graphql.h"

#include "github/api/json.h"
#include "github/api/log.h"
#include "http/apirequest.h"
#include "result/jsonobject.h"

#include <QFile>

#include <algorithm>

namespace github {

namespace {

QByteArray queryText(const char *name)
{
    QFile file(QStringLiteral(":/github/%1.graphql").arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// GitHub's "RATE_LIMITED", and "RATE_LIMIT" since 2025.
bool isRateLimit(const QJsonObject &error)
{
    return text(error, "type").startsWith(QLatin1String("RATE_LIMIT"));
}

bool isRefusal(const QJsonObject &error)
{
    const QString type = text(error, "type");
    return type == QLatin1String("FORBIDDEN") || type == QLatin1String("INSUFFICIENT_SCOPES")
        || object(error, "extensions")[u"saml_failure"].toBool();
}

/// An error without a path is about the whole answer.
QList<QStringList> withheldPaths(const QList<QJsonObject> &errors)
{
    QList<QStringList> paths;
    for (const QJsonObject &error : errors) {
        if (!isRefusal(error))
            continue;
        QStringList path;
        for (const QJsonValue &part : error[u"path"].toArray())
            path.append(part.toString()); // Empty for the number of an entry.
        paths.append(path);
    }
    return paths;
}

} // namespace

bool GraphQlData::isWithheld(const QStringList &path) const
{
    return std::any_of(withheldPaths.begin(), withheldPaths.end(), [&](const QStringList &withheld) {
        const qsizetype common = std::min(path.size(), withheld.size());
        return path.first(common) == withheld.first(common);
    });
}

QJsonObject object(const QJsonObject &parent, const char *key)
{
    return parent.value(QLatin1String(key)).toObject();
}

QList<QJsonObject> objects(const QJsonObject &parent, const char *key)
{
    QList<QJsonObject> found;
    const QJsonArray entries = parent.value(QLatin1String(key)).toArray();
    for (const QJsonValue &entry : entries) {
        if (entry.isObject())
            found.append(entry.toObject());
    }
    return found;
}

QJsonArray nodes(const QJsonObject &parent, const char *key)
{
    return object(parent, key).value(QLatin1String("nodes")).toArray();
}

qint64 totalCount(const QJsonObject &parent, const char *key)
{
    return count(object(parent, key), "totalCount").value_or(0);
}

Result<GraphQlData> graphQlData(const QByteArray &body, const char *what)
{
    const Result<QJsonObject> answer = readJsonObject(body);
    if (!answer)
        return answer.error();
    const QList<QJsonObject> errors = objects(*answer, "errors");
    for (const QJsonObject &error : errors) {
        qCWarning(githubLog) << what << "was answered with an error:" << text(error, "type") << text(error, "message");
        if (isRateLimit(error))
            return Error::unreachable(QStringLiteral("rate_limited"), text(error, "message"));
    }
    const QJsonObject data = object(*answer, "data");
    if (std::any_of(data.begin(), data.end(), [](const QJsonValue &part) { return part.isObject(); }))
        return GraphQlData{data, withheldPaths(errors)};
    const bool isRefused = std::any_of(errors.begin(), errors.end(), isRefusal);
    const QString detail = errors.isEmpty() ? QStringLiteral("there is no data") : text(errors.first(), "message");
    return isRefused ? Error::denied(QStringLiteral("forbidden"), detail) : Error::malformed(QLatin1String(what), detail);
}

QNetworkRequest graphQlRequest(const QUrl &graphqlUrl)
{
    QNetworkRequest request = http::gitHubApiRequest(graphqlUrl);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    return request;
}

QByteArray graphQlBody(const char *name, const QJsonObject &variables)
{
    const QJsonObject body{{QStringLiteral("query"), QString::fromUtf8(queryText(name))},
                           {QStringLiteral("variables"), variables}};
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace github
