// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "github/api/json.h"

#include "http/apirequest.h"
#include "result/printabletext.h"

namespace github {

namespace {

/// Characters. The longest text that a person writes at GitHub and reads here is a description of 350.
constexpr qsizetype longestText = 5000;

} // namespace

QString text(const QJsonObject &object, const char *key)
{
    const QString whole = object.value(QLatin1String(key)).toString();
    return printableText(cutTo(whole, longestText));
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
    const QJsonValue value = object.value(QLatin1String(key));
    bool isNumber = true;
    const qint64 number = value.isString() ? value.toString().toLongLong(&isNumber) : value.toInteger(-1);
    return isNumber && number >= 0 ? std::optional(number) : std::nullopt;
}

QString pathPart(const QString &text)
{
    // QUrl decodes an encoded dot.
    const bool isRelative = text == QLatin1String(".") || text == QLatin1String("..");
    return isRelative ? QString() : QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QNetworkRequest gitHubRequest(const QUrl &apiBaseUrl, const QString &path, const QString &query)
{
    QUrl url = apiBaseUrl;
    url.setPath(url.path(QUrl::FullyEncoded) + path, QUrl::TolerantMode);
    if (!query.isEmpty())
        url.setQuery(query);
    return http::gitHubApiRequest(url);
}

} // namespace github
