// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/hiddenprompt.h"

#include <QtGlobal>

#ifdef Q_OS_WIN
#include <cstdio>
#include <io.h>
#include <windows.h>
#else
#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <iterator>
#include <poll.h>
#include <string>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/sysmacros.h>
#include <termios.h>
#include <unistd.h>
#include <utility>
#include <vector>
#endif

namespace cli {

namespace {

constexpr qsizetype longestLine = 8 * 1024;

#ifdef Q_OS_WIN
DWORD modeBefore = 0;

BOOL WINAPI restoreMode(DWORD)
{
    SetConsoleMode(GetStdHandle(STD_INPUT_HANDLE), modeBefore);
    return FALSE; // The default follows, which ends the process.
}
#else
/// All that end or stop a process unless it handles them, but for those of a crash; and the one after a stop that no process
/// can handle (SIGSTOP), when the shell has changed the terminal.
/// Those that end it come first.
constexpr int caughtSignals[] = {SIGHUP, SIGINT,  SIGQUIT,  SIGTERM, SIGPIPE, SIGALRM, SIGUSR1, SIGUSR2,
                                 SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF, SIGTSTP, SIGTTIN, SIGTTOU,
                                 SIGCONT};

constexpr int stopSignals[] = {SIGTSTP, SIGTTIN, SIGTTOU};

volatile std::sig_atomic_t isCaught[NSIG] = {};
int wakePipe[2] = {-1, -1};

/// As in the system, a stop and going on cancel each other.
void noteSignal(int number)
{
    const int before = errno;
    for (const int stop : stopSignals) {
        if (number == SIGCONT)
            isCaught[stop] = 0;
        else if (number == stop)
            isCaught[SIGCONT] = 0;
    }
    isCaught[number] = 1;
    [[maybe_unused]] const auto written = ::write(wakePipe[1], "", 1);
    errno = before;
}

/// The one that acts: one that ends the process, if there is one. 0 if none came.
int caughtSignal()
{
    const auto found = std::find_if(std::begin(caughtSignals), std::end(caughtSignals), [](int number) { return isCaught[number] != 0; });
    return found == std::end(caughtSignals) ? 0 : *found;
}

/// Notes signals instead of letting them act while it exists, but for those that the process was started to ignore. The pipe
/// wakes poll() from a signal that came just before it, or on another thread.
class SignalNotes
{
public:
    SignalNotes()
    {
        std::fill(std::begin(isCaught), std::end(isCaught), 0);
        if (pipe(wakePipe) == 0) {
            for (const int end : wakePipe) {
                fcntl(end, F_SETFD, FD_CLOEXEC);
                fcntl(end, F_SETFL, O_NONBLOCK);
            }
        }
        for (const int number : caughtSignals) {
            struct sigaction before = {};
            sigaction(number, nullptr, &before);
            if (before.sa_handler == SIG_IGN)
                continue;
            struct sigaction action = {};
            action.sa_handler = noteSignal; // Without SA_RESTART: a system call that waits must end.
            sigaction(number, &action, nullptr);
            m_before.emplace_back(number, before);
        }
    }

    ~SignalNotes()
    {
        for (const auto &[number, before] : m_before)
            sigaction(number, &before, nullptr);
        for (int &end : wakePipe) {
            ::close(end);
            end = -1;
        }
    }
    Q_DISABLE_COPY_MOVE(SignalNotes)

private:
    std::vector<std::pair<int, struct sigaction>> m_before;
};

/// The file of the terminal itself. ttyname() names "/dev/tty" where standard input is that, one file for all terminals.
std::string terminalPath()
{
    unsigned int device = 0;
    if (ioctl(STDIN_FILENO, TIOCGDEV, &device) != 0)
        return {};
    constexpr unsigned int firstPseudoterminal = 136; // Linux, Documentation/admin-guide/devices.txt
    const unsigned int kind = major(device);
    const std::string number = std::to_string(minor(device));
    return kind == firstPseudoterminal ? "/dev/pts/" + number : "/dev/char/" + std::to_string(kind) + ':' + number;
}

/// Waits until no other prompt hides what is typed on this terminal: the later one would take the hidden mode for the usual
/// one, and leave the terminal with it.
class TerminalLock
{
public:
    TerminalLock()
    {
        m_file = ::open(terminalPath().c_str(), O_RDONLY | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
        while (m_file >= 0 && caughtSignal() == 0 && flock(m_file, LOCK_EX) != 0 && errno == EINTR) { }
    }

    ~TerminalLock()
    {
        if (m_file >= 0)
            ::close(m_file);
    }
    Q_DISABLE_COPY_MOVE(TerminalLock)

private:
    int m_file = -1;
};

/// False if a signal came. In the background the system sends SIGTTOU, which stops the process.
bool setMode(const termios &mode, int when)
{
    while (tcsetattr(STDIN_FILENO, when, &mode) != 0) {
        if (errno != EINTR || isCaught[SIGTTOU] != 0)
            return false;
    }
    return true;
}

/// Lines instead of single keys, and keys for signals: another program may have left the terminal without.
termios hidden(termios mode)
{
    mode.c_lflag &= ~tcflag_t(ECHO | ECHONL);
    mode.c_lflag |= ICANON | ISIG;
    mode.c_iflag |= ICRNL;
    return mode;
}

bool waitForInput()
{
    std::array<pollfd, 2> ends{pollfd{STDIN_FILENO, POLLIN, 0}, pollfd{wakePipe[0], POLLIN, 0}};
    while (caughtSignal() == 0) {
        if (poll(ends.data(), nfds_t(ends.size()), -1) < 0 && errno != EINTR)
            return false;
        if (ends[0].revents != 0)
            return true;
    }
    return false;
}

/// To the end of the line, of the input or of patience with a line that is too long.
QByteArray readLine()
{
    QByteArray line;
    std::array<char, 4096> piece{};
    while (!line.endsWith('\n') && line.size() <= longestLine && waitForInput()) {
        const ssize_t count = ::read(STDIN_FILENO, piece.data(), piece.size());
        if (count > 0)
            line.append(piece.data(), count);
        else if (count == 0 || errno != EINTR)
            break;
    }
    return line;
}

/// Whether a signal came is known afterwards, when none is noted any more.
QByteArray readOnce(const std::function<void()> &prompt)
{
    const SignalNotes notes;
    const TerminalLock lock;
    termios before{};
    if (caughtSignal() != 0 || tcgetattr(STDIN_FILENO, &before) != 0)
        return {};
    QByteArray line;
    if (setMode(hidden(before), TCSANOW) && caughtSignal() == 0) {
        prompt();
        line = readLine();
        setMode(before, TCSAFLUSH);
    } else if (isCaught[SIGTTOU] == 0) {
        setMode(before, TCSANOW);
    }
    return line;
}
#endif

} // namespace

#ifdef Q_OS_WIN
bool isInputTerminal()
{
    return _isatty(0);
}

QByteArray readHiddenLine(const std::function<void()> &prompt)
{
    const HANDLE input = GetStdHandle(STD_INPUT_HANDLE);
    GetConsoleMode(input, &modeBefore);
    SetConsoleCtrlHandler(restoreMode, TRUE);
    SetConsoleMode(input, modeBefore & ~DWORD(ENABLE_ECHO_INPUT));
    prompt();
    QByteArray line(longestLine, '\0');
    line = std::fgets(line.data(), int(line.size()), stdin) ? QByteArray(line.constData()) : QByteArray();
    SetConsoleMode(input, modeBefore);
    SetConsoleCtrlHandler(restoreMode, FALSE);
    FlushConsoleInputBuffer(input);
    return line;
}
#else
bool isInputTerminal()
{
    return isatty(STDIN_FILENO);
}

QByteArray readHiddenLine(const std::function<void()> &prompt)
{
    while (true) {
        const QByteArray line = readOnce(prompt);
        const int number = caughtSignal();
        if (number == 0)
            return line;
        const bool isForBackground = number == SIGTTOU || number == SIGTTIN;
        if (!isForBackground || tcgetpgrp(STDIN_FILENO) != getpgrp()) // `fg` may have come meanwhile.
            ::kill(getpid(), number); // Ends the process, or stops it until it goes on.
    }
}
#endif

} // namespace cli
