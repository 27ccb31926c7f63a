// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands/signouteverywhere.h"

#include "cli/commands/translate.h"
#include "cli/commands/words.h"
#include "session/keychain/errorcodes.h"

namespace cli {

namespace {

QString nameOf(const AccountRecord &account)
{
    return tr("%1 at %2").arg(account.identity.login, account.host);
}

} // namespace

void SignOutEverywhere::start()
{
    m_left = m_context.registry.accounts();
    if (m_left.isEmpty())
        m_outcome = {.err = tr("Nobody is signed in."), .code = NobodySignedIn};
    nextLater();
}

void SignOutEverywhere::nextLater()
{
    QMetaObject::invokeMethod(this, &SignOutEverywhere::next, Qt::QueuedConnection);
}

void SignOutEverywhere::next()
{
    if (m_left.isEmpty())
        finish(m_outcome);
    else
        signOut(m_left.takeFirst());
}

void SignOutEverywhere::signOut(const AccountRecord &account)
{
    const auto opened = m_context.catalog.open(account.providerId);
    const auto *provider = std::get_if<Provider>(&opened);
    if (!provider)
        return addError(account, std::get<ProviderProblem>(opened).text());
    m_context.registrations.completeIfPossible(*provider, this, [this, account](const Provider &complete) {
        Session &session = m_context.session;
        session.setProvider(complete);
        connect(&session, &Session::stateChanged, this, [this, account] { useRestored(account); });
        session.restoreAccount(account);
    });
}

void SignOutEverywhere::useRestored(const AccountRecord &account)
{
    Session &session = m_context.session;
    if (session.state() == Session::State::Restoring)
        return;
    session.disconnect(this);
    const auto &error = session.error();
    if (error && keychain::isEntryLost(*error)) {
        return session.forgetUnread(this, [this, account](const Result<void> &) {
            addError(account, forgottenWithoutTelling(m_context.session.provider()));
        });
    }
    if (error && isKeychainHung(*error)) {
        m_left.clear(); // None of them can be signed out.
        return addError(errorText(*error, session.provider()));
    }
    if (!session.account())
        return addError(account, errorText(error.value_or(Error{Error::Kind::Storage, {}}), session.provider()));
    session.signOut(this, [this, account](const Result<void> &result) {
        if (!result)
            return addError(account, signOutError(result.error(), m_context.session.provider()));
        m_outcome.out += tr("Signed out %1.\n").arg(nameOf(account));
        nextLater();
    }, oauth::Extent::Grant);
}

void SignOutEverywhere::addError(const AccountRecord &account, const QString &error)
{
    addError(tr("%1: %2").arg(nameOf(account), error));
}

void SignOutEverywhere::addError(const QString &error)
{
    m_outcome.err += m_outcome.err.isEmpty() ? error : QLatin1Char('\n') + error;
    m_outcome.code = Failed;
    nextLater();
}

} // namespace cli

#include "moc_signouteverywhere.cpp"
