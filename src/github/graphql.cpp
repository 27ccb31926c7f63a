// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "github/graphql.h"

#include "github/json.h"
#include "http/apirequest.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace github {

namespace {

QByteArray queryText(const char *name)
{
    QFile file(QStringLiteral(":/github/%1.graphql").arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

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

QList<QJsonObject> nodes(const QJsonObject &parent, const char *key)
{
    return objects(object(parent, key), "nodes");
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

Error graphQlError(const QJsonObject &answer, const char *what)
{
    const QList<QJsonObject> errors = objects(answer, "errors");
    return {Error::Kind::Malformed, QLatin1String(what),
            errors.isEmpty() ? QStringLiteral("viewer is missing") : text(errors.first(), "message")};
}

} // namespace github
