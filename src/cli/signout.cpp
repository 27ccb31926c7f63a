// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/signout.h"

#include "cli/words.h"

namespace cli {

void SignOut::start(Printer printer)
{
    m_printer = std::move(printer);
    connect(&m_session, &Session::stateChanged, this, &SignOut::signOutRestored);
    QMetaObject::invokeMethod(this, [this] {
        m_account ? m_session.restoreAccount(*m_account) : m_session.restore();
    }, Qt::QueuedConnection);
}

void SignOut::signOutRestored()
{
    if (m_session.state() == Session::State::Restoring)
        return;
    m_session.disconnect(this);
    if (const auto error = m_session.error(); error && isEntryLost(*error))
        return m_session.forgetUnread(this, [this](const Result<void> &) {
            m_printer(forgottenWithoutTelling(m_session.provider()), Failed);
        });
    if (const auto &error = m_session.error())
        return m_printer(keychainError(*error), Failed);
    if (!m_session.account())
        return m_printer(tr("Nobody is signed in."), NobodySignedIn);
    const QString login = m_session.account()->identity().login;
    m_session.signOut(this, [this, login](const Result<void> &result) {
        if (result)
            m_printer(tr("Signed out %1.").arg(login), Done);
        else
            m_printer(signOutError(result.error(), m_session.provider()), Failed);
    });
}

} // namespace cli

#include "moc_signout.cpp"
