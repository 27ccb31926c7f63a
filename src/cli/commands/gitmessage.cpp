// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands/gitmessage.h"

#include "provider/hostname.h"
#include "result/printabletext.h"

#include <QHash>
#include <QIODevice>

#include <algorithm>

namespace cli {

namespace {

/// Far longer than any line of Git.
constexpr qsizetype maximumLine = 16 * 1024;
constexpr qsizetype maximumLines = 100;
constexpr qsizetype maximumSize = 256 * 1024;

Error malformed(const char *code)
{
    return {Error::Kind::Malformed, QLatin1String(code)};
}

/// But for the tab, which a header field may have (RFC 9110 §5.5), and so `wwwauth[]`.
bool isControl(char byte)
{
    return (uchar(byte) < 0x20 && byte != '\t') || byte == 0x7f;
}

std::optional<Error> mistakeIn(const QByteArray &line)
{
    if (line.size() > maximumLine)
        return malformed("too_long");
    if (std::any_of(line.begin(), line.end(), isControl))
        return malformed("control_character");
    return std::nullopt;
}

/// Reads the lines before the empty one, byte by byte: a caller may keep its pipe open after the empty line.
Result<QByteArrayList> readLines(QIODevice &input)
{
    QByteArray text;
    char byte = 0;
    while (!text.endsWith("\n\n") && text != "\n" && input.getChar(&byte)) {
        if (text.size() == maximumSize)
            return malformed("too_long");
        text += byte;
    }
    while (text.endsWith('\n'))
        text.chop(1);
    const QByteArrayList lines = text.split('\n');
    return lines.size() > maximumLines ? Result<QByteArrayList>(malformed("too_long")) : lines;
}

/// Leaves out keys that end in `[]`, which may have several values.
Result<QHash<QByteArray, QByteArray>> readAttributes(const QByteArrayList &lines)
{
    QHash<QByteArray, QByteArray> attributes;
    for (const QByteArray &line : lines) {
        if (const auto mistake = mistakeIn(line))
            return *mistake;
        const qsizetype equals = line.indexOf('=');
        const QByteArray key = line.left(std::max<qsizetype>(equals, 0));
        if (key.isEmpty() || key.endsWith("[]"))
            continue;
        const QByteArray value = line.mid(equals + 1);
        const auto known = attributes.constFind(key);
        if (known != attributes.constEnd() && *known != value)
            return malformed("ambiguous");
        attributes.insert(key, value);
    }
    return attributes;
}

} // namespace

Result<GitMessage> GitMessage::read(QIODevice &input)
{
    const auto lines = readLines(input);
    if (!lines)
        return lines.error();
    const auto attributes = readAttributes(*lines);
    if (!attributes)
        return attributes.error();
    const auto text = [&](const char *key) { return QString::fromUtf8(attributes->value(key)); };
    return GitMessage{text("protocol"), text("host"), text("username"), text("password")};
}

bool GitMessage::isAbout(const QString &authority) const
{
    // HostName reads what people type: it accepts spaces and letters of other scripts, and leaves out port 443.
    const bool isPlain = std::all_of(host.begin(), host.end(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
    if (!isPlain || (protocol != QLatin1String("https") && host.endsWith(QLatin1String(":443"))))
        return false;
    const auto read = HostName::read(host);
    const auto *name = std::get_if<HostName>(&read);
    return name && name->scheme() == protocol && name->text() == authority.toLower();
}

Result<QString> toGitAnswer(const QList<GitAttribute> &attributes)
{
    QByteArray answer;
    for (const auto &[key, value] : attributes) {
        const QByteArray line = key + '=' + value.toUtf8();
        if (const auto mistake = mistakeIn(line))
            return *mistake;
        if (!isPrintable(value))
            return malformed("control_character");
        answer += line + '\n';
    }
    return QString::fromUtf8(answer);
}

} // namespace cli
