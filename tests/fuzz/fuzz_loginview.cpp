// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz.h"

#include "loginview/protocol/command.h"
#include "useragent/loginviewevent.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace fuzz_loginview {

void lookAtCommand(const QByteArray &line)
{
    const std::optional<Command> command = readCommand(line);
    if (!command)
        return;
    REQUIRE(line.size() <= 64 * 1024);
    if (command->kind == Command::Kind::Close) {
        REQUIRE(command->url.isEmpty());
        return;
    }
    const QUrl &url = command->url;
    REQUIRE(isAllowedUrl(url));
    const bool isLoopback = url.host() == QLatin1String("127.0.0.1") || url.host() == QLatin1String("::1");
    REQUIRE(url.scheme() == QLatin1String("https") || (url.scheme() == QLatin1String("http") && isLoopback));
    // The origin is what the person looks at: a host, and nothing that could pass for one.
    const QString origin = originText(url);
    REQUIRE(!origin.isEmpty());
    for (const char c : {'/', '@', '?', '#', ' ', '\n'})
        REQUIRE(!origin.contains(QLatin1Char(c)));

    const QJsonObject again{{QStringLiteral("command"), QStringLiteral("open")},
                            {QStringLiteral("url"), url.toString(QUrl::FullyEncoded)}};
    const QByteArray sent = QJsonDocument(again).toJson(QJsonDocument::Compact);
    REQUIRE(!sent.contains('\n'));
    const std::optional<Command> received = readCommand(sent);
    REQUIRE(received && received->url.toString(QUrl::FullyEncoded) == url.toString(QUrl::FullyEncoded));
}

void lookAtEvent(const QByteArray &line)
{
    const std::optional<LoginViewEvent> event = readLoginViewEvent(line);
    if (!event)
        return;
    if (event->kind == LoginViewEvent::Kind::Failed)
        REQUIRE(isPlainCode(event->reason) && event->reason.size() <= 32);
    else
        REQUIRE(event->reason.isEmpty());
}

/// A line in each direction.
void look(const QByteArray &input)
{
    lookAtCommand(input);
    lookAtEvent(input);
}

} // namespace fuzz_loginview

FUZZ_TARGET(loginview)
