// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/signinwindow.h"

#include "browser/openpage.h"
#include "gui/keychain/keychainnote.h"
#include "gui/look/measures.h"
#include "gui/signin/pages/confirmpage.h"
#include "gui/signin/pages/connectpage.h"
#include "gui/signin/pages/hostpage.h"
#include "gui/signin/pages/progresspage.h"
#include "gui/signin/pages/tokenpage.h"
#include "gui/signin/pages/wayspage.h"
#include "gui/signin/pages/welcomepage.h"
#include "gui/signin/parts/providerglyph.h"
#include "gui/signin/parts/signinheading.h"
#include "gui/signin/signinalerts.h"
#include "gui/signin/signinbar.h"
#include "gui/start/firstpaint.h"
#include "gui/windows/firstsize.h"
#include "gui/words/words.h"

#include <QCloseEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace {

constexpr QSize usualSize(480, 640); ///< At 100 %.

} // namespace

SignInWindow::SignInWindow(Session &session, const SignInSetup &setup) : m_controller(session, setup), m_session(session)
{
    setObjectName(QStringLiteral("SignInWindow"));
    setWindowTitle(tr("Sign in — Latchkey"));
    addParts();
    useZoom();
    if (setup.catalog) {
        m_welcome->setCatalog(*setup.catalog);
        m_host->setCatalog(*setup.catalog);
    }
    if (setup.offersDemo)
        m_welcome->offerDemo();
    connectPages();
    connectController();
    showProvider();
    refresh();
    afterFirstPaint(*this, this, [this, setup] { finishStart(setup); });
}

void SignInWindow::addParts()
{
    m_bar = new SignInBar(this);
    m_heading = new SignInHeading(this);
    m_alerts = new SignInAlerts(m_controller, this);
    m_keychain = new KeychainNote(this);
    addPages();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_keychain);
}

void SignInWindow::addPages()
{
    m_pages = new QStackedWidget(this);
    m_pages->setObjectName(QStringLiteral("pages"));
    const auto add = [this](auto *page, const char *objectName) {
        page->setObjectName(QLatin1String(objectName));
        m_pages->addWidget(page);
        return page;
    };
    m_welcome = add(new WelcomePage(this), "welcomePage");
    m_ways = add(new WaysPage(this), "waysPage");
    m_token = add(new TokenPage(this), "tokenPage");
    m_host = add(new HostPage(this), "hostPage");
    m_connect = add(new ConnectPage(this), "connectPage");
    m_confirm = add(new ConfirmPage(this), "confirmPage");
    m_progress = add(new ProgressPage(this), "progressPage");
}

void SignInWindow::useZoom()
{
    if (!isWindow())
        return setMaximumSize(QWIDGETSIZE_MAX, QWIDGETSIZE_MAX);
    const QSize size(look::zoomed(usualSize.width()), look::zoomed(usualSize.height()));
    setMaximumSize(size);
    resize(size);
    fitToScreen(*this);
}

bool SignInWindow::event(QEvent *event)
{
    const bool isDone = QWidget::event(event);
    if (event->type() == QEvent::ParentChange && m_page) {
        useZoom();
        turnTo(*m_page);
    }
    return isDone;
}

void SignInWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange && m_pages)
        useZoom();
    QWidget::changeEvent(event);
}

void SignInWindow::finishStart(const SignInSetup &setup)
{
    m_welcome->showIcon();
    m_controller.prepareLoginView();
    m_controller.findCliSignIn();
    if (setup.store)
        askKeychain(*setup.store, this, [this](KeychainState state) { m_keychain->say(state); });
}

void SignInWindow::connectController()
{
    connect(&m_controller, &SignInController::changed, this, &SignInWindow::refresh);
    connect(&m_controller, &SignInController::providerChanged, this, &SignInWindow::showProvider);
    connect(&m_controller, &SignInController::waysChanged, this, &SignInWindow::showWays);
    connect(&m_controller, &SignInController::loginViewFailed, this, &SignInWindow::showLoginViewError);
    connect(&m_controller, &SignInController::linkRequired, m_progress, &ProgressPage::pointOutLink);
    connect(m_bar, &SignInBar::backRequested, &m_controller, &SignInController::goBack);
    connect(m_bar, &SignInBar::accountRequested, this, &SignInWindow::backRequested);
    connect(m_bar, &SignInBar::realSignInRequested, this, &SignInWindow::realSignInRequested);
    connect(m_keychain, &KeychainNote::diagnosticsRequested, this, &SignInWindow::diagnosticsRequested);
}

void SignInWindow::connectPages()
{
    RegistrationFlow &registration = m_controller.registration();
    const auto openInBrowser = [this](const QUrl &page) { openPage(page, this); };
    connect(m_welcome, &WelcomePage::providerChosen, &registration, &RegistrationFlow::open);
    connect(m_welcome, &WelcomePage::demoRequested, this, &SignInWindow::demoRequested);
    connect(m_welcome, &WelcomePage::hostRequested, this, [this](const QString &kind) {
        m_host->setKind(kind);
        m_controller.openPage(SignInPage::Host);
    });
    connect(m_ways, &WaysPage::wayRequested, &m_controller, &SignInController::signIn);
    connect(m_ways, &WaysPage::connectRequested, &m_controller, [this] { m_controller.openPage(SignInPage::Connect); });
    connect(m_ways, &WaysPage::newTokenRequested, &m_controller, [this] {
        m_controller.signIn(SignInWay::Token);
        m_token->openForm();
    });
    connect(m_token, &TokenPage::pageRequested, this, openInBrowser);
    connect(m_token, &TokenPage::tokenGiven, &m_controller, &SignInController::checkToken);
    connect(m_host, &HostPage::providerChosen, &registration, &RegistrationFlow::open);
    m_connect->setFlow(registration);
    connect(m_connect, &ConnectPage::pageRequested, this, openInBrowser);
    connect(m_confirm, &ConfirmPage::confirmed, &m_controller, &SignInController::keepToken);
    connect(m_progress, &ProgressPage::cancelRequested, &m_controller, &SignInController::goBack);
    connect(m_progress, &ProgressPage::linkRequested, &m_controller, &SignInController::copyLink);
    connect(m_progress, &ProgressPage::pageRequested, this, openInBrowser);
    connect(m_progress, &ProgressPage::codeRequested, &m_controller, &SignInController::requestCode);
}

void SignInWindow::offerBack(const std::optional<AccountRecord> &account)
{
    m_bar->offerAccount(account ? std::optional(account->identity.login) : std::nullopt);
    if (account)
        turnTo(*m_page); // A new text has taken the shortcut away.
}

void SignInWindow::offerRealSignIn()
{
    m_bar->offerRealSignIn();
}

void SignInWindow::closeEvent(QCloseEvent *event)
{
    if (!m_bar->offersAccount())
        return QWidget::closeEvent(event);
    event->ignore();
    Q_EMIT backRequested();
}

SteadyPage *SignInWindow::widgetOf(SignInPage page) const
{
    switch (page) {
    case SignInPage::Welcome: return m_welcome;
    case SignInPage::Ways: return m_ways;
    case SignInPage::Token: return m_token;
    case SignInPage::Host: return m_host;
    case SignInPage::Connect: return m_connect;
    case SignInPage::Confirm: return m_confirm;
    case SignInPage::Progress: break;
    }
    return m_progress;
}

void SignInWindow::refresh()
{
    if (m_session.state() == Session::State::SignedIn)
        return; // The gate closes this window.
    const SignInPage page = m_controller.page();
    const bool isNew = m_page != page;
    m_page = page;
    if (isNew)
        m_alerts->forgetAddress();
    m_alerts->showFor(page);
    showHeading();
    turnTo(page);
    if (page == SignInPage::Confirm && m_session.signInAttempt())
        m_confirm->show(*m_session.signInAttempt());
    if (isNew)
        begin(page);
    if (page == SignInPage::Progress)
        showProgress();
}

void SignInWindow::turnTo(SignInPage page)
{
    SteadyPage *shown = widgetOf(page);
    if (page == SignInPage::Welcome) {
        m_heading->hide();
        shown->takeAlerts(m_alerts);
    } else
        shown->take(m_heading, m_alerts);
    if (!isWindow() && page == SignInPage::Progress)
        m_heading->hide(); // The sheet has its title.
    m_pages->setCurrentWidget(shown);
    // The page of the attempt has its Cancel, which takes Escape.
    const bool isBackToServers = page == SignInPage::Ways || (page == SignInPage::Connect && !m_controller.situation().opened);
    const bool isBackShown = m_controller.canGoBack() && page != SignInPage::Progress && (isWindow() || !isBackToServers);
    const bool isFirst = !isBackShown && page != SignInPage::Progress;
    m_bar->showBack(isBackShown, isFirst);
    m_keychain->setVisible(isWindow() && (page == SignInPage::Welcome || page == SignInPage::Ways || isFirst));
}

void SignInWindow::begin(SignInPage page)
{
    const SignInSituation situation = m_controller.situation();
    switch (page) {
    case SignInPage::Welcome: return m_welcome->begin();
    case SignInPage::Ways: return m_ways->focusWay(m_controller.nextWay());
    case SignInPage::Token:
        m_token->setScope(m_controller.scope());
        return situation.opened ? m_token->begin() : m_token->tryAgain();
    case SignInPage::Host: return m_host->begin();
    case SignInPage::Connect: return m_connect->begin();
    case SignInPage::Confirm: return m_confirm->begin();
    case SignInPage::Progress:
        m_progress->begin();
        if (situation.lastWay == SignInWay::Link)
            m_progress->noteCopied();
    }
}

void SignInWindow::showHeading()
{
    if (m_page == SignInPage::Host)
        return m_heading->say(look::Glyph::Server, m_host->heading(), m_host->advice());
    const Provider &provider = m_session.provider();
    const QString title = m_page == SignInPage::Connect ? tr("Connect Latchkey to %1") : tr("Sign in to %1");
    m_heading->say(glyphOf(provider), title.arg(provider.name), provider.host());
}

void SignInWindow::showProgress()
{
    const SignInSituation situation = m_controller.situation();
    if (isCodeExpired(situation))
        m_progress->showExpiredCode(words::signInError(*situation.error, m_session.provider()));
    else if (const SignIn *attempt = m_session.signInAttempt())
        m_progress->showAttempt(*attempt);
    else if (m_session.state() == Session::State::Restoring)
        m_progress->showWaiting(tr("Waiting for your keychain…"));
}

void SignInWindow::showProvider()
{
    const Provider &provider = m_session.provider();
    m_token->setProvider(provider);
    m_connect->setProvider(provider);
    m_ways->setProvider(provider);
    showWays();
}

void SignInWindow::showWays()
{
    m_ways->setCliLogin(m_controller.cliLogin());
    m_ways->setWays(m_controller.ways());
}

void SignInWindow::showLoginViewError()
{
    showWays();
    if (m_page != SignInPage::Ways)
        return;
    m_alerts->showFor(*m_page);
    m_ways->focusWay(m_controller.nextWay());
}

#include "moc_signinwindow.cpp"
