// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QNetworkRequest>
#include <QUrl>

#include <optional>

namespace github {

/// A string member; empty if it is null, missing or of another type.
QString text(const QJsonObject &object, const char *key);

/// A web address (http or https); empty for anything else, because a click opens it.
QUrl webAddress(const QString &text);

/// A non-negative number member; nothing if it is anything else.
std::optional<qint64> count(const QJsonObject &object, const char *key);

/// A request to GitHub's REST API.
QNetworkRequest gitHubRequest(const QUrl &apiBaseUrl, const QString &path, const QString &query = {});

} // namespace github
