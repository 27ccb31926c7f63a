// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands/command.h"

#include <utility>

namespace cli {

void Command::run(Finish finish)
{
    Q_ASSERT(finish && !m_finish);
    m_finish = std::move(finish);
    start();
}

void Command::finish(const Outcome &outcome)
{
    if (const Finish finish = std::exchange(m_finish, nullptr))
        finish(outcome);
}

void Command::finishLater(const Outcome &outcome)
{
    QMetaObject::invokeMethod(this, [this, outcome] { finish(outcome); }, Qt::QueuedConnection);
}

} // namespace cli

#include "moc_command.cpp"
