// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/output.h"

#include "cli/commands/translate.h"
#include "result/printabletext.h"

#include <QStringList>

#include <cerrno>
#include <cstdio>
#include <system_error>

#if defined(Q_OS_UNIX)
#include <fcntl.h>
#elif defined(Q_OS_WIN)
#include <io.h>
#include <windows.h>
#endif

namespace cli {

namespace {

#ifdef Q_OS_WIN
/// A terminal takes bytes in the code page of old programs, which has no curly quotes, so it gets UTF-16.
bool writeToTerminal(FILE *stream, const QString &text)
{
    const auto terminal = reinterpret_cast<HANDLE>(_get_osfhandle(_fileno(stream)));
    DWORD mode = 0;
    return GetConsoleMode(terminal, &mode) && WriteConsoleW(terminal, text.utf16(), DWORD(text.size()), nullptr, nullptr);
}
#else
bool writeToTerminal(FILE *, const QString &)
{
    return false;
}
#endif

/// Everything that the program prints passes here. Control characters, also from servers, would act on the terminal. Does not
/// touch the stream if there is nothing to write: it may be closed.
void writeTo(FILE *stream, const QString &text)
{
    if (text.isEmpty())
        return;
    const QString printable = printableLines(text);
    if (writeToTerminal(stream, printable))
        return;
    const QByteArray bytes = printable.toLocal8Bit();
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stream);
}

} // namespace

void occupyStandardStreams()
{
#ifdef Q_OS_UNIX
    // The other way round than the stream is used, as GNU's programs do: an error is better than a success that is none.
    for (const auto &[descriptor, mode] : {std::pair(0, O_WRONLY), std::pair(1, O_RDONLY), std::pair(2, O_RDONLY)}) {
        if (fcntl(descriptor, F_GETFD) == -1 && errno == EBADF)
            open("/dev/null", mode); // Takes the lowest number that is free.
    }
#endif
}

int print(const Outcome &outcome)
{
    writeTo(stdout, outcome.out);
    if (!outcome.err.isEmpty()) {
        const QStringList lines = outcome.err.split(QLatin1Char('\n'));
        for (const QString &line : lines)
            writeTo(stderr, QStringLiteral("latchkey: %1\n").arg(line));
    }
    return outcome.code;
}

void tell(const QString &text)
{
    writeTo(stderr, text + QLatin1Char('\n'));
}

int closeOutput(int code)
{
    errno = 0;
    bool isWritten = std::ferror(stdout) == 0;
    isWritten = std::fflush(stdout) == 0 && isWritten;
    int reason = errno;
#ifdef Q_OS_UNIX
    if (std::fclose(stdout) != 0) {
        isWritten = false;
        reason = errno;
    }
#endif
    if (isWritten)
        return code;
    const QString why = reason ? QString::fromStdString(std::generic_category().message(reason))
                               : tr("the program reading it has exited");
    return print({.err = tr("Standard output could not be written (%1).").arg(why), .code = code == Done ? Failed : ExitCode(code)});
}

} // namespace cli
