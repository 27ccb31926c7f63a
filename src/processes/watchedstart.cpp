// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "processes/watchedstart.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QProcess>

#include <chrono>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace processes {

namespace {

/// What fails later has shown its window.
constexpr std::chrono::seconds timeToFail(8);

/// QProcess ends its program when it is deleted; this one leaves it running, so that it can be deleted with the application.
class IndependentProcess : public QProcess
{
public:
    using QProcess::QProcess;
    ~IndependentProcess() override { setProcessState(QProcess::NotRunning); }
};

} // namespace

void startWatched(const QString &program, const QStringList &arguments, const std::function<void()> &whenFailed,
                  const std::function<void()> &whenEnded)
{
    auto *process = new IndependentProcess(QCoreApplication::instance());
    process->setStandardInputFile(QProcess::nullDevice());
    process->setStandardOutputFile(QProcess::nullDevice());
    process->setStandardErrorFile(QProcess::nullDevice());
#ifdef Q_OS_UNIX
    process->setChildProcessModifier([] { ::setsid(); });
#endif
    const QDeadlineTimer deadline(timeToFail);
    QObject::connect(process, &QProcess::finished, process, [=](int exitCode, QProcess::ExitStatus status) {
        process->deleteLater();
        const bool isFailure = (exitCode != 0 || status == QProcess::CrashExit) && !deadline.hasExpired();
        isFailure ? whenFailed() : whenEnded();
    });
    QObject::connect(process, &QProcess::errorOccurred, process, [=](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        process->deleteLater();
        whenFailed();
    }, Qt::QueuedConnection);
    process->start(program, arguments);
}

} // namespace processes
