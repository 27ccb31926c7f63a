// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commands/command.h"
#include "session/session.h"

#include <functional>

namespace cli {

/// Tells the person something while a command works.
using Teller = std::function<void(const QString &text)>;

/// The person's browser. Also tells the link, for any other browser: nobody knows whether a browser really opens.
class PrintedUserAgent : public oauth::UserAgent
{
    Q_OBJECT

public:
    explicit PrintedUserAgent(Teller tell) : m_tell(std::move(tell)) {}

    void show(const QUrl &authorizationRequest) override;
    void dismiss() override {}

private:
    const Teller m_tell;
};

/// Signs in without a window. Without a keychain it fails and revokes the tokens: they would be lost when the command has
/// ended.
class TerminalSignIn : public Command
{
    Q_OBJECT

public:
    /// A page is shown in the person's browser, unless the request has a user agent.
    TerminalSignIn(Session &session, Teller tell, const SignInRequest &request);

    bool isInterruptible() const override { return !m_session.isStoring(); }

private:
    void start() override;
    void tellCode();
    void tellRedirectError();
    void readState();
    void end(const Outcome &outcome);

    Session &m_session;
    const Teller m_tell;
    PrintedUserAgent m_browser;
    SignInRequest m_request;
    bool m_isCodeTold = false;
    bool m_isRedirectErrorTold = false;
};

} // namespace cli
