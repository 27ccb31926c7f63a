// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/signin.h"
#include "session/tokens/renewal.h"
#include "session/tokens/revocationqueue.h"

#include <memory>
#include <vector>

/// Revokes tokens that nobody will use: those of a session that has ended, of an attempt that was canceled, and those that
/// the server issues only after that. One per process.
class UnusedTokens : public QObject
{
    Q_OBJECT

public:
    UnusedTokens(AccountStorage &storage, const SessionOptions &options);
    ~UnusedTokens() override;

    /// Errors are those of RevocationQueue::add(). A personal access token is not revoked: the person has made it, and may
    /// use it elsewhere.
    void revoke(const Provider &provider, const oauth::TokenSet &tokens, QObject *context, Receiver<void> receiver,
                oauth::Extent extent = oauth::Extent::Tokens);

    /// The same for tokens that newer ones of the same account have replaced; the newer ones stay valid.
    void revokeReplaced(const Provider &provider, oauth::TokenSet old);

    /// Ends an attempt, and revokes what it has been issued, now or when it arrives.
    void abandon(std::unique_ptr<SignIn> attempt);

    enum class Successor {
        None,
        Newer, ///< Newer tokens of the same account are in use.
    };

    /// The same for a renewal that waits for the server's answer.
    void abandon(std::unique_ptr<Renewal> renewal, const Provider &provider, Successor successor);

    /// True while tokens are awaited or the first try of a revocation is under way.
    bool isBusy() const { return m_revocations.isBusy() || !m_signIns.empty() || !m_renewals.empty(); }

    /// Goes on with the revocations that earlier runs have left.
    void resume() { m_revocations.resume(); }

    /// Time may have passed unnoticed, or the network is back.
    void wake() { m_revocations.wake(); }

Q_SIGNALS:
    /// See RevocationQueue.
    void revocationGivenUp(const QString &host);

private:
    void revokeIssued(const SignIn &attempt);

    RevocationQueue m_revocations;
    std::vector<std::unique_ptr<SignIn>> m_signIns;
    std::vector<std::unique_ptr<Renewal>> m_renewals;
};
