// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/accounttasks.h"

#include "gui/words/words.h"

namespace {

/// What to tell after a sign-out that was not complete. A page is of use only if the server has refused.
Notice noticeOfSignOut(const Error &error, const Provider &provider)
{
    const bool isDoneLater = error.kind == Error::Kind::Unreachable;
    const bool isAtServer = error.kind != Error::Kind::Storage && !isDoneLater;
    return {words::signOutError(error, provider), isAtServer ? provider.revocationPage() : QUrl()};
}

} // namespace

AccountTasks::AccountTasks(SessionList &sessions) : m_sessions(sessions)
{
    connect(&m_sessions, &SessionList::ended, this, &AccountTasks::noteEnd);
    connect(&m_sessions, &SessionList::revocationGivenUp, this,
            [this](const QString &host) { Q_EMIT noticed({words::revocationGivenUp(host)}); });
    connect(&m_sessions, &SessionList::notRestored, this,
            [this](const AccountRecord &account, const Error &error, const Session &session) {
                Q_EMIT noticed({words::ofAccount(account, words::signInError(error, session.provider()))});
            });
}

void AccountTasks::addAccount()
{
    begin(SignInPurpose::toAddAccount());
}

bool AccountTasks::requestScopes(const QStringList &scopes)
{
    const Account *account = m_sessions.current().account();
    if (account)
        begin(SignInPurpose::toBeGranted(scopes, *account));
    return account;
}

bool AccountTasks::requestSignInAgain()
{
    const Account *account = m_sessions.current().account();
    if (!account)
        return false;
    SignInPurpose purpose = SignInPurpose::toSignInAgain(account->record());
    purpose.usedWay = account->way();
    purpose.keepsAccount = true;
    begin(purpose);
    return true;
}

void AccountTasks::begin(const SignInPurpose &purpose)
{
    m_purpose = purpose;
    const QList<AccountRecord> known = m_sessions.accounts();
    for (const AccountRecord &account : known)
        m_purpose->knownKeys.append(account.key());
    m_sessions.add(m_sessions.current().provider());
    m_attempting = &m_sessions.current();
}

void AccountTasks::goBack()
{
    const bool isDeclined = isGivenUp() && m_sessions.current().error();
    const QString declined = isDeclined ? words::declined(m_sessions.current().provider()) : QString();
    m_purpose.reset();
    if (const auto previous = m_sessions.previous())
        m_sessions.select(previous->key());
    if (!declined.isEmpty())
        Q_EMIT noticed({declined});
}

void AccountTasks::noteAttempt()
{
    if (m_purpose)
        m_purpose->isAttemptSeen = true;
}

bool AccountTasks::isGivenUp() const
{
    return m_purpose && m_sessions.previous() && m_purpose->isGivenUp(m_sessions.current().error());
}

std::optional<Notice> AccountTasks::finish(const Account &account)
{
    if (m_attempting != &m_sessions.current())
        m_purpose.reset(); // The person has turned to another account instead.
    if (!m_purpose || !m_purpose->isAttemptSeen)
        return std::nullopt;
    const SignInPurpose purpose = *std::exchange(m_purpose, std::nullopt);
    switch (purpose.outcome(account.record(), account.scopes())) {
    case SignInPurpose::Outcome::SomebodyElse: {
        const bool isNew = !purpose.knownKeys.contains(account.record().key());
        return Notice{words::wrongAccount(*purpose.account, account.record()), {},
                      [this, purpose, isNew] { signInAgain(purpose.withChoice(), isNew); }};
    }
    case SignInPurpose::Outcome::ScopesMissing:
        return Notice{words::scopesMissing(account.scopes(), account.missingScopes(purpose.scopes), account.provider())};
    case SignInPurpose::Outcome::Reached:
    case SignInPurpose::Outcome::AnotherProvider: break;
    }
    return std::nullopt;
}

/// An account that was not signed in before the mistake is signed out again.
void AccountTasks::signInAgain(const SignInPurpose &purpose, bool leavesCurrent)
{
    Session &wrong = m_sessions.current();
    begin(purpose);
    if (leavesCurrent)
        leave(wrong);
}

void AccountTasks::noteEnd(const AccountRecord &account, EndReason reason, const Session &session)
{
    if (&session != &m_sessions.current()) {
        const QString text = words::sessionEnd({reason, {}}, session.provider());
        if (!text.isEmpty())
            Q_EMIT noticed({words::ofAccount(account, text)});
        return;
    }
    if (reason == EndReason::SignedOut)
        return;
    m_purpose = SignInPurpose::toSignInAgain(account);
    m_attempting = &m_sessions.current();
    Q_EMIT purposeChanged();
}

void AccountTasks::signOut()
{
    Session &leaving = m_sessions.current();
    Q_ASSERT(leaving.account());
    const QList<AccountRecord> accounts = m_sessions.accounts();
    for (const AccountRecord &account : accounts) {
        if (account.key() != leaving.account()->record().key()) {
            m_sessions.select(account.key());
            break;
        }
    }
    leave(leaving);
}

void AccountTasks::leave(Session &session)
{
    session.signOut(this, [this, provider = session.provider()](const Result<void> &result) {
        if (!result)
            Q_EMIT noticed(noticeOfSignOut(result.error(), provider));
    });
}

#include "moc_accounttasks.cpp"
