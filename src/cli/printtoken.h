// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/options.h"
#include "session/session.h"

#include <functional>

namespace cli {

/// Gives a script an access token that is valid now.
class PrintToken : public QObject
{
    Q_OBJECT

public:
    explicit PrintToken(Session &session) : m_session(session) {}

    /// The token and nothing else, or a sentence on why there is none; Done, NobodySignedIn or Failed.
    using Printer = std::function<void(const QString &token, const QString &trouble, ExitCode code)>;
    void start(Printer printer);

private:
    void useRestored();
    void finish(const QString &token, const QString &trouble, ExitCode code);

    Session &m_session;
    bool m_wasSignedIn = false;
    Printer m_printer;
};

} // namespace cli
