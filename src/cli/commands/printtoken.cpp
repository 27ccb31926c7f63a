// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands/printtoken.h"

#include "cli/commands/words.h"

namespace cli {

void PrintToken::start()
{
    connect(&m_context.session, &Session::stateChanged, this, &PrintToken::useRestored);
    QMetaObject::invokeMethod(this, [this] { restore(m_context); }, Qt::QueuedConnection);
}

void PrintToken::useRestored()
{
    Session &session = m_context.session;
    if (session.state() == Session::State::Restoring)
        return;
    if (const auto &error = session.error())
        return end({.err = errorText(*error, session.provider()), .code = Failed});
    if (!session.account()) {
        const QString sentence = m_wasSignedIn ? hasEnded(session) : nobodySignedInAt(session.provider());
        return end({.err = sentence, .code = NobodySignedIn});
    }
    m_wasSignedIn = true;
    session.account()->tokens().fresh(this, [this](const Result<QString> &token) { print(token); });
}

void PrintToken::print(const Result<QString> &token)
{
    if (!token) {
        const bool isOver = token.error().code == QLatin1String("not_refreshable");
        return end({.err = errorText(token.error(), m_context.session.provider()), .code = isOver ? NobodySignedIn : Failed});
    }
    const QString line = *token + QLatin1Char('\n');
    if (const auto &notStored = m_context.session.account()->storageError())
        end({.out = line, .err = renewedButNotStored(*notStored), .code = Failed});
    else
        end({.out = line});
}

void PrintToken::end(const Outcome &outcome)
{
    m_context.session.disconnect(this);
    finish(outcome);
}

} // namespace cli

#include "moc_printtoken.cpp"
