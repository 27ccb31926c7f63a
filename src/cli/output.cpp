// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/output.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstdio>
#include <system_error>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#endif

namespace cli {

namespace {

void writeTo(FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toLocal8Bit();
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

void write(const QString &text)
{
    writeTo(stdout, text);
}

void complain(const QString &sentence)
{
    writeTo(stderr, QStringLiteral("latchkey: %1\n").arg(sentence));
}

int print(const QString &text, ExitCode code)
{
    writeTo(code == Done ? stdout : stderr, text);
    return code;
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
                               : QCoreApplication::translate("cli", "the program reading it has exited");
    complain(QCoreApplication::translate("cli", "Standard output could not be written (%1).").arg(why));
    return code == Done ? Failed : code;
}

} // namespace cli
