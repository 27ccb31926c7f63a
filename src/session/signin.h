// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/code/authorizationcodegrant.h"
#include "oauth/device/devicegrant.h"
#include "oauth/openid/discovery.h"
#include "provider/provider.h"
#include "result/answering.h"
#include "session/identification.h"
#include "session/signinrequest.h"
#include "session/storage/entrycreation.h"
#include "session/tokens/sessionoptions.h"

#include <functional>
#include <memory>
#include <optional>

/// The result of a sign-in.
struct SignInOutcome
{
    Provider provider; ///< With the discovered endpoints.
    StoredSession session;
    CreatedEntry entry;
    std::shared_ptr<http::StrictAccessManager> network; ///< With connections to the resource server.
};

/// One attempt to sign in: discovery if it is needed, the grant that fits the method, the question whose token it is, and
/// the storing of all that.
class SignIn : public QObject
{
    Q_OBJECT

public:
    enum class Step {
        Discovering, ///< The endpoints are requested from the issuer.
        RequestingCode, ///< A code that the person can type elsewhere is requested from the server.
        RequestingToken, ///< Waiting for the token of another program; see SignInRequest::tokenSource.
        Authorizing, ///< The person is at the authorization server: its page is shown, or there is a code to type, or both.
        Exchanging, ///< They have consented; tokens are fetched.
        Identifying, ///< The resource server is asked whose token it is.
        Confirming, ///< The person sees identity() and tokens(), and decides; see keep() and SignInRequest.
        Storing, ///< The tokens are stored: they are in use only afterwards, so that they cannot be lost.
    };
    Q_ENUM(Step)

    SignIn(const Provider &provider, const SignInRequest &request, AccountStorage &storage, const SessionOptions &options);
    ~SignIn() override;

    /// Errors are those of Discovery, of the grants, of the token source and of Identification, and Denied "malformed_token"
    /// for a personal access token that cannot be one. A token store that refuses is no error: see CreatedEntry. The receiver
    /// may delete this object.
    void start(QObject *context, Receiver<SignInOutcome> receiver);

    const SignInRequest &request() const { return m_request; }

    /// How the person signs in: as requested, unless they have gone on in another way.
    SignInWay way() const { return m_way; }

    /// The page goes on elsewhere, such as in the browser. `way` is by a page.
    void goOnBy(SignInWay way);
    Step step() const { return m_step; }

    /// The authorization request, for another browser of the person; empty while no page is to be shown.
    QUrl authorizationRequest() const;

    /// True if the server gives device codes, as far as is known yet.
    bool canOfferDeviceCode() const { return oauth::DeviceGrant::isPossible(m_provider.server); }

    /// Gets a code for the person beside the open page. Whichever they finish first counts; the other is abandoned. Does
    /// nothing unless a page is open and no code is on offer. After deviceError() it gets a new code.
    void offerDeviceCode();

    /// The code and where to type it; nothing if none is on offer. stepChanged() says when it has arrived.
    std::optional<oauth::DeviceAuthorization> deviceAuthorization() const;

    /// Why there is no code beside the page, which is still open: Denied "expired_token" and the other errors of
    /// DeviceGrant.
    const std::optional<Error> &deviceError() const { return m_deviceError; }

    /// Why an answer that the browser has brought could not be read, while the page is still open: Malformed
    /// "too_many_cookies". Nothing if none has come.
    const std::optional<Error> &redirectError() const { return m_redirectError; }

    /// Tokens that the server has issued. They must be revoked unless the attempt succeeds.
    const std::optional<oauth::TokenSet> &tokens() const { return m_tokens; }

    /// Whose tokens() they are; nothing before Step::Confirming.
    std::optional<Identity> identity() const;

    /// Goes on after Step::Confirming: stores what has been shown. Does nothing at any other step.
    void keep();

    /// Ends the attempt for the person at any step, and undoes what it has stored. True if the server may still issue tokens:
    /// then `receiver` is called once, when tokens() is set or none will come. tokens() must be revoked.
    bool abandon(QObject *context, std::function<void()> receiver);

    const Provider &provider() const { return m_provider; }

Q_SIGNALS:
    /// The step, the code, deviceError() or redirectError() has changed.
    void stepChanged();

    /// abandon() may have come too late to keep the entry of an account that was signed in before. The session with its
    /// tokens stores them again.
    void entryOverwritten(const QString &key);

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
    void requestToken();
    void useToken(const QString &token);
    void identify(const oauth::TokenSet &tokens);
    void readIdentified(const Result<Identified> &identified);
    bool needsConfirmation() const;
    void store();
    bool awaitsTokens() const;
    void finishAbandoned();
    void fail(const Error &error);

    Provider m_provider;
    const SignInRequest m_request;
    SignInWay m_way;
    AccountStorage &m_storage;
    const SessionOptions m_options;
    Step m_step = Step::Discovering;
    bool m_isAbandoned = false;
    std::optional<oauth::TokenSet> m_tokens;
    std::unique_ptr<Identification> m_identification;
    std::optional<Identified> m_identified;
    std::optional<Error> m_deviceError;
    std::optional<Error> m_redirectError;
    const std::shared_ptr<http::StrictAccessManager> m_network;
    std::unique_ptr<oauth::Discovery> m_discovery;
    std::unique_ptr<oauth::AuthorizationCodeGrant> m_grant;
    std::unique_ptr<oauth::DeviceGrant> m_deviceGrant;
    std::unique_ptr<EntryCreation> m_entryCreation;
    Answering<SignInOutcome> m_answering;
    std::function<void()> m_whenAbandoned;
};
