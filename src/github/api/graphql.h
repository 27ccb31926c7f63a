// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QNetworkRequest>

namespace github {

/// What a GraphQL query was answered with.
struct GraphQlData
{
    QJsonObject parts;
    QList<QStringList> withheldPaths; ///< Where the person may not see something, as an organization with SAML enforces it.

    /// True if the part may be missing, in whole or as to its entries, because the person may not see it.
    bool isWithheld(const QStringList &path) const;
};

/// An object member; empty if it is null, missing or of another type.
QJsonObject object(const QJsonObject &parent, const char *key);

/// The non-null entries of a list. GraphQL may send null for the list and for each entry.
QList<QJsonObject> objects(const QJsonObject &parent, const char *key);

/// The entries of a connection, GraphQL's name for a list in pages. Some may be null.
QJsonArray nodes(const QJsonObject &parent, const char *key);

/// The number of entries of a connection, of which the answer has only the first; 0 if it does not say.
qint64 totalCount(const QJsonObject &parent, const char *key);

/// The data of an answer, possibly with some of it null. `errors` alone are no failure: the server sends what it has. Errors:
/// Malformed `what` if there is no data, with the server's message; Denied "forbidden" if it refuses; Unreachable
/// "rate_limited".
Result<GraphQlData> graphQlData(const QByteArray &body, const char *what);

/// A request to a GraphQL endpoint.
QNetworkRequest graphQlRequest(const QUrl &graphqlUrl);

/// The body that asks the query in resources/github/NAME.graphql.
QByteArray graphQlBody(const char *name, const QJsonObject &variables = {});

} // namespace github
