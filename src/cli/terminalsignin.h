// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/options.h"
#include "session/session.h"

#include <functional>

namespace cli {

/// Signs in without a window.
class TerminalSignIn : public QObject
{
    Q_OBJECT

public:
    /// Tells the person something while it goes on.
    using Teller = std::function<void(const QString &text)>;

    TerminalSignIn(Session &session, Teller tell) : m_session(session), m_tell(std::move(tell)) {}

    /// A sentence on how it went, and Done or Failed. Without a keychain it fails, and gives back what it got: nobody would
    /// be signed in when the command has ended.
    using Printer = std::function<void(const QString &sentence, ExitCode code)>;
    void start(const SignInRequest &request, Printer printer);

private:
    void tellCode();
    void readState();
    void finish(const QString &sentence, ExitCode code);

    Session &m_session;
    const Teller m_tell;
    bool m_isCodeTold = false;
    Printer m_printer;
};

/// The person's browser, and the link in words for any other one: nobody knows whether a browser really opens.
class PrintedUserAgent : public oauth::UserAgent
{
    Q_OBJECT

public:
    explicit PrintedUserAgent(TerminalSignIn::Teller tell) : m_tell(std::move(tell)) {}

    void show(const QUrl &authorizationRequest) override;
    void dismiss() override {}

private:
    const TerminalSignIn::Teller m_tell;
};

} // namespace cli
