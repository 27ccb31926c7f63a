// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "loginview/protocol/linebuffer.h"
#include "loginview/protocol/surroundings.h"
#include "oauth/useragent.h"

#include <QProcess>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

/// The login view: a browser with one page in a separate process (`latchkey-login-view`), which talks to us in lines of
/// JSON. That process never holds a token, and this one never sees the page (RFC 8252 §8.12).
class EmbeddedUserAgent : public oauth::UserAgent
{
    Q_OBJECT

public:
    /// `program` is the path of the executable, which may be missing. It must be ready within `patience`. failed() has
    /// "missing", "not_started", "not_ready", "ended", "unreadable", or a reason that the login view gives.
    explicit EmbeddedUserAgent(const QString &program, std::chrono::milliseconds patience = std::chrono::seconds(20));
    ~EmbeddedUserAgent() override;

    /// Asks for the window that opens the login view, each time that it opens.
    void setSurroundings(const std::function<Surroundings()> &surroundings) { m_surroundings = surroundings; }

    /// The window looks otherwise now, and so does the login view.
    void followLook();

    /// Starts the process, so that show() displays the page at once.
    void prepare() override;
    void show(const QUrl &authorizationRequest) override;
    void dismiss() override;

    /// The id of the process, or 0 while there is none.
    qint64 processId() const { return m_process ? m_process->processId() : 0; }

private:
    void readEvents();
    void handleEvent(const QByteArray &line);
    void send(const QJsonObject &command);
    void letGo();
    void fail(const QString &code);

    /// Events are short. A process that writes longer lines is not the login view.
    static constexpr qsizetype maximumLine = 64 * 1024;

    const QString m_program;
    std::function<Surroundings()> m_surroundings = [] { return Surroundings(); };
    std::unique_ptr<QProcess> m_process;
    LineBuffer m_lines{maximumLine};
    QTimer m_startWatchdog;
    QUrl m_request;
    bool m_isReady = false;
    bool m_hasDarkPages = false;
};

/// The path of the login view: beside the application in a build folder, under libexec when installed.
QString loginViewProgram();
