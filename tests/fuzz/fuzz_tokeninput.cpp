// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz.h"

#include "cli/tokeninput.h"

#include <QBuffer>

#include <algorithm>
#include <string>

namespace fuzz_tokeninput {

std::string trimmed(const std::string &text)
{
    constexpr auto space = " \t\n\v\f\r";
    const std::size_t first = text.find_first_not_of(space);
    return first == std::string::npos ? std::string() : text.substr(first, text.find_last_not_of(space) - first + 1);
}

/// A second implementation, without our code and Qt's: the token, or the code of the error.
std::string outcomeOf(std::string text, cli::Writer writer)
{
    constexpr std::size_t tooMuch = 8192;
    const std::size_t lineEnd = text.find('\n');
    if (writer == cli::Writer::Person && lineEnd != std::string::npos)
        text.resize(lineEnd + 1);
    if (text.size() >= tooMuch)
        return "malformed_token";
    std::string token = trimmed(text);
    if (token.empty())
        return "missing_token";
    for (const char quote : {'"', '\'', '`'}) {
        if (token.size() > 2 && token.front() == quote && token.back() == quote) {
            token = trimmed(token.substr(1, token.size() - 2));
            break;
        }
    }
    if (token.empty())
        return "missing_token";
    for (const unsigned char byte : token) {
        if (byte <= ' ' || byte > '~')
            return "malformed_token";
    }
    return token.size() <= (writer == cli::Writer::Person ? 4094 : 4096) ? token : "malformed_token";
}

void look(const QByteArray &input)
{
    for (const cli::Writer writer : {cli::Writer::Person, cli::Writer::Program}) {
        QByteArray bytes = input;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        const Result<QString> token = cli::readToken(buffer, writer);
        if (std::any_of(input.begin(), input.end(), [](char byte) { return byte < 0; })) { // It may be around the token.
            REQUIRE(!token || input.contains(token->toLatin1()));
            continue;
        }
        REQUIRE((token ? *token : token.error().code).toStdString() == outcomeOf(input.toStdString(), writer));
    }
}

} // namespace fuzz_tokeninput

FUZZ_TARGET(tokeninput)
