// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/signinwindow.h"

#include "browser/openpage.h"
#include "gui/parts/firstsize.h"
#include "gui/parts/labels.h"
#include "gui/parts/inlinealert.h"
#include "gui/parts/linklabel.h"
#include "gui/parts/pagealert.h"
#include "gui/parts/words.h"
#include "gui/start/firstpaint.h"
#include "oauth/errorcodes.h"
#include "ui_signinwindow.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QIcon>

namespace {

constexpr int iconSide = 72;
constexpr int usualWidth = 460;
constexpr int sideMargin = 40;
constexpr int narrowSideMargin = 16;

QFont scaled(QFont font, qreal factor, bool isBold)
{
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setBold(isBold);
    return font;
}

} // namespace

SignInWindow::SignInWindow(Session &session, const SignInSetup &setup)
    : m_controller(session, setup), m_session(session), m_ui(std::make_unique<Ui::SignInWindow>())
{
    m_ui->setupUi(this);
    fitToScreen(*this);
    setUpAppearance();
    m_ui->otherHostButton->setVisible(setup.catalog);
    if (setup.catalog)
        m_ui->hostPage->setCatalog(*setup.catalog);
    m_ui->outerLayout->insertWidget(m_ui->outerLayout->indexOf(m_ui->noticeBar), new PageAlert(this));
    connectPages();
    connect(m_ui->backToAccountButton, &QPushButton::clicked, this, &SignInWindow::backRequested);
    connect(m_ui->diagnosticsButton, &QPushButton::clicked, this, &SignInWindow::diagnosticsRequested);
    connect(&m_controller, &SignInController::changed, this, &SignInWindow::refresh);
    connect(&m_controller, &SignInController::providerChanged, this, &SignInWindow::showProvider);
    connect(&m_controller, &SignInController::waysChanged, this, [this] {
        m_ui->waysPage->setCliLogin(m_controller.cliLogin());
        m_ui->waysPage->setWays(m_controller.ways());
    });
    connect(&m_controller, &SignInController::loginViewFailed, this, &SignInWindow::showLoginViewError);
    showProvider();
    refresh();
    afterFirstPaint(*this, this, [this] {
        // Reading a picture makes Qt load the readers of all formats.
        m_ui->iconLabel->setPixmap(QIcon(QStringLiteral(":/icons/latchkey-128.png")).pixmap(iconSide, iconSide));
        m_controller.prepareLoginView();
        m_controller.findCliSignIn();
    });
}

SignInWindow::~SignInWindow() = default;

void SignInWindow::setUpAppearance()
{
    m_ui->iconLabel->setMinimumHeight(iconSide);
    m_ui->headingLabel->setFont(scaled(font(), 1.6, true));
    m_ui->promiseLabel->setFont(scaled(font(), 0.92, false));
    // All pages start at the same height, whatever the tallest one needs.
    for (int i = 0; i < m_ui->pages->count(); ++i)
        static_cast<QBoxLayout *>(m_ui->pages->widget(i)->layout())->addStretch();
}

void SignInWindow::connectPages()
{
    const auto openInBrowser = [this](const QUrl &page) { openPage(page, this); };
    connect(m_ui->otherHostButton, &QPushButton::clicked, &m_controller, [this] { m_controller.openPage(SignInPage::Host); });
    connect(m_ui->waysPage, &WaysPage::wayRequested, &m_controller, &SignInController::signIn);
    connect(m_ui->progressPage, &ProgressPage::cancelRequested, &m_controller, &SignInController::goBack);
    connect(m_ui->progressPage, &ProgressPage::linkRequested, this, &SignInWindow::copyOpenLink);
    connect(m_ui->progressPage, &ProgressPage::pageRequested, this, openInBrowser);
    connect(m_ui->progressPage, &ProgressPage::codeRequested, &m_controller,
            [this] { m_session.signInAttempt() ? m_controller.offerCode() : m_controller.signIn(SignInWay::DeviceCode); });
    connect(&m_controller, &SignInController::linkRequired, m_ui->progressPage, &ProgressPage::pointOutLink);
    connect(m_ui->tokenPage, &TokenPage::pageRequested, this, openInBrowser);
    connect(m_ui->tokenPage, &TokenPage::backRequested, &m_controller, &SignInController::goBack);
    connect(m_ui->tokenPage, &TokenPage::tokenGiven, &m_controller, &SignInController::signInWithToken);
    connect(m_ui->hostPage, &HostPage::providerChosen, &m_controller.registration(), &RegistrationFlow::open);
    connect(m_ui->hostPage, &HostPage::backRequested, &m_controller, &SignInController::goBack);
    m_ui->connectPage->setFlow(m_controller.registration());
    connect(m_ui->connectPage, &ConnectPage::pageRequested, this, openInBrowser);
    connect(m_ui->connectPage, &ConnectPage::tokenRequested, &m_controller, [this] { m_controller.signIn(SignInWay::Token); });
}

void SignInWindow::offerBack(const std::optional<AccountRecord> &account)
{
    m_ui->backToAccountButton->setVisible(account.has_value());
    if (!account)
        return;
    QString text = tr("Back to %1").arg(shortened(account->identity.login));
    m_ui->backToAccountButton->setAccessibleName(text);
    m_ui->backToAccountButton->setText(text.replace(QLatin1Char('&'), QStringLiteral("&&")));
    turnTo(*m_page); // A new text has taken the shortcut away.
}

void SignInWindow::offerRealSignIn()
{
    auto *button = new LinkButton(tr("Sign in for real"), this);
    button->setObjectName(QStringLiteral("realSignInButton"));
    m_ui->outerLayout->insertWidget(m_ui->outerLayout->indexOf(m_ui->noticeBar), button, 0, Qt::AlignHCenter);
    connect(button, &LinkButton::clicked, this, &SignInWindow::realSignInRequested);
}

/// On a small screen the margins give their room to the text.
void SignInWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    QMargins margins = m_ui->outerLayout->contentsMargins();
    const int side = width() < usualWidth ? narrowSideMargin : sideMargin;
    margins.setLeft(side);
    margins.setRight(side);
    m_ui->outerLayout->setContentsMargins(margins);
}

void SignInWindow::closeEvent(QCloseEvent *event)
{
    if (!m_ui->backToAccountButton->isVisibleTo(this))
        return QWidget::closeEvent(event);
    event->ignore();
    Q_EMIT backRequested();
}

QWidget *SignInWindow::widgetOf(SignInPage page) const
{
    switch (page) {
    case SignInPage::Ways: return m_ui->waysPage;
    case SignInPage::Token: return m_ui->tokenPage;
    case SignInPage::Host: return m_ui->hostPage;
    case SignInPage::Connect: return m_ui->connectPage;
    case SignInPage::Progress: break;
    }
    return m_ui->progressPage;
}

void SignInWindow::refresh()
{
    if (m_session.state() == Session::State::SignedIn)
        return; // The gate closes this window.
    const SignInPage page = m_controller.page();
    const bool isNew = m_page != page;
    m_page = page;
    showNotice();
    turnTo(page);
    if (isNew)
        begin(page);
    if (page == SignInPage::Progress)
        showProgress();
}

void SignInWindow::turnTo(SignInPage page)
{
    QWidget *shown = widgetOf(page);
    // A stack is as tall as its tallest page, unless the hidden ones are ignored.
    for (int i = 0; i < m_ui->pages->count(); ++i) {
        QWidget *one = m_ui->pages->widget(i);
        one->setSizePolicy(QSizePolicy::Preferred, one == shown ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    }
    m_ui->pages->setCurrentWidget(shown);
    // The other pages have a back or cancel button, which takes Escape.
    const bool isFirst = page == SignInPage::Ways || page == SignInPage::Connect;
    m_ui->otherHostButton->setEnabled(isFirst);
    m_ui->backToAccountButton->setShortcut(isFirst ? QKeySequence(Qt::Key_Escape) : QKeySequence());
}

void SignInWindow::begin(SignInPage page)
{
    const SignInSituation situation = m_controller.situation();
    switch (page) {
    case SignInPage::Ways: return m_ui->waysPage->focusWay(m_controller.nextWay());
    case SignInPage::Token: return situation.opened ? m_ui->tokenPage->begin() : m_ui->tokenPage->tryAgain();
    case SignInPage::Host: return m_ui->hostPage->begin();
    case SignInPage::Connect: return m_ui->connectPage->begin();
    case SignInPage::Progress:
        m_ui->progressPage->begin();
        if (situation.lastWay == SignInWay::Link)
            m_ui->progressPage->noteCopied();
    }
}

void SignInWindow::showNotice()
{
    const auto error = m_controller.situation().error;
    const QString text = error ? words::signInError(*error, m_session.provider()) : m_controller.message();
    if (text.isEmpty() || m_page == SignInPage::Progress)
        return m_ui->noticeBar->clear();
    m_ui->noticeBar->say(text, error ? InlineAlert::Tone::Attention : InlineAlert::Tone::Info);
    if (!error && !m_controller.messagePage().isEmpty())
        m_ui->noticeBar->offerPage(m_controller.messagePage());
    if (error && !error->page.isEmpty())
        m_ui->noticeBar->offerPage(error->page);
    if (error && words::isCuredByUnlocking(*error))
        m_ui->noticeBar->offer(tr("Try again"), [this] { m_session.restore(); });
    if (m_controller.canUseNamedIssuer())
        m_ui->noticeBar->offer(tr("Use that address"), [this] { m_controller.useNamedIssuer(); });
    if (error && oauth::errorcode::isAboutClient(*error))
        m_ui->noticeBar->offer(tr("Change…"), [this] { m_controller.openPage(SignInPage::Connect); });
}

void SignInWindow::showProgress()
{
    const SignInSituation situation = m_controller.situation();
    if (isCodeExpired(situation))
        m_ui->progressPage->showExpiredCode(words::signInError(*situation.error, m_session.provider()));
    else if (const SignIn *attempt = m_session.signInAttempt())
        m_ui->progressPage->showAttempt(*attempt);
    else if (m_session.state() == Session::State::Restoring)
        m_ui->progressPage->showWaiting(tr("Waiting for your keychain…"));
}

void SignInWindow::showProvider()
{
    const Provider &provider = m_session.provider();
    m_ui->headingLabel->setText(tr("Sign in to %1").arg(provider.name));
    m_ui->hostLabel->setText(provider.host());
    m_ui->tokenPage->setProvider(provider);
    m_ui->connectPage->setProvider(provider);
    m_ui->waysPage->setWays(m_controller.ways());
}

void SignInWindow::showLoginViewError(const Error &error, bool isPermanent)
{
    if (isPermanent) {
        m_ui->waysPage->setLoginViewError(words::userAgentError(error));
        m_ui->waysPage->setWays(m_controller.ways());
    }
    if (m_page != SignInPage::Ways)
        return;
    showNotice();
    m_ui->waysPage->focusWay(m_controller.nextWay());
}

void SignInWindow::copyOpenLink() const
{
    if (const SignIn *attempt = m_session.signInAttempt())
        QGuiApplication::clipboard()->setText(attempt->authorizationRequest().toString(QUrl::FullyEncoded));
}

#include "moc_signinwindow.cpp"
