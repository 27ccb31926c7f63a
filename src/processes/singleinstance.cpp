// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "processes/singleinstance.h"

#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QThread>

#if defined(Q_OS_WIN)
#include <QCryptographicHash>
#elif defined(Q_OS_LINUX)
#include <fcntl.h>
#include <sys/un.h>
#include <unistd.h>
#endif

namespace processes {

namespace {

/// Between two looks at whether the first has ended or listens.
constexpr std::chrono::milliseconds betweenTries(20);

/// On Windows the pipes of all users share one name space; elsewhere sockets are files.
QString socketPathIn(const QString &folder, const QString &name)
{
#ifdef Q_OS_WIN
    const QByteArray place = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return QStringLiteral("%1-%2").arg(name, QString::fromLatin1(place));
#else
    return QStringLiteral("%1/%2.socket").arg(folder, name);
#endif
}

} // namespace

const QByteArray acknowledgement = QByteArrayLiteral("ok\n");

SingleInstance::SingleInstance(const QString &folder, const QString &name)
    : m_socketPath(socketPathIn(folder, name)), m_lock(QStringLiteral("%1/%2.lock").arg(folder, name))
{}

SingleInstance::~SingleInstance()
{
#ifdef Q_OS_LINUX
    if (m_folderHandle >= 0)
        ::close(m_folderHandle);
#endif
}

/// A socket's path has 107 bytes at most, and home folders may have more. The system's own name of an open folder is short.
void SingleInstance::shortenSocketPath()
{
#ifdef Q_OS_LINUX
    if (QFile::encodeName(m_socketPath).size() < qsizetype(sizeof(sockaddr_un::sun_path)) || m_folderHandle >= 0)
        return;
    const QFileInfo socket(m_socketPath);
    QDir().mkpath(socket.path());
    m_folderHandle = ::open(QFile::encodeName(socket.path()).constData(), O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (m_folderHandle >= 0)
        m_socketPath = QStringLiteral("/proc/self/fd/%1/%2").arg(m_folderHandle).arg(socket.fileName());
#endif
}

Result<SingleInstance::Role> SingleInstance::join(const Start &start, std::chrono::milliseconds patience)
{
    shortenSocketPath();
    const QByteArray line = toLine(start);
    const QDeadlineTimer deadline(patience);
    while (true) {
        // Without locks every start opens a window.
        if (m_lock.tryAcquire() != FileLock::Outcome::HeldByOther)
            return Role::First;
        if (handOver(line, deadline))
            return Role::Later;
        if (deadline.hasExpired())
            return Error{Error::Kind::Unreachable, QStringLiteral("instance_hung")};
        QThread::msleep(betweenTries.count());
    }
}

bool SingleInstance::handOver(const QByteArray &line, QDeadlineTimer patience) const
{
    const auto remaining = [&patience] { return int(patience.remainingTime()); };
    QLocalSocket socket;
    socket.connectToServer(m_socketPath);
    if (!socket.waitForConnected(remaining()))
        return false;
    socket.write(line);
    while (socket.bytesToWrite() > 0) {
        if (!socket.waitForBytesWritten(remaining()))
            return false;
    }
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(remaining()))
            return false;
    }
    return socket.readLine(acknowledgement.size() + 1) == acknowledgement;
}

/// Without the variable, Qt makes a folder in /tmp and warns on standard error; on Windows it uses the home folder.
QString runtimeFolder()
{
    QString folder;
    if (qEnvironmentVariableIsSet("XDG_RUNTIME_DIR"))
        folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    if (folder.isEmpty())
        folder = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    return folder + QStringLiteral("/latchkey");
}

} // namespace processes
