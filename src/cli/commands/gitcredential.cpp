// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands/gitcredential.h"

#include "cli/commands/words.h"

#include <algorithm>

namespace cli {

namespace {

/// Servers take these names in place of the login, and tools and people write them into URLs: GitHub's and GitLab's for tokens,
/// and that of SSH.
bool isAnybody(const QString &name)
{
    static const QStringList names{QStringLiteral("x-access-token"), QStringLiteral("x-oauth-basic"), QStringLiteral("oauth2"),
                                   QStringLiteral("git")};
    return names.contains(name);
}

Outcome outcomeOf(const QString &answer, const QString &error)
{
    return {.out = answer, .err = error, .code = error.isEmpty() ? Done : Failed};
}

} // namespace

GitCredential::GitCredential(const Context &context, const QString &operation, const Result<GitMessage> &message)
    : m_context(context), m_operation(operation), m_message(message)
{}

void GitCredential::start()
{
    if (!m_message)
        return finishLater(outcomeOf({}, noAnswerForGit(m_message.error(), m_context.session.provider())));
    // A password that Git offers to store is either ours already, or not ours.
    const bool isKnown = m_operation == QLatin1String("get") || m_operation == QLatin1String("erase");
    if (const auto record = isKnown ? account() : std::nullopt)
        restore(*record);
    else
        finishLater({});
}

/// A remote may still name a login that an account had before, and that somebody else may have by now.
std::optional<AccountRecord> GitCredential::account() const
{
    const auto current = accountAtHost([](const AccountRecord &record) { return QStringList(record.identity.login); });
    return current ? current : accountAtHost([](const AccountRecord &record) { return record.formerLogins; });
}

std::optional<AccountRecord> GitCredential::accountAtHost(const std::function<QStringList(const AccountRecord &)> &logins) const
{
    const QList<AccountRecord> accounts = m_context.registry.accounts();
    std::optional<AccountRecord> found;
    for (const AccountRecord &record : accounts) {
        const auto opened = m_context.catalog.open(record.providerId);
        const auto *provider = std::get_if<Provider>(&opened);
        if (!provider || !isWanted(logins(record)))
            continue;
        if (m_message->isAbout(provider->authority()))
            return record;
        const QStringList authorities = provider->gitAuthorities();
        const auto isMeant = [this](const QString &authority) { return m_message->isAbout(authority); };
        if (!found && std::any_of(authorities.begin(), authorities.end(), isMeant))
            found = record;
    }
    return found;
}

bool GitCredential::isWanted(const QStringList &logins) const
{
    const QString &wanted = m_message->username;
    return wanted.isEmpty() || isAnybody(wanted) || logins.contains(wanted, Qt::CaseInsensitive);
}

void GitCredential::restore(const AccountRecord &record)
{
    const Provider provider = std::get<Provider>(m_context.catalog.open(record.providerId));
    connect(&m_context.session, &Session::stateChanged, this, [this, record] { useRestored(record); });
    m_context.registrations.completeIfPossible(provider, this, [this, record](const Provider &complete) {
        m_context.session.setProvider(complete);
        m_context.session.restoreAccount(record);
    });
}

void GitCredential::useRestored(const AccountRecord &record)
{
    Session &session = m_context.session;
    if (session.state() == Session::State::Restoring)
        return;
    if (!session.account()) {
        const auto &error = session.error();
        const QString reason = error ? errorText(*error, session.provider()) : hasEnded(session);
        return end({}, tr("The sign-in of %1 at %2 cannot be used. %3").arg(record.identity.login, record.host, reason));
    }
    session.account()->tokens().fresh(this, [this](const Result<QString> &token) {
        m_operation == QLatin1String("get") ? answer(token) : replace(token);
    });
}

void GitCredential::answer(const Result<QString> &token)
{
    const Account &account = *m_context.session.account();
    if (!token)
        return end({}, errorText(token.error(), account.provider()));
    if (account.identity().login.endsWith(alteredLoginMark))
        return end({}, noAnswerForGit(Error::malformed(QStringLiteral("control_character")), account.provider()));
    QList<GitAttribute> attributes{{"username", account.identity().login}, {"password", *token}};
    if (account.expiresAt().isValid())
        attributes.append({"password_expiry_utc", QString::number(account.expiresAt().toSecsSinceEpoch())});
    const auto text = toGitAnswer(attributes);
    if (!text)
        return end({}, noAnswerForGit(text.error(), account.provider()));
    const auto &notStored = account.storageError();
    end(*text, notStored ? renewedButNotStored(*notStored) : QString());
}

/// The server has refused Git's password. Gets new tokens, unless that password is no longer in use.
void GitCredential::replace(const Result<QString> &token)
{
    if (!token || *token != m_message->password)
        return end();
    m_context.session.account()->tokens().refresh(this, [this](const Result<void> &result) {
        end({}, result ? QString() : errorText(result.error(), m_context.session.provider()));
    });
}

void GitCredential::end(const QString &answer, const QString &error)
{
    m_context.session.disconnect(this);
    finish(outcomeOf(answer, error));
}

} // namespace cli

#include "moc_gitcredential.cpp"
