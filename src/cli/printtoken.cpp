// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/printtoken.h"

#include "cli/words.h"

namespace cli {

void PrintToken::start(Printer printer)
{
    m_printer = std::move(printer);
    connect(&m_session, &Session::stateChanged, this, &PrintToken::useRestored);
    QMetaObject::invokeMethod(this, [this] {
        m_account ? m_session.restoreAccount(*m_account) : m_session.restore();
    }, Qt::QueuedConnection);
}

void PrintToken::useRestored()
{
    if (m_session.state() == Session::State::Restoring)
        return;
    if (const auto &error = m_session.error())
        return finish({}, keychainError(*error), Failed);
    Account *account = m_session.account();
    if (!account) {
        const QString name = m_session.provider().name;
        return finish({}, m_wasSignedIn ? hasEnded(m_session.provider())
                                        : tr("Nobody is signed in at %1. Run 'latchkey sign-in'.").arg(name), NobodySignedIn);
    }
    m_wasSignedIn = true;
    account->accessToken(this, [this](const Result<QString> &token) {
        const auto &notStored = m_session.account()->storageError();
        if (token && notStored)
            finish(*token, renewedButNotStored(*notStored), Failed);
        else if (token)
            finish(*token, {}, Done);
        else if (token.error().code == QLatin1String("not_refreshable"))
            finish({}, hasEnded(m_session.provider()), NobodySignedIn);
        else
            finish({}, notRefreshed(token.error(), m_session.provider()), Failed);
    });
}

void PrintToken::finish(const QString &token, const QString &error, ExitCode code)
{
    m_session.disconnect(this);
    if (m_printer)
        std::exchange(m_printer, nullptr)(token, error, code);
}

} // namespace cli

#include "moc_printtoken.cpp"
