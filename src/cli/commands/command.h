// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commands/outcome.h"

#include <QObject>

#include <functional>

namespace cli {

/// One command of the terminal. Deleting it abandons it.
class Command : public QObject
{
    Q_OBJECT

public:
    using Finish = std::function<void(const Outcome &outcome)>;

    /// Does the command's work. `finish` is called once, never from inside this call.
    void run(Finish finish);

    /// False while an interruption would do harm, and the command is about to end well.
    virtual bool isInterruptible() const { return true; }

protected:
    virtual void start() = 0;

    /// Ends the command.
    void finish(const Outcome &outcome);

    /// Ends the command, from within start().
    void finishLater(const Outcome &outcome);

private:
    Finish m_finish;
};

} // namespace cli
