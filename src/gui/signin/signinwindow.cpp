// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/signinwindow.h"

#include "browser/openpage.h"
#include "gui/controls/labels.h"
#include "gui/controls/linklabel.h"
#include "gui/look/measures.h"
#include "gui/parts/inlinealert.h"
#include "gui/parts/pagealert.h"
#include "gui/signin/pages/confirmpage.h"
#include "gui/signin/pages/connectpage.h"
#include "gui/signin/pages/hostpage.h"
#include "gui/signin/pages/progresspage.h"
#include "gui/signin/pages/tokenpage.h"
#include "gui/signin/pages/wayspage.h"
#include "gui/signin/pages/welcomepage.h"
#include "gui/signin/parts/keychainnote.h"
#include "gui/signin/parts/providerglyph.h"
#include "gui/signin/parts/signinheading.h"
#include "gui/start/firstpaint.h"
#include "gui/windows/firstsize.h"
#include "gui/words/words.h"
#include "oauth/errorcodes.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QStackedWidget>

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
    m_back = new LinkButton(tr("Back"), this);
    m_back->setObjectName(QStringLiteral("backButton"));
    m_back->setAccessibleName(m_back->text());
    m_back->setGlyph(layoutDirection() == Qt::RightToLeft ? look::Glyph::ChevronRight : look::Glyph::ChevronLeft);
    m_backToAccount = new LinkButton(this);
    m_backToAccount->setObjectName(QStringLiteral("backToAccountButton"));
    m_backToAccount->hide();
    m_heading = new SignInHeading(this);
    m_notice = new InlineAlert(this);
    m_notice->setObjectName(QStringLiteral("noticeBar"));
    m_pageAlert = new PageAlert(this);
    auto *alerts = new QVBoxLayout(m_alerts = new QWidget(this));
    alerts->setContentsMargins(0, 0, 0, 0);
    alerts->addWidget(m_pageAlert);
    alerts->addWidget(m_notice);
    m_keychain = new KeychainNote(this);
    m_bar = new QHBoxLayout;
    m_bar->addWidget(m_back);
    m_bar->addStretch();
    m_bar->addWidget(m_backToAccount);
    m_bar->addStretch();
    m_bar->addStrut(m_back->sizeHint().height()); // The pages begin at the same height without a way back.
    addPages();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_bar);
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

void SignInWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int side = pageMargin(width());
    m_bar->setContentsMargins(side, look::zoomed(look::space4), side, look::space1);
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
    connect(m_back, &LinkButton::clicked, &m_controller, &SignInController::goBack);
    connect(m_backToAccount, &LinkButton::clicked, this, &SignInWindow::backRequested);
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
    connect(m_progress, &ProgressPage::linkRequested, this, &SignInWindow::copyOpenLink);
    connect(m_progress, &ProgressPage::pageRequested, this, openInBrowser);
    connect(m_progress, &ProgressPage::codeRequested, &m_controller,
            [this] { m_session.signInAttempt() ? m_controller.offerCode() : m_controller.signIn(SignInWay::DeviceCode); });
}

void SignInWindow::offerBack(const std::optional<AccountRecord> &account)
{
    m_backToAccount->setVisible(account.has_value());
    if (!account)
        return;
    QString text = tr("Back to %1").arg(shortened(account->identity.login));
    m_backToAccount->setAccessibleName(text);
    m_backToAccount->setText(text.replace(QLatin1Char('&'), QStringLiteral("&&")));
    turnTo(*m_page); // A new text has taken the shortcut away.
}

void SignInWindow::offerRealSignIn()
{
    auto *button = new LinkButton(tr("Sign in for real"), this);
    button->setObjectName(QStringLiteral("realSignInButton"));
    button->setAccessibleName(button->text());
    m_bar->addWidget(button);
    connect(button, &LinkButton::clicked, this, &SignInWindow::realSignInRequested);
}

void SignInWindow::closeEvent(QCloseEvent *event)
{
    if (!m_backToAccount->isVisibleTo(this))
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
        m_pageAlert->clear();
    showNotice();
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
    m_back->setVisible(isBackShown);
    m_back->setShortcut(isBackShown ? QKeySequence(Qt::Key_Escape) : QKeySequence());
    m_backToAccount->setShortcut(isFirst ? QKeySequence(Qt::Key_Escape) : QKeySequence());
    m_bar->setStretch(1, isBackShown ? 1 : 0);
    m_bar->setStretch(3, isBackShown ? 0 : 1);
    m_keychain->setVisible(isWindow() && (page == SignInPage::Welcome || page == SignInPage::Ways || isFirst));
}

void SignInWindow::begin(SignInPage page)
{
    const SignInSituation situation = m_controller.situation();
    switch (page) {
    case SignInPage::Welcome: return m_welcome->begin();
    case SignInPage::Ways: return m_ways->focusWay(m_controller.nextWay());
    case SignInPage::Token: return situation.opened ? m_token->begin() : m_token->tryAgain();
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

void SignInWindow::showNotice()
{
    const auto error = m_controller.situation().error;
    const QString text = error ? words::signInError(*error, m_session.provider()) : m_controller.message();
    if (text.isEmpty() || m_page == SignInPage::Progress)
        return m_notice->clear();
    m_notice->say(text, error ? InlineAlert::Tone::Attention : InlineAlert::Tone::Info);
    offerHelp(error);
}

/// The button of the alert: the last one that fits.
void SignInWindow::offerHelp(const std::optional<Error> &error)
{
    if (!error && m_controller.isMessageAboutEnd() && m_page == SignInPage::Welcome)
        m_notice->offer(tr("Sign in again"), [this] { m_controller.chooseProvider(); });
    if (!error && !m_controller.messagePage().isEmpty())
        m_notice->offerPage(m_controller.messagePage());
    if (error && !error->page.isEmpty())
        m_notice->offerPage(error->page);
    if (error && words::isCuredByUnlocking(*error))
        m_notice->offer(tr("Try again"), [this] { m_session.restore(); });
    if (m_controller.canUseNamedIssuer())
        m_notice->offer(tr("Use that address"), [this] { m_controller.useNamedIssuer(); });
    if (error && oauth::errorcode::isAboutClient(*error))
        m_notice->offer(tr("Change…"), [this] { m_controller.openPage(SignInPage::Connect); });
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
    showNotice();
    m_ways->focusWay(m_controller.nextWay());
}

void SignInWindow::copyOpenLink() const
{
    if (const SignIn *attempt = m_session.signInAttempt())
        QGuiApplication::clipboard()->setText(attempt->authorizationRequest().toString(QUrl::FullyEncoded));
}

#include "moc_signinwindow.cpp"
