// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/gitcredential.h"

#include "cli/words.h"

namespace cli {

namespace {

/// GitHub takes this name in place of the login, and some tools write it into URLs.
const auto anyUser = QStringLiteral("x-access-token");

} // namespace

void GitCredential::start(const QString &operation, const Result<GitMessage> &message, Printer printer)
{
    m_operation = operation;
    m_printer = std::move(printer);
    if (!message)
        return finishLater(tr("Git gets no answer. %1").arg(notRefreshed(message.error(), m_session.provider())));
    m_message = *message;
    // What Git wants to have stored is either ours already or not ours at all.
    const bool isKnown = operation == QLatin1String("get") || operation == QLatin1String("erase");
    const auto record = isKnown ? accountAtHost() : std::nullopt;
    if (record)
        restore(*record);
    else
        finishLater();
}

std::optional<AccountRecord> GitCredential::accountAtHost() const
{
    const QString &wanted = m_message.username;
    const QList<AccountRecord> accounts = m_registry.accounts();
    for (const AccountRecord &record : accounts) {
        const auto opened = m_catalog.open(record.providerId);
        const auto *provider = std::get_if<Provider>(&opened);
        const bool isWanted = wanted.isEmpty() || wanted == anyUser
            || wanted.compare(record.identity.login, Qt::CaseInsensitive) == 0;
        if (provider && isWanted && m_message.isAbout(provider->authority()))
            return record;
    }
    return std::nullopt;
}

void GitCredential::restore(const AccountRecord &record)
{
    const Provider provider = std::get<Provider>(m_catalog.open(record.providerId));
    connect(&m_session, &Session::stateChanged, this, [this, record] { useRestored(record); });
    m_registrations.completeIfPossible(provider, this, [this, record](const Provider &complete) {
        m_session.setProvider(complete);
        m_session.restoreAccount(record);
    });
}

void GitCredential::useRestored(const AccountRecord &record)
{
    if (m_session.state() == Session::State::Restoring)
        return;
    const Account *account = m_session.account();
    if (!account) {
        const auto &error = m_session.error();
        return finish({}, tr("The sign-in of %1 at %2 cannot be used.").arg(record.identity.login, record.host)
                              + QLatin1Char(' ') + (error ? keychainError(*error) : hasEnded(m_session.provider())));
    }
    m_session.account()->accessToken(this, [this](const Result<QString> &token) {
        m_operation == QLatin1String("get") ? answer(token) : replace(token);
    });
}

void GitCredential::answer(const Result<QString> &token)
{
    const Account &account = *m_session.account();
    if (!token)
        return finish({}, notRefreshed(token.error(), account.provider()));
    QList<GitAttribute> attributes{{"username", account.identity().login}, {"password", *token}};
    if (account.expiresAt().isValid())
        attributes.append({"password_expiry_utc", QString::number(account.expiresAt().toSecsSinceEpoch())});
    const auto text = toGitAnswer(attributes);
    if (!text)
        return finish({}, tr("Git gets no answer. %1").arg(notRefreshed(text.error(), account.provider())));
    const auto &notStored = account.storageError();
    finish(*text, notStored ? renewedButNotStored(*notStored) : QString());
}

/// Git has been refused: gets new tokens, unless what was refused is not in use any more.
void GitCredential::replace(const Result<QString> &token)
{
    if (!token || *token != m_message.password)
        return finish();
    m_session.account()->refresh(this, [this](const Result<void> &result) {
        const QString host = m_session.account()->provider().host();
        finish({}, result ? QString() : tr("%1 has refused this sign-in. Run 'latchkey sign-in'.").arg(host));
    });
}

void GitCredential::finishLater(const QString &error)
{
    QMetaObject::invokeMethod(this, [this, error] { finish({}, error); }, Qt::QueuedConnection);
}

void GitCredential::finish(const QString &answer, const QString &error)
{
    m_session.disconnect(this);
    if (m_printer)
        std::exchange(m_printer, nullptr)(answer, error, error.isEmpty() ? Done : Failed);
}

} // namespace cli

#include "moc_gitcredential.cpp"
