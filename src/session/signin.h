// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/authorizationcodegrant.h"
#include "oauth/discovery.h"
#include "provider/provider.h"
#include "session/resourcecache.h"
#include "session/storedsession.h"

#include <memory>
#include <optional>

/// What a sign-in has brought.
struct SignInOutcome
{
    Provider provider; ///< With the endpoints that were discovered.
    StoredSession session;
    CachedAnswer identityAnswer; ///< The answer of Provider::identityUrl(): the profile's first data.
};

/// One attempt to sign in: discovery where it is needed, the grant, and the question whom the token speaks for. Deleting
/// it abandons the attempt.
class SignIn : public QObject
{
    Q_OBJECT

public:
    enum class Step {
        Discovering, ///< The issuer is asked for its endpoints.
        Authorizing, ///< The person is at the authorization server.
        Exchanging, ///< They have consented; tokens are fetched.
        Identifying, ///< The resource server is asked whom the token speaks for.
    };
    Q_ENUM(Step)

    explicit SignIn(const Provider &provider);
    ~SignIn() override;

    /// Errors are those of Discovery, AuthorizationCodeGrant and readIdentity(). The receiver may delete this object.
    void start(oauth::UserAgent &userAgent, QObject *context, Receiver<SignInOutcome> receiver);

    Step step() const { return m_step; }

    /// The authorization request, for another browser of the person; empty unless the step is Authorizing.
    QUrl authorizationRequest() const;

    /// Tokens that were received and are to be given back if the attempt is abandoned.
    const std::optional<oauth::TokenSet> &tokens() const { return m_tokens; }
    const Provider &provider() const { return m_provider; }

Q_SIGNALS:
    void stepChanged();

private:
    void setStep(Step step);
    void discover();
    void authorize();
    void identify();
    void readIdentityReply(QNetworkReply &reply);
    void finish(const Result<SignInOutcome> &result);

    Provider m_provider;
    Step m_step = Step::Discovering;
    std::optional<oauth::TokenSet> m_tokens;
    oauth::StrictAccessManager m_network;
    std::unique_ptr<oauth::Discovery> m_discovery;
    std::unique_ptr<oauth::AuthorizationCodeGrant> m_grant;
    oauth::UserAgent *m_userAgent = nullptr;
    QPointer<QObject> m_context;
    Receiver<SignInOutcome> m_receiver;
};
