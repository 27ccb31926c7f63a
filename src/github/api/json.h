// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QNetworkRequest>
#include <QUrl>

#include <optional>

namespace github {

/// A string member, made fit to be shown: on one line, without control characters, and cut if it is very long. Empty if it is
/// null, missing or of another type.
QString text(const QJsonObject &object, const char *key);

/// A web address (http or https); empty for anything else, because a click opens it.
QUrl webAddress(const QString &text);

/// A non-negative whole number, which may be sent as text; nothing if it is anything else.
std::optional<qint64> count(const QJsonObject &object, const char *key);

/// Text as one part of a path: "/" in it does not start another part. Empty for "." and "..", which nothing is named.
QString pathPart(const QString &text);

/// A request to GitHub's REST API. `path` is percent-encoded where needed, see pathPart().
QNetworkRequest gitHubRequest(const QUrl &apiBaseUrl, const QString &path, const QString &query = {});

} // namespace github
