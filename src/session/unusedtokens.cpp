// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/unusedtokens.h"

#include <algorithm>

namespace {

/// Not at once: the object is on the stack.
template<typename T>
void retire(std::vector<std::unique_ptr<T>> &objects, T *object)
{
    const auto found = std::find_if(objects.begin(), objects.end(), [object](const auto &one) { return one.get() == object; });
    Q_ASSERT(found != objects.end());
    found->release()->deleteLater();
    objects.erase(found);
}

} // namespace

UnusedTokens::UnusedTokens(AccountStorage &storage, const SessionOptions &options) : m_revocations(storage, options)
{
    connect(&m_revocations, &RevocationQueue::givenUp, this, &UnusedTokens::revocationGivenUp);
}

UnusedTokens::~UnusedTokens() = default;

void UnusedTokens::revoke(const Provider &provider, const oauth::TokenSet &tokens, QObject *context, Receiver<void> receiver,
                          oauth::Extent extent)
{
    if (tokens.isPersonalAccessToken)
        return answerLater(context, receiver, {});
    m_revocations.add({provider.server, provider.client, tokens, extent}, context, std::move(receiver));
}

/// With RFC 7009, revoking a refresh token may end the whole grant, and a server may count the newer tokens among that. Only
/// the access token is revoked then.
void UnusedTokens::revokeReplaced(const Provider &provider, oauth::TokenSet old)
{
    if (!provider.server.revocationEndpoint.isEmpty())
        old.refreshToken.clear();
    revoke(provider, old, this, ignore);
}

void UnusedTokens::abandon(std::unique_ptr<SignIn> attempt)
{
    revokeIssued(*attempt);
    SignIn *const pending = attempt.get();
    const bool isPending = pending->abandon(this, [this, pending] {
        revokeIssued(*pending);
        retire(m_signIns, pending);
    });
    if (isPending)
        m_signIns.push_back(std::move(attempt));
}

void UnusedTokens::revokeIssued(const SignIn &attempt)
{
    if (const auto &tokens = attempt.tokens())
        revoke(attempt.provider(), *tokens, this, ignore);
}

void UnusedTokens::abandon(std::unique_ptr<Renewal> renewal, const Provider &provider, Successor successor)
{
    Renewal *const pending = m_renewals.emplace_back(std::move(renewal)).get();
    pending->abandon(this, [this, pending, provider, successor](const Result<Renewed> &renewed) {
        if (renewed && successor == Successor::Newer)
            revokeReplaced(provider, renewed->tokens);
        else if (renewed)
            revoke(provider, renewed->tokens, this, ignore);
        retire(m_renewals, pending);
    });
}

#include "moc_unusedtokens.cpp"
