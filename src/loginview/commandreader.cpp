// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loginview/commandreader.h"

#include <array>

#ifdef Q_OS_WIN
#include <QTimer>
#include <io.h>
#include <windows.h>
#else
#include <QSocketNotifier>
#include <cerrno>
#include <unistd.h>
#endif

namespace {

/// An authorization request has a few hundred bytes.
constexpr qsizetype maximumLine = 64 * 1024;

constexpr int standardInput = 0;

#ifdef Q_OS_WIN
/// Polled, because Windows has no notification for readable pipes. True also at the end of the pipe.
bool hasSomething()
{
    DWORD available = 0;
    return !PeekNamedPipe(GetStdHandle(STD_INPUT_HANDLE), nullptr, 0, nullptr, &available, nullptr) || available > 0;
}
#endif

} // namespace

CommandReader::CommandReader() : m_lines(maximumLine) {}

void CommandReader::start()
{
#ifdef Q_OS_WIN
    auto watch = std::make_unique<QTimer>();
    connect(watch.get(), &QTimer::timeout, this, [this] {
        if (hasSomething())
            readPiece();
    });
    watch->start(std::chrono::milliseconds(50));
#else
    auto watch = std::make_unique<QSocketNotifier>(standardInput, QSocketNotifier::Read);
    connect(watch.get(), &QSocketNotifier::activated, this, &CommandReader::readPiece);
#endif
    m_watch = std::move(watch);
}

void CommandReader::readPiece()
{
    std::array<char, 4096> piece;
#ifdef Q_OS_WIN
    const int size = _read(standardInput, piece.data(), int(piece.size()));
#else
    const ssize_t size = ::read(standardInput, piece.data(), piece.size());
    if (size < 0 && (errno == EINTR || errno == EAGAIN))
        return;
#endif
    if (size <= 0)
        return end();
    m_lines.append(QByteArray(piece.data(), qsizetype(size)));
    readLines();
}

void CommandReader::readLines()
{
    while (const auto line = m_lines.next()) {
        if (const auto command = readCommand(*line))
            Q_EMIT received(*command);
        else
            Q_EMIT refused();
    }
    if (m_lines.isOverlong()) {
        Q_EMIT refused();
        end();
    }
}

void CommandReader::end()
{
    if (!m_watch)
        return;
    m_watch->disconnect(this);
    m_watch.release()->deleteLater(); // It may be the sender of the current signal.
    Q_EMIT ended();
}

#include "moc_commandreader.cpp"
