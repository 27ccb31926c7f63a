// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "loginview/linebuffer.h"
#include "oauth/useragent.h"

#include <QProcess>
#include <QTimer>

#include <chrono>
#include <memory>

/// The login view: a browser of one page in a process of its own (`latchkey-login-view`), spoken to in JSON lines. That
/// process never holds a token, and this one never sees the page (RFC 8252 §8.12).
class EmbeddedUserAgent : public oauth::UserAgent
{
    Q_OBJECT

public:
    /// `program` is the path of the executable, which may be missing. It must be ready within `patience`.
    explicit EmbeddedUserAgent(const QString &program, std::chrono::milliseconds patience = std::chrono::seconds(20));
    ~EmbeddedUserAgent() override;

    /// Starts the process, so that the page appears at once when it is asked for.
    void prepare() override;
    void show(const QUrl &authorizationRequest) override;
    void dismiss() override;

    /// The process, or 0 while there is none.
    qint64 processId() const { return m_process ? m_process->processId() : 0; }

private:
    void readEvents();
    void handleEvent(const QByteArray &line);
    void send(const QJsonObject &command);
    void letGo();
    void fail(const QString &code);

    /// An event is short; a process that writes more without a line end is not the login view.
    static constexpr qsizetype maximumLine = 64 * 1024;

    const QString m_program;
    std::unique_ptr<QProcess> m_process;
    LineBuffer m_lines{maximumLine};
    QTimer m_startWatchdog;
    QUrl m_request;
    bool m_isReady = false;
};

/// Where the login view is: beside the application in a build folder, under libexec when installed.
QString loginViewProgram();
