// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "github/json.h"

#include "http/apirequest.h"

namespace github {

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString().trimmed();
}

QUrl webAddress(const QString &text)
{
    if (text.isEmpty())
        return {};
    const QUrl url = QUrl::fromUserInput(text);
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    return isWeb && !url.host().isEmpty() ? url : QUrl();
}

std::optional<qint64> count(const QJsonObject &object, const char *key)
{
    const qint64 number = object.value(QLatin1String(key)).toInteger(-1);
    return number < 0 ? std::nullopt : std::optional(number);
}

QNetworkRequest gitHubRequest(const QUrl &apiBaseUrl, const QString &path, const QString &query)
{
    QUrl url = apiBaseUrl;
    url.setPath(url.path() + path);
    if (!query.isEmpty())
        url.setQuery(query);
    return http::gitHubApiRequest(url);
}

} // namespace github
