// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/result.h"

#include <QJsonObject>
#include <QList>
#include <QNetworkRequest>

namespace github {

/// An object of an answer; empty where it is null, missing or something else.
QJsonObject object(const QJsonObject &parent, const char *key);

/// The entries of a list; GraphQL may have null for the list and for each entry.
QList<QJsonObject> objects(const QJsonObject &parent, const char *key);

/// The entries of a connection, which is what GraphQL calls a list in pages.
QList<QJsonObject> nodes(const QJsonObject &parent, const char *key);

/// Where a question to GraphQL goes.
QNetworkRequest graphQlRequest(const QUrl &graphqlUrl);

/// The question of resources/github/NAME.graphql.
QByteArray graphQlBody(const char *name, const QJsonObject &variables = {});

/// That `what` is missing in an answer, with what the server says of the reason.
Error graphQlError(const QJsonObject &answer, const char *what);

} // namespace github
