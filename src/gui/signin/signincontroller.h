// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/signin/signinpage.h"
#include "gui/signin/signinsetup.h"
#include "session/registration/registrationflow.h"

#include <QTimer>

#include <optional>

/// What the sign-in window knows and does, without its widgets: starts attempts, and says which page is to be shown.
class SignInController : public QObject
{
    Q_OBJECT

public:
    SignInController(Session &session, const SignInSetup &setup);

    Session &session() const { return m_session; }
    const Provider &provider() const { return m_session.provider(); }
    RegistrationFlow &registration() { return m_registration; }

    SignInSituation situation() const;
    SignInPage page() const { return pageFor(situation()); }
    QList<WayState> ways() const { return waysFor(provider(), m_machine); }

    /// The way that Enter is to start: the best one, or the next best after the last attempt has failed.
    std::optional<SignInWay> nextWay() const;

    /// A message that is not about the last attempt, and a page to do something about it; empty if there is none.
    const QString &message() const { return m_message; }
    const QUrl &messagePage() const { return m_messagePage; }

    /// True if it says why the last session ended.
    bool isMessageAboutEnd() const { return !m_message.isEmpty() && m_isMessageAboutEnd; }
    void say(const QString &text, const QUrl &page = {});

    /// True if goBack() leads somewhere else than here.
    bool canGoBack() const;

    /// Goes on at the session's provider.
    void chooseProvider();

    /// What every attempt asks for. Its way, user agent and token are not used.
    void setRequest(const SignInRequest &request) { m_request = request; }

    /// Starts to sign in this way. For SignInWay::Token it asks for the token first. Does nothing if the provider does not
    /// have the way.
    void signIn(SignInWay way);

    /// Asks the server whose token it is and what it may do. The attempt stops at SignIn::Step::Confirming: the person sees
    /// its identity() and tokens(), and then keepToken() or goBack().
    void checkToken(const QString &token) { start(SignInWay::Token, {.token = token, .needsConfirmation = true}); }
    void keepToken();

    /// Starts to sign in the way that the person has used, or if that does not work here, the best one (see wayAgain()). Does
    /// nothing if no way works.
    void signInAgain(std::optional<SignInWay> used);

    /// The scopes that the next attempt asks for, separated by spaces.
    QString scope() const { return m_request.scope.isEmpty() ? provider().client.scope : m_request.scope; }

    /// Turns to the issuer that the server calls itself, if the last attempt has found one that may be used. The registration
    /// goes along.
    bool canUseNamedIssuer() const;
    void useNamedIssuer();

    /// Gets a code beside the page of the attempt under way. Without codes linkRequired() follows.
    void offerCode();

    /// The same where an attempt is under way; else starts one with a code.
    void requestCode();

    /// Puts the link of the attempt under way on the clipboard.
    void copyLink() const;

    /// Starts the login view ahead of the click, once.
    void prepareLoginView();

    /// Asks GitHub CLI who is signed in there at the provider's host. If somebody is, waysChanged() follows: then
    /// SignInWay::GitHubCli has no obstacle, and cliLogin() is the login. Nobody waits for it.
    void findCliSignIn();
    const QString &cliLogin() const { return m_machine.cliLogin; }

public Q_SLOTS:
    /// Turns to the token, host or connect page.
    void openPage(SignInPage page);

    /// Cancels the attempt and returns to the ways to sign in; from there, to the choice of the server.
    void goBack();

Q_SIGNALS:
    /// Another page is to be shown, or the same one with other content.
    void changed();

    /// The session has another provider, or the same one with another registration.
    void providerChanged();

    /// ways() has another answer.
    void waysChanged();

    /// No browser can be started, or it has not come back and the server gives no codes: the person may need the link.
    void linkRequired();

    /// The login view cannot be used. `isPermanent` is true if another try on this computer can only fail.
    void loginViewFailed(const Error &error, bool isPermanent);

private:
    void start(SignInWay way, const SignInRequest &about = {});
    SignInRequest cliRequest() const;
    void useProvider(const Provider &provider);
    void noteLoginViewError(const Error &error);
    void handOverToBrowser();
    void noteBrowserError();

    Session &m_session;
    const SignInSetup m_setup;
    Machine m_machine;
    RegistrationFlow m_registration;
    SignInRequest m_request;
    QTimer m_browserPatience;
    QString m_message;
    QUrl m_messagePage;
    bool m_isMessageAboutEnd = true; ///< Until say().
    std::optional<SignInPage> m_opened; ///< See SignInSituation.
    std::optional<SignInWay> m_lastWay; ///< Likewise.
    std::optional<Error> m_loginViewError; ///< Until the next attempt.
    bool m_isErrorDismissed = false;
    bool m_isProviderChosen;
    bool m_isLoginViewPrepared = false;
};
