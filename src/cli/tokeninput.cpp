// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/tokeninput.h"

#include "result/pastedword.h"

#include <QIODevice>
#include <QRegularExpression>

namespace cli {

namespace {

constexpr qsizetype longestToken = 4 * 1024;
constexpr qsizetype longestTyped = 4094; ///< Linux cuts a longer line of a terminal to 4095, and says nothing.
constexpr qint64 maximumLength = 2 * longestToken; ///< Of what is read, with white space.

/// A pipe may deliver in pieces.
QByteArray readAll(QIODevice &input)
{
    QByteArray text;
    while (text.size() < maximumLength) {
        const QByteArray piece = input.read(maximumLength - text.size());
        if (piece.isEmpty())
            break;
        text += piece;
    }
    return text;
}

} // namespace

Result<QString> readToken(QIODevice &input, Writer writer)
{
    const QByteArray read = writer == Writer::Person ? input.readLine(maximumLength + 1) : readAll(input);
    const QString token = pastedWord(QString::fromUtf8(read));
    if (read.size() >= maximumLength) // Nobody has looked at the rest.
        return Error{Error::Kind::Denied, QStringLiteral("malformed_token")};
    if (token.isEmpty())
        return Error{Error::Kind::Denied, QStringLiteral("missing_token")};
    // All visible ASCII, which is more than RFC 6750 §2.1 allows.
    static const QRegularExpression visible(QStringLiteral("^[\\x21-\\x7e]+\\z"));
    if (!visible.match(token).hasMatch() || token.size() > (writer == Writer::Person ? longestTyped : longestToken))
        return Error{Error::Kind::Denied, QStringLiteral("malformed_token")};
    return token;
}

} // namespace cli
