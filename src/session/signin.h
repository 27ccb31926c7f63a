// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/code/authorizationcodegrant.h"
#include "oauth/device/devicegrant.h"
#include "oauth/discovery.h"
#include "provider/provider.h"
#include "session/storage/resourcecache.h"
#include "session/signinrequest.h"
#include "session/storage/storedsession.h"

#include <functional>
#include <memory>
#include <optional>

/// What a sign-in has brought.
struct SignInOutcome
{
    Provider provider; ///< With the endpoints that were discovered.
    StoredSession session;
    CachedAnswer identityAnswer; ///< The answer of Provider::identityUrl(): the profile's first data.
    std::shared_ptr<http::StrictAccessManager> network; ///< With connections to the resource server.
};

/// One attempt to sign in: discovery where it is needed, the grant that fits the method, and the question whom the token
/// speaks for. Deleting it abandons the attempt.
class SignIn : public QObject
{
    Q_OBJECT

public:
    enum class Step {
        Discovering, ///< The issuer is asked for its endpoints.
        RequestingCode, ///< The server is asked for a code that the person can type elsewhere.
        Authorizing, ///< The person is at the authorization server: its page is shown, or there is a code to type, or both.
        Exchanging, ///< They have consented; tokens are fetched.
        Identifying, ///< The resource server is asked whom the token speaks for.
    };
    Q_ENUM(Step)

    SignIn(const Provider &provider, const SignInRequest &request, const http::AnswerLimits &limits = {});
    ~SignIn() override;

    /// Errors are those of Discovery, of the grants and of readIdentity(); Denied "malformed_token" for a brought token
    /// that cannot be one, "wrong_subject" where the userinfo is not about the person of the ID token. The receiver may
    /// delete this object.
    void start(QObject *context, Receiver<SignInOutcome> receiver);

    const SignInRequest &request() const { return m_request; }
    Step step() const { return m_step; }

    /// The authorization request, for another browser of the person; empty while no page is to be shown.
    QUrl authorizationRequest() const;

    /// True where the server gives device codes, as far as is known yet.
    bool canOfferDeviceCode() const { return oauth::DeviceGrant::isPossible(m_provider.server); }

    /// Gets a code for the person, beside the page that is open already: whichever they finish first counts, and the other
    /// is abandoned. Does nothing unless a page is open and no code is on offer; after deviceError() it gets a new one.
    void offerDeviceCode();

    /// The code and where to type it; nothing where none is on offer (any more). stepChanged() says when it has come.
    std::optional<oauth::DeviceAuthorization> deviceAuthorization() const;

    /// Why there is no code although one was to be offered beside the page, which is still open: Denied "expired_token"
    /// and the other errors of DeviceGrant.
    const std::optional<Error> &deviceError() const { return m_deviceError; }

    /// Tokens that the server has issued. They are to be given back if the attempt does not end well.
    const std::optional<oauth::TokenSet> &tokens() const { return m_tokens; }

    /// True while tokens may be on their way: the server has been asked for them.
    bool awaitsTokens() const;

    /// Ends the attempt for the person, while it awaitsTokens(). Calls back once: tokens() is set by then, or none will
    /// come.
    void abandon(QObject *context, std::function<void()> whenDone);
    const Provider &provider() const { return m_provider; }

Q_SIGNALS:
    /// The step, the code or its trouble has changed.
    void stepChanged();

private:
    void setStep(Step step);
    void discover();
    void proceed();
    void authorize(oauth::UserAgent &userAgent);
    void noteIssued(const oauth::TokenSet &tokens);
    void readGrant(const Result<oauth::TokenSet> &tokens);
    void requestDeviceCode();
    void readDeviceGrant(const Result<oauth::TokenSet> &tokens);
    oauth::ClientRegistration client() const;
    http::Parameters extraParameters() const;
    void identify(const oauth::TokenSet &tokens);
    void readIdentityReply(QNetworkReply &reply);
    void finishAbandoned();
    void finish(const Result<SignInOutcome> &result);

    Provider m_provider;
    const SignInRequest m_request;
    const http::AnswerLimits m_limits;
    Step m_step = Step::Discovering;
    bool m_isAbandoned = false;
    std::optional<oauth::TokenSet> m_tokens;
    std::optional<Error> m_deviceError;
    const std::shared_ptr<http::StrictAccessManager> m_network;
    std::unique_ptr<oauth::Discovery> m_discovery;
    std::unique_ptr<oauth::AuthorizationCodeGrant> m_grant;
    std::unique_ptr<oauth::DeviceGrant> m_deviceGrant;
    QPointer<QObject> m_context;
    Receiver<SignInOutcome> m_receiver;
};
