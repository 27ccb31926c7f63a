// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "processes/otherprocess.h"

#ifdef Q_OS_LINUX
#include <QFile>
#include <QFileInfo>

#include <csignal>
#include <limits>
#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace processes {

#ifdef Q_OS_LINUX

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The program file of a process. An update may have replaced the file.
QString programOf(const QString &process)
{
    QString path = QFile::symLinkTarget(QStringLiteral("/proc/%1/exe").arg(process));
    const QString deleted = QStringLiteral(" (deleted)");
    return path.endsWith(deleted) ? path.chopped(deleted.size()) : path;
}

/// The AppImage that a process was started from: each start has its program under another path.
QByteArray appImageOf(const QString &process)
{
    const QByteArray name = "APPIMAGE=";
    for (const QByteArray &variable : contentOf(QStringLiteral("/proc/%1/environ").arg(process)).split('\0')) {
        if (variable.startsWith(name))
            return variable.mid(name.size());
    }
    return {};
}

bool isThisProgram(const QString &process)
{
    const QString ours = programOf(QStringLiteral("self"));
    const QString theirs = programOf(process);
    if (ours.isEmpty() || QFileInfo(ours).fileName() != QFileInfo(theirs).fileName())
        return false;
    const QByteArray appImage = appImageOf(QStringLiteral("self"));
    return ours == theirs || (!appImage.isEmpty() && appImage == appImageOf(process));
}

/// proc(5): field 22 of `stat` counts clock ticks since the system started.
std::optional<QDateTime> startOf(const QString &process)
{
    const QByteArray stat = contentOf(QStringLiteral("/proc/%1/stat").arg(process));
    const QByteArrayList fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    const QByteArray system = contentOf(QStringLiteral("/proc/stat"));
    const QByteArray boot = "\nbtime ";
    const qint64 bootedAt = system.mid(system.indexOf(boot) + boot.size()).split('\n').first().toLongLong();
    const long ticks = sysconf(_SC_CLK_TCK);
    if (fields.size() < 20 || bootedAt <= 0 || ticks <= 0)
        return std::nullopt;
    return QDateTime::fromSecsSinceEpoch(bootedAt + fields[19].toLongLong() / ticks);
}

void send(int descriptor, int signal)
{
    syscall(SYS_pidfd_send_signal, descriptor, signal, nullptr, 0);
}

} // namespace

std::optional<OtherProcess> OtherProcess::find(qint64 id)
{
    if (id <= 1 || id > std::numeric_limits<pid_t>::max() || id == getpid())
        return std::nullopt;
    const int descriptor = int(syscall(SYS_pidfd_open, pid_t(id), 0));
    if (descriptor < 0)
        return std::nullopt;
    const std::shared_ptr<const int> held(new int(descriptor), [](const int *number) {
        close(*number);
        delete number;
    });
    const QString name = QString::number(id);
    const bool isOurUser = QFileInfo(QStringLiteral("/proc/") + name).ownerId() == geteuid();
    OtherProcess process(id, held);
    process.m_startedAt = startOf(name);
    // What was read is about the process that is held if that is still there.
    return isOurUser && isThisProgram(name) && process.isRunning() ? std::optional(process) : std::nullopt;
}

bool OtherProcess::isRunning() const
{
    pollfd end{*m_descriptor, POLLIN, 0};
    return poll(&end, 1, 0) == 0;
}

void OtherProcess::askToEnd() const
{
    send(*m_descriptor, SIGTERM);
    send(*m_descriptor, SIGCONT);
}

void OtherProcess::kill() const
{
    send(*m_descriptor, SIGKILL);
}

#else

std::optional<OtherProcess> OtherProcess::find(qint64)
{
    return std::nullopt;
}

bool OtherProcess::isRunning() const
{
    return false;
}

void OtherProcess::askToEnd() const {}

void OtherProcess::kill() const {}

#endif

OtherProcess::OtherProcess(qint64 id, std::shared_ptr<const int> descriptor) : m_id(id), m_descriptor(std::move(descriptor)) {}

} // namespace processes
