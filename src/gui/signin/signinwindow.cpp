// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/signinwindow.h"

#include "gui/keychain/keychainnote.h"
#include "gui/look/measures.h"
#include "gui/signin/pages/steadypage.h"
#include "gui/signin/parts/signinheading.h"
#include "gui/signin/signinalerts.h"
#include "gui/signin/signinbar.h"
#include "gui/signin/signinkeys.h"
#include "gui/signin/signinpagestack.h"
#include "gui/start/firstpaint.h"
#include "gui/windows/firstsize.h"

#include <QCloseEvent>
#include <QVBoxLayout>

namespace {

constexpr QSize usualSize(480, 640); ///< At 100 %.

} // namespace

SignInWindow::SignInWindow(Session &session, const SignInSetup &setup) : m_controller(session, setup), m_session(session)
{
    setObjectName(QStringLiteral("SignInWindow"));
    setWindowTitle(tr("Sign in — Latchkey"));
    addParts(setup);
    useZoom();
    connectController();
    refresh();
    afterFirstPaint(*this, this, [this, setup] { finishStart(setup); });
}

void SignInWindow::addParts(const SignInSetup &setup)
{
    m_keys = new SignInKeys(*this);
    m_bar = new SignInBar(this);
    m_heading = new SignInHeading(this);
    m_alerts = new SignInAlerts(m_controller, this);
    m_keychain = new KeychainNote(this);
    m_pages = new SignInPageStack(m_controller, setup, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_keychain);
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
        m_keys->setEnabled(isWindow());
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
    m_pages->finishStart();
    m_controller.prepareLoginView();
    m_controller.findCliSignIn();
    if (setup.store)
        m_keychain->follow(*setup.store);
}

void SignInWindow::connectController()
{
    connect(&m_controller, &SignInController::changed, this, &SignInWindow::refresh);
    connect(&m_controller, &SignInController::providerChanged, m_pages, &SignInPageStack::showProvider);
    connect(&m_controller, &SignInController::waysChanged, m_pages, &SignInPageStack::showWays);
    connect(&m_controller, &SignInController::loginViewFailed, this, &SignInWindow::showLoginViewError);
    connect(m_pages, &SignInPageStack::demoRequested, this, &SignInWindow::demoRequested);
    connect(m_bar, &SignInBar::backRequested, &m_controller, &SignInController::goBack);
    connect(m_bar, &SignInBar::accountRequested, this, &SignInWindow::backRequested);
    connect(m_bar, &SignInBar::realSignInRequested, this, &SignInWindow::realSignInRequested);
    connect(m_keys, &SignInKeys::settingsRequested, this, &SignInWindow::settingsRequested);
    connect(m_keys, &SignInKeys::zoomRequested, this, &SignInWindow::zoomRequested);
    connect(m_keychain, &KeychainNote::diagnosticsRequested, this, &SignInWindow::diagnosticsRequested);
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
    m_pages->showHeading(page, *m_heading);
    turnTo(page);
    if (page == SignInPage::Confirm)
        m_pages->showToken();
    if (isNew)
        m_pages->begin(page);
    if (page == SignInPage::Progress)
        m_pages->showProgress();
}

void SignInWindow::turnTo(SignInPage page)
{
    SteadyPage &shown = m_pages->turnTo(page);
    if (page == SignInPage::Welcome) {
        m_heading->hide();
        shown.takeAlerts(m_alerts);
    } else
        shown.take(m_heading, m_alerts);
    if (!isWindow() && page == SignInPage::Progress)
        m_heading->hide(); // The sheet has its title.
    // The page of the attempt has its Cancel, which takes Escape.
    const bool isBackToServers = page == SignInPage::Ways || (page == SignInPage::Connect && !m_controller.situation().opened);
    const bool isBackShown = m_controller.canGoBack() && page != SignInPage::Progress && (isWindow() || !isBackToServers);
    const bool isFirst = !isBackShown && page != SignInPage::Progress;
    m_bar->showBack(isBackShown, isFirst);
    m_keychain->setVisible(isWindow() && (page == SignInPage::Welcome || page == SignInPage::Ways || isFirst));
}

void SignInWindow::showLoginViewError()
{
    m_pages->showWays();
    if (m_page != SignInPage::Ways)
        return;
    m_alerts->showFor(*m_page);
    m_pages->focusWays();
}

#include "moc_signinwindow.cpp"
