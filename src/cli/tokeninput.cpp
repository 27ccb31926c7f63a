// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/tokeninput.h"

#include <QIODevice>
#include <QRegularExpression>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <termios.h>
#include <unistd.h>
#endif

namespace cli {

namespace {

constexpr qsizetype longestToken = 4 * 1024;
constexpr qint64 maximumLength = 2 * longestToken;

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

#ifdef Q_OS_WIN
bool isInputTerminal()
{
    return _isatty(0);
}
#else
bool isInputTerminal()
{
    return isatty(STDIN_FILENO);
}
#endif

} // namespace

Result<QString> readToken(QIODevice &input, Writer writer)
{
    const QByteArray text = (writer == Writer::Person ? input.readLine(maximumLength) : readAll(input)).trimmed();
    if (text.isEmpty())
        return Error{Error::Kind::Denied, QStringLiteral("missing_token")};
    // All visible ASCII, which is more than RFC 6750 §2.1 allows.
    static const QRegularExpression visible(QStringLiteral("^[\\x21-\\x7e]+\\z"));
    const QString token = QString::fromLatin1(text);
    if (!visible.match(token).hasMatch() || text.size() > longestToken)
        return Error{Error::Kind::Denied, QStringLiteral("malformed_token")};
    return token;
}

HiddenInput::HiddenInput() : m_isTerminal(isInputTerminal())
{
    setEcho(false);
}

HiddenInput::~HiddenInput()
{
    setEcho(true);
}

void HiddenInput::setEcho(bool isOn)
{
    if (!m_isTerminal)
        return;
#ifdef Q_OS_WIN
    DWORD mode = 0;
    const HANDLE input = GetStdHandle(STD_INPUT_HANDLE);
    GetConsoleMode(input, &mode);
    SetConsoleMode(input, isOn ? mode | ENABLE_ECHO_INPUT : mode & ~DWORD(ENABLE_ECHO_INPUT));
#else
    termios mode{};
    tcgetattr(STDIN_FILENO, &mode);
    mode.c_lflag = isOn ? mode.c_lflag | ECHO : mode.c_lflag & ~tcflag_t(ECHO);
    tcsetattr(STDIN_FILENO, TCSANOW, &mode);
#endif
}

} // namespace cli
