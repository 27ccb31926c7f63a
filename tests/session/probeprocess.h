// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/eventually.h"

#include <QProcess>
#include <QUrl>

/// The application in a separate process, which a test may kill. renewalprobe.cpp describes its commands.
class ProbeProcess
{
public:
    explicit ProbeProcess(const QUrl &server)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(LATCHKEY_RENEWAL_PROBE), {server.toString()});
        if (!m_process.waitForStarted())
            qFatal("the probe does not start");
    }

    ~ProbeProcess()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished())
            kill();
    }

    void tell(const QByteArray &command) { m_process.write(command + '\n'); }

    /// The process's next line of output; empty if none comes.
    QByteArray answer()
    {
        eventually([this] { return m_process.canReadLine(); }, std::chrono::seconds(20));
        return m_process.readLine().trimmed();
    }

    QByteArray ask(const QByteArray &command)
    {
        tell(command);
        return answer();
    }

    /// Sends SIGKILL. True if the process died of it.
    bool kill()
    {
        m_process.kill();
        return m_process.waitForFinished() && m_process.exitStatus() == QProcess::CrashExit;
    }

private:
    QProcess m_process;
};
