// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loginview/protocol/command.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace {

/// An authorization request has a few hundred bytes.
constexpr qsizetype maximumLine = 64 * 1024;

bool isLoopback(const QUrl &url)
{
    return url.host() == QLatin1String("127.0.0.1") || url.host() == QLatin1String("::1");
}

} // namespace

std::optional<Command> readCommand(const QByteArray &line)
{
    if (line.size() > maximumLine)
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const QString name = object.value(QLatin1String("command")).toString();
    if (name == QLatin1String("close"))
        return Command{Command::Kind::Close, {}};
    const Surroundings surroundings = surroundingsFrom(object.value(QLatin1String("surroundings")).toObject());
    if (name == QLatin1String("look"))
        return Command{Command::Kind::Look, {}, surroundings};
    const QUrl url(object.value(QLatin1String("url")).toString(), QUrl::StrictMode);
    if (name == QLatin1String("open") && isAllowedUrl(url))
        return Command{Command::Kind::Open, url, surroundings};
    return std::nullopt;
}

bool isAllowedUrl(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty())
        return false;
    return url.scheme() == QLatin1String("https") || (url.scheme() == QLatin1String("http") && isLoopback(url));
}

QString originText(const QUrl &url)
{
    QString host = url.host(QUrl::FullyEncoded);
    if (host.contains(QLatin1Char(':')))
        host = QLatin1Char('[') + host + QLatin1Char(']');
    return url.port() < 0 ? host : QStringLiteral("%1:%2").arg(host).arg(url.port());
}
