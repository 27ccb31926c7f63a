// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/signincontroller.h"

#include "gui/words/words.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace {

/// True if the login view cannot start on this computer, however often it is tried.
bool isPermanent(const Error &error)
{
    return error.code == QLatin1String("missing") || error.code == QLatin1String("root_without_sandbox")
        || error.code == QLatin1String("no_user_namespaces");
}

} // namespace

SignInController::SignInController(Session &session, const SignInSetup &setup)
    : m_session(session), m_setup(setup), m_machine(setup.machine), m_registration(setup.registrations, setup.catalog),
      m_isProviderChosen(!setup.beginsAtWelcome || !setup.catalog)
{
    m_browserPatience.setSingleShot(true);
    m_browserPatience.setInterval(m_setup.browserPatience);
    if (const auto end = m_session.lastEnd())
        m_message = words::sessionEnd(*end, m_session.provider());
    connect(&m_browserPatience, &QTimer::timeout, this, &SignInController::offerCode);
    connect(&m_session, &Session::stateChanged, this, [this] {
        if (m_session.state() == Session::State::SignedOut)
            m_browserPatience.stop();
        Q_EMIT changed();
    });
    connect(&m_session, &Session::signInProgressed, this, &SignInController::changed);
    connect(&m_registration, &RegistrationFlow::ready, this, &SignInController::useProvider);
    connect(&m_setup.loginView, &oauth::UserAgent::failed, this, &SignInController::noteLoginViewError);
    connect(&m_setup.loginView, &oauth::UserAgent::browserRequested, this, &SignInController::handOverToBrowser);
    connect(&m_setup.browser, &oauth::UserAgent::failed, this, &SignInController::noteBrowserError);
}

SignInSituation SignInController::situation() const
{
    const QList<WayState> all = ways();
    const SignIn *attempt = m_session.signInAttempt();
    return {.state = m_session.state(),
            .hasWays = std::any_of(all.begin(), all.end(), [](const WayState &state) { return !state.obstacle; }),
            .isProviderChosen = m_isProviderChosen,
            .isConfirming = attempt && attempt->step() == SignIn::Step::Confirming,
            .lastWay = m_lastWay,
            .error = m_isErrorDismissed ? std::nullopt : m_session.error(),
            .opened = m_opened};
}

std::optional<SignInWay> SignInController::nextWay() const
{
    const auto error = m_loginViewError ? m_loginViewError : situation().error;
    return bestWay(provider(), error ? m_machine.after(*error) : m_machine);
}

void SignInController::say(const QString &text, const QUrl &page)
{
    m_message = text;
    m_messagePage = page;
    m_isMessageAboutEnd = false;
    Q_EMIT changed();
}

void SignInController::signIn(SignInWay way)
{
    if (way == SignInWay::Token) {
        m_message.clear();
        return openPage(SignInPage::Token);
    }
    if (way == SignInWay::GitHubCli) {
        if (!cliLogin().isEmpty())
            start(way, cliRequest());
        return;
    }
    if (isByPage(way) ? provider().canUsePages() : provider().canUseCodes())
        start(way);
}

void SignInController::signInAgain(std::optional<SignInWay> used)
{
    if (const auto way = wayAgain(provider(), m_machine, used))
        signIn(*way);
}

void SignInController::keepToken()
{
    if (SignIn *attempt = m_session.signInAttempt())
        attempt->keep();
}

SignInRequest SignInController::cliRequest() const
{
    const auto readToken = [cli = m_setup.cli, host = provider().authority()](QObject *context, const Receiver<QString> &receiver) {
        cli.readToken(host, context, receiver);
    };
    return {.tokenSource = readToken, .loginHint = cliLogin()};
}

void SignInController::start(SignInWay way, const SignInRequest &about)
{
    m_message.clear();
    m_browserPatience.stop();
    m_isErrorDismissed = false;
    m_loginViewError.reset();
    m_opened.reset();
    m_lastWay = way;
    m_isProviderChosen = true;
    SignInRequest request = m_request;
    request.way = way;
    request.userAgent = m_setup.userAgentFor(way);
    request.token = about.token;
    request.tokenSource = about.tokenSource;
    request.needsConfirmation = about.needsConfirmation;
    if (!about.loginHint.isEmpty())
        request.loginHint = about.loginHint;
    m_session.signIn(request);
    // Another program's page may be behind a window, in another profile, or nowhere.
    const bool mayGetLost = way == SignInWay::Browser || way == SignInWay::Link;
    if (mayGetLost && m_session.signInAttempt())
        m_browserPatience.start();
}

void SignInController::openPage(SignInPage page)
{
    Q_ASSERT(page == SignInPage::Token || page == SignInPage::Host || page == SignInPage::Connect);
    m_opened = page;
    Q_EMIT changed();
}

bool SignInController::canGoBack() const
{
    const SignInPage now = page();
    const bool isProviderPage = now == SignInPage::Ways || (now == SignInPage::Connect && !m_opened);
    return isProviderPage ? m_setup.catalog != nullptr : now != SignInPage::Welcome;
}

void SignInController::chooseProvider()
{
    m_isProviderChosen = true;
    Q_EMIT changed();
}

void SignInController::goBack()
{
    const SignInPage now = page();
    if (now == SignInPage::Ways || (now == SignInPage::Connect && !m_opened))
        m_isProviderChosen = !m_setup.catalog;
    m_browserPatience.stop();
    m_opened.reset();
    m_lastWay.reset();
    m_isErrorDismissed = true;
    m_session.cancelSignIn();
    Q_EMIT changed();
}

void SignInController::offerCode()
{
    m_browserPatience.stop();
    SignIn *attempt = m_session.signInAttempt();
    const bool isPageOpen = attempt && !attempt->authorizationRequest().isEmpty();
    if (!isPageOpen)
        return;
    if (attempt->canOfferDeviceCode())
        attempt->offerDeviceCode();
    else
        Q_EMIT linkRequired();
}

void SignInController::requestCode()
{
    m_session.signInAttempt() ? offerCode() : signIn(SignInWay::DeviceCode);
}

void SignInController::copyLink() const
{
    if (const SignIn *attempt = m_session.signInAttempt())
        QGuiApplication::clipboard()->setText(attempt->authorizationRequest().toString(QUrl::FullyEncoded));
}

void SignInController::prepareLoginView()
{
    if (m_isLoginViewPrepared || !provider().canUsePages())
        return;
    m_isLoginViewPrepared = true;
    m_setup.loginView.prepare();
}

void SignInController::findCliSignIn()
{
    m_machine.cliLogin.clear();
    if (provider().api != Provider::Api::GitHub || !m_setup.cli.isInstalled())
        return;
    const QString host = provider().authority();
    m_setup.cli.findLogin(host, this, [this, host](const Result<QString> &login) {
        if (!login || host != provider().authority())
            return;
        m_machine.cliLogin = *login;
        Q_EMIT waysChanged();
    });
}

bool SignInController::canUseNamedIssuer() const
{
    return m_registration.atNamedIssuer(provider(), situation().error).has_value();
}

void SignInController::useNamedIssuer()
{
    const auto named = m_registration.atNamedIssuer(provider(), situation().error);
    if (!named)
        return;
    if (named->id == provider().id)
        return useProvider(*named);
    // A provider that is kept under its issuer is kept under the other one as well. The page shows how that goes.
    openPage(SignInPage::Connect);
    m_registration.registerClient(*named, named->client.clientId, named->client.clientSecret);
}

void SignInController::useProvider(const Provider &provider)
{
    if (provider.id != m_session.provider().id)
        m_request = {}; // It is about an account of the other provider.
    m_session.setProvider(provider);
    const auto &secretError = m_registration.secretError();
    m_message = secretError ? words::storageError(*secretError) : QString();
    m_isMessageAboutEnd = false;
    m_messagePage.clear();
    m_opened.reset();
    m_lastWay.reset();
    m_isErrorDismissed = true;
    m_isProviderChosen = true;
    findCliSignIn();
    Q_EMIT providerChanged();
    Q_EMIT changed();
    prepareLoginView();
}

/// An attempt that the login view ends has the error itself.
void SignInController::noteLoginViewError(const Error &error)
{
    if (isPermanent(error))
        m_machine.hasLoginView = false;
    if (page() == SignInPage::Ways) {
        m_loginViewError = error;
        m_message = words::userAgentError(error);
        m_isMessageAboutEnd = false;
        m_messagePage.clear();
    }
    Q_EMIT loginViewFailed(error, isPermanent(error));
}

/// The same attempt goes on in the browser.
void SignInController::handOverToBrowser()
{
    SignIn *attempt = m_session.signInAttempt();
    if (!attempt || attempt->way() != SignInWay::LoginView || attempt->authorizationRequest().isEmpty())
        return;
    m_lastWay = SignInWay::Browser;
    attempt->goOnBy(SignInWay::Browser);
    const QUrl request = attempt->authorizationRequest();
    m_browserPatience.start();
    m_setup.browser.show(request);
    Q_EMIT changed();
}

/// Without a browser the person goes on with a code, or with the link.
void SignInController::noteBrowserError()
{
    const SignIn *attempt = m_session.signInAttempt();
    if (!attempt || m_lastWay != SignInWay::Browser)
        return;
    // An attempt that was handed over goes on. One that began in the browser is about to end.
    if (attempt->request().way == SignInWay::Browser)
        start(SignInWay::Link);
    offerCode();
    Q_EMIT linkRequired();
}

#include "moc_signincontroller.cpp"
