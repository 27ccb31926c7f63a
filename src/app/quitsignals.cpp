// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/quitsignals.h"

#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace {

constexpr int quitSignals[] = {SIGTERM, SIGINT, SIGHUP};

/// A signal handler may call little more than write().
int pipeEnds[2] = {-1, -1};

void handle(int number, void (*handler)(int))
{
    struct sigaction action = {};
    sigaction(number, nullptr, &action);
    if (action.sa_handler == SIG_IGN)
        return;
    action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigaction(number, &action, nullptr);
}

void passOn(int)
{
    const int before = errno;
    for (const int number : quitSignals)
        handle(number, SIG_DFL);
    const char byte = 0;
    [[maybe_unused]] const auto written = ::write(pipeEnds[1], &byte, 1);
    errno = before;
}

} // namespace

QuitSignals::QuitSignals()
{
    Q_ASSERT(pipeEnds[0] == -1);
    if (pipe(pipeEnds) != 0)
        return;
    for (const int end : pipeEnds) {
        fcntl(end, F_SETFD, FD_CLOEXEC);
        fcntl(end, F_SETFL, O_NONBLOCK);
    }
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        m_notifier->setEnabled(false);
        Q_EMIT quitRequested();
    });
    for (const int number : quitSignals)
        handle(number, passOn);
}

QuitSignals::~QuitSignals()
{
    for (const int number : quitSignals)
        handle(number, SIG_DFL);
    m_notifier.reset();
    for (int &end : pipeEnds) {
        close(end);
        end = -1;
    }
}
#elif defined(Q_OS_WIN)
#include <QMutex>

#include <utility>
#include <windows.h>

namespace {

QMutex receiverLock;
QuitSignals *receiver = nullptr;

/// Runs on a thread that Windows starts. A second press has the default, which ends the process. So has a closed terminal:
/// Windows ends the process as soon as this returns.
BOOL WINAPI passOn(DWORD event)
{
    const QMutexLocker locker(&receiverLock);
    if (!receiver || (event != CTRL_C_EVENT && event != CTRL_BREAK_EVENT))
        return FALSE;
    QMetaObject::invokeMethod(std::exchange(receiver, nullptr), &QuitSignals::quitRequested, Qt::QueuedConnection);
    return TRUE;
}

} // namespace

QuitSignals::QuitSignals()
{
    Q_ASSERT(!receiver);
    receiver = this;
    SetConsoleCtrlHandler(passOn, TRUE);
}

QuitSignals::~QuitSignals()
{
    SetConsoleCtrlHandler(passOn, FALSE);
    const QMutexLocker locker(&receiverLock);
    receiver = nullptr;
}
#else
QuitSignals::QuitSignals() = default;

QuitSignals::~QuitSignals() = default;
#endif

#include "moc_quitsignals.cpp"
