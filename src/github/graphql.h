// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/result.h"

#include <QJsonObject>
#include <QList>
#include <QNetworkRequest>

namespace github {

/// An object member; empty if it is null, missing or of another type.
QJsonObject object(const QJsonObject &parent, const char *key);

/// The non-null entries of a list. GraphQL may send null for the list and for each entry.
QList<QJsonObject> objects(const QJsonObject &parent, const char *key);

/// The entries of a connection, GraphQL's name for a list in pages.
QList<QJsonObject> nodes(const QJsonObject &parent, const char *key);

/// A request to a GraphQL endpoint.
QNetworkRequest graphQlRequest(const QUrl &graphqlUrl);

/// The body that asks the query in resources/github/NAME.graphql.
QByteArray graphQlBody(const char *name, const QJsonObject &variables = {});

/// Malformed `what`: it is missing in an answer. The detail is the server's error message.
Error graphQlError(const QJsonObject &answer, const char *what);

} // namespace github
