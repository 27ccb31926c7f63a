// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz.h"

#include "cli/commands/gitmessage.h"

#include <QBuffer>

#include <map>
#include <optional>
#include <string>

namespace fuzz_gitmessage {

const auto signedInAt = QStringLiteral("git.example.org");

using Attributes = std::map<std::string, std::string>;

bool isPlain(const std::string &line)
{
    for (const unsigned char byte : line) {
        if ((byte < ' ' && byte != '\t') || byte == 0x7f)
            return false;
    }
    return line.size() <= 16384;
}

/// A second implementation of gitcredentials(7), "INPUT/OUTPUT FORMAT", without our code and Qt's. Nothing if Git would
/// not write the text.
std::optional<Attributes> attributesOf(const std::string &text)
{
    Attributes attributes;
    std::size_t start = 0;
    for (int lines = 0; start < text.size() && text[start] != '\n'; ++lines) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        const std::string line = text.substr(start, end - start);
        start = end + 1;
        if (!isPlain(line) || lines == 100)
            return std::nullopt;
        const std::size_t equals = line.find('=');
        if (equals == std::string::npos || equals == 0)
            continue;
        const std::string key = line.substr(0, equals);
        const std::string value = line.substr(equals + 1);
        const bool isList = key.size() >= 2 && key.compare(key.size() - 2, 2, "[]") == 0;
        if (!isList && !attributes.insert({key, value}).second && attributes[key] != value)
            return std::nullopt;
    }
    return attributes;
}

/// The host that Git is about to connect to, as DNS and TLS see it.
std::string destinationOf(const Attributes &attributes)
{
    std::string host;
    for (const char letter : attributes.count("host") ? attributes.at("host") : std::string())
        host += letter >= 'A' && letter <= 'Z' ? char(letter + ('a' - 'A')) : letter;
    const std::string defaultPort = ":443";
    if (host.size() > defaultPort.size() && host.compare(host.size() - defaultPort.size(), std::string::npos, defaultPort) == 0)
        host.resize(host.size() - defaultPort.size());
    return host;
}

/// What is written must be read as the same.
void lookAtAnswer(const QString &login)
{
    const auto answer = cli::toGitAnswer({{"username", login}, {"password", QStringLiteral("token")}});
    if (!answer)
        return;
    const auto attributes = attributesOf(answer->toStdString());
    REQUIRE(attributes && attributes->size() == 2);
    REQUIRE(attributes->at("username") == login.toStdString() && attributes->at("password") == "token");
}

void look(const QByteArray &input)
{
    QByteArray bytes = input;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    const auto message = cli::GitMessage::read(buffer);
    const auto attributes = attributesOf(input.toStdString());
    const bool isOurs = message && message->isAbout(signedInAt);
    if (!attributes) {
        REQUIRE(!message);
    } else {
        const bool isHttps = attributes->count("protocol") && attributes->at("protocol") == "https";
        REQUIRE(isOurs == (isHttps && destinationOf(*attributes) == signedInAt.toStdString()));
    }
    lookAtAnswer(QString::fromUtf8(input));
}

} // namespace fuzz_gitmessage

FUZZ_TARGET(gitmessage)
