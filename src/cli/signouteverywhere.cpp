// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/signouteverywhere.h"

#include "cli/words.h"

namespace cli {

void SignOutEverywhere::start(Printer printer)
{
    m_printer = std::move(printer);
    m_left = m_registry.accounts();
    if (m_left.isEmpty()) {
        m_lines.append(tr("Nobody is signed in."));
        m_code = NobodySignedIn;
    }
    QMetaObject::invokeMethod(this, &SignOutEverywhere::next, Qt::QueuedConnection);
}

void SignOutEverywhere::next()
{
    if (m_left.isEmpty())
        return m_printer(m_lines.join(QLatin1Char('\n')), m_code);
    signOut(m_left.takeFirst());
}

void SignOutEverywhere::signOut(const AccountRecord &account)
{
    const auto opened = m_catalog.open(account.providerId);
    const auto *provider = std::get_if<Provider>(&opened);
    if (!provider)
        return finish(account, std::get<ProviderProblem>(opened).text());
    m_registrations.completeIfPossible(*provider, this, [this, account](const Provider &complete) {
        m_session.setProvider(complete);
        connect(&m_session, &Session::stateChanged, this, [this, account] { signOutRestored(account); });
        m_session.restoreAccount(account);
    });
}

void SignOutEverywhere::signOutRestored(const AccountRecord &account)
{
    if (m_session.state() == Session::State::Restoring)
        return;
    m_session.disconnect(this);
    if (const auto error = m_session.error(); error && isEntryLost(*error))
        return m_session.forgetUnread(this, [this, account](const Result<void> &) {
            finish(account, forgottenWithoutTelling(m_session.provider()));
        });
    if (m_session.error() && isKeychainHung(*m_session.error()))
        return stop(keychainError(*m_session.error()));
    if (!m_session.account())
        return finish(account, keychainError(m_session.error().value_or(Error{Error::Kind::Storage, {}})));
    m_session.signOut(this, [this, account](const Result<void> &result) {
        finish(account, result ? QString() : signOutError(result.error(), m_session.provider()));
    }, oauth::Extent::Grant);
}

/// Nothing can be done for the accounts that are left either.
void SignOutEverywhere::stop(const QString &error)
{
    m_left.clear();
    m_lines.append(error);
    m_code = Failed;
    QMetaObject::invokeMethod(this, &SignOutEverywhere::next, Qt::QueuedConnection);
}

void SignOutEverywhere::finish(const AccountRecord &account, const QString &error)
{
    const QString who = tr("%1 at %2").arg(account.identity.login, account.host);
    m_lines.append(error.isEmpty() ? tr("Signed out %1.").arg(who) : QStringLiteral("%1: %2").arg(who, error));
    if (!error.isEmpty())
        m_code = Failed;
    QMetaObject::invokeMethod(this, &SignOutEverywhere::next, Qt::QueuedConnection);
}

} // namespace cli

#include "moc_signouteverywhere.cpp"
