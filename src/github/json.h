// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QNetworkRequest>
#include <QUrl>

#include <optional>

namespace github {

/// A text of an answer; empty where it is null, missing or something else.
QString text(const QJsonObject &object, const char *key);

/// Only web addresses: what comes from a profile is opened by a press.
QUrl webAddress(const QString &text);

/// A number that is not negative.
std::optional<qint64> count(const QJsonObject &object, const char *key);

/// A question to GitHub's REST API.
QNetworkRequest gitHubRequest(const QUrl &apiBaseUrl, const QString &path, const QString &query = {});

} // namespace github
