// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/signinwindow.h"

#include "gui/start/firstpaint.h"
#include "gui/parts/noticebar.h"
#include "gui/parts/words.h"
#include "session/registration/ownregistrations.h"
#include "ui_signinwindow.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QIcon>

namespace {

constexpr int iconSide = 72;

/// True where another try on this machine can only fail.
bool isPermanent(const Error &error)
{
    return error.code == QLatin1String("missing") || error.code == QLatin1String("root_without_sandbox")
        || error.code == QLatin1String("no_user_namespaces");
}

QFont scaled(QFont font, qreal factor, bool isBold)
{
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setBold(isBold);
    return font;
}

} // namespace

SignInWindow::SignInWindow(Session &session, const SignInWays &ways)
    : m_session(session), m_ways(ways), m_ui(std::make_unique<Ui::SignInWindow>())
{
    m_ui->setupUi(this);
    m_ui->iconLabel->setMinimumHeight(iconSide);
    m_ui->headingLabel->setFont(scaled(font(), 1.6, true));
    m_ui->promiseLabel->setFont(scaled(font(), 0.92, false));
    m_ui->waysPage->setCodeFirst(m_ways.isCodeFirst);
    // All pages begin at the same height, whatever the tallest one needs.
    for (int i = 0; i < m_ui->pages->count(); ++i)
        static_cast<QBoxLayout *>(m_ui->pages->widget(i)->layout())->addStretch();
    m_browserPatience.setSingleShot(true);
    m_browserPatience.setInterval(m_ways.browserPatience);
    connect(&m_browserPatience, &QTimer::timeout, this, &SignInWindow::offerCode);
    if (m_ways.catalog)
        m_ui->hostPage->setCatalog(*m_ways.catalog);
    connectPages();
    connect(m_ui->backToAccountButton, &QPushButton::clicked, this, &SignInWindow::backRequested);
    connect(m_ui->diagnosticsButton, &QPushButton::clicked, this, &SignInWindow::diagnosticsRequested);
    connect(&m_session, &Session::stateChanged, this, &SignInWindow::showSession);
    connect(&m_session, &Session::signInProgressed, this, &SignInWindow::showProgress);
    connect(&m_ways.embedded, &oauth::UserAgent::failed, this, &SignInWindow::showEmbeddedError);
    if (const auto end = m_session.lastEnd())
        m_message = words::sessionEnd(*end, m_session.provider());
    showProvider();
    showSession();
    afterFirstPaint(*this, this, [this] {
        // Not earlier: to read one picture, Qt loads its readers for all formats.
        m_ui->iconLabel->setPixmap(QIcon(QStringLiteral(":/icons/latchkey-128.png")).pixmap(iconSide, iconSide));
        prepareEmbedded();
    });
}

SignInWindow::~SignInWindow() = default;

void SignInWindow::connectPages()
{
    const auto open = &QDesktopServices::openUrl;
    connect(m_ui->otherHostButton, &QPushButton::clicked, this, [this] {
        showPage(m_ui->hostPage);
        m_ui->hostPage->begin();
    });
    connect(m_ui->waysPage, &WaysPage::hereRequested, this, &SignInWindow::signInHere);
    connect(m_ui->waysPage, &WaysPage::browserRequested, this, &SignInWindow::signInWithBrowser);
    connect(m_ui->waysPage, &WaysPage::codeRequested, this, &SignInWindow::useCode);
    connect(m_ui->waysPage, &WaysPage::tokenRequested, this, &SignInWindow::askForToken);
    connect(m_ui->waysPage, &WaysPage::linkRequested, this, [this] {
        startPage(m_ways.clipboard, true);
        m_ui->progressPage->noteCopied();
    });
    connect(m_ui->progressPage, &ProgressPage::cancelRequested, this, &SignInWindow::goBack);
    connect(m_ui->progressPage, &ProgressPage::linkRequested, this, &SignInWindow::copyOpenLink);
    connect(m_ui->progressPage, &ProgressPage::pageRequested, this, open);
    connect(m_ui->progressPage, &ProgressPage::codeRequested, this,
            [this] { m_session.signInAttempt() ? offerCode() : useCode(); });
    connect(m_ui->tokenPage, &TokenPage::pageRequested, this, open);
    connect(m_ui->tokenPage, &TokenPage::backRequested, this, &SignInWindow::goBack);
    connect(m_ui->tokenPage, &TokenPage::tokenGiven, this, [this](const QString &token) { start({ByToken{token}}); });
    connect(m_ui->hostPage, &HostPage::providerChosen, this, &SignInWindow::useProvider);
    connect(m_ui->hostPage, &HostPage::backRequested, this, &SignInWindow::goBack);
    connect(m_ui->connectPage, &ConnectPage::pageRequested, this, open);
    connect(m_ui->connectPage, &ConnectPage::registered, this, &SignInWindow::useRegistration);
    connect(m_ui->connectPage, &ConnectPage::tokenRequested, this, &SignInWindow::askForToken);
}

void SignInWindow::say(const QString &text, const QUrl &page)
{
    m_message = text;
    m_messagePage = page;
    showSession();
}

void SignInWindow::offerBack(const std::optional<AccountRecord> &account)
{
    m_ui->backToAccountButton->setVisible(account.has_value());
    if (!account)
        return;
    QString text = tr("Back to %1").arg(account->identity.login);
    m_ui->backToAccountButton->setAccessibleName(text);
    m_ui->backToAccountButton->setText(text.replace(QLatin1Char('&'), QStringLiteral("&&")));
    leaveByEscape();
}

/// Some pages have a button of their own for that.
void SignInWindow::leaveByEscape()
{
    const QWidget *page = m_ui->pages->currentWidget();
    const bool isFree = page == m_ui->waysPage || page == m_ui->connectPage;
    m_ui->backToAccountButton->setShortcut(isFree ? QKeySequence(Qt::Key_Escape) : QKeySequence());
}

void SignInWindow::closeEvent(QCloseEvent *event)
{
    if (!m_ui->backToAccountButton->isVisibleTo(this))
        return QWidget::closeEvent(event);
    event->ignore();
    Q_EMIT backRequested();
}

void SignInWindow::signInBestWay()
{
    if (m_ways.isCodeFirst && m_session.provider().canUseCodes())
        useCode();
    else if (m_session.provider().canUsePages())
        signInHere();
    else
        useCode();
}

void SignInWindow::signInHere()
{
    startPage(m_ways.embedded, false);
}

void SignInWindow::signInWithBrowser()
{
    startPage(m_ways.external, true);
}

void SignInWindow::useCode()
{
    if (m_session.provider().canUseCodes())
        start({ByDeviceCode()});
}

void SignInWindow::askForToken()
{
    m_message.clear();
    showPage(m_ui->tokenPage);
    m_ui->tokenPage->begin();
}

/// A page that is not ours may be behind another window, in another profile, or nowhere.
void SignInWindow::startPage(oauth::UserAgent &userAgent, bool mayGetLost)
{
    if (!m_session.provider().canUsePages())
        return;
    start({ByUserAgent{&userAgent}});
    if (mayGetLost && m_session.signInAttempt())
        m_browserPatience.start();
}

void SignInWindow::start(const SignInRequest &request)
{
    m_message.clear();
    m_browserPatience.stop();
    m_isErrorSeen = false;
    m_isByToken = std::holds_alternative<ByToken>(request.method);
    SignInRequest complete = m_request;
    complete.method = request.method;
    m_session.signIn(complete);
}

/// To all the ways, from wherever the person is.
void SignInWindow::goBack()
{
    m_browserPatience.stop();
    m_isByToken = false;
    m_session.cancelSignIn();
    m_isErrorSeen = true;
    showStart();
}

/// Starts the login view ahead of the click.
void SignInWindow::prepareEmbedded()
{
    if (m_isEmbeddedPrepared || !m_session.provider().canUsePages())
        return;
    m_isEmbeddedPrepared = true;
    m_ways.embedded.prepare();
}

void SignInWindow::showProvider()
{
    const Provider &provider = m_session.provider();
    m_ui->headingLabel->setText(tr("Sign in to %1").arg(provider.name));
    m_ui->hostLabel->setText(provider.host());
    m_ui->otherHostButton->setVisible(m_ways.catalog);
    m_ui->tokenPage->setProvider(provider);
    m_ui->connectPage->setProvider(provider);
    m_ui->waysPage->setProvider(provider);
}

void SignInWindow::useProvider(const Provider &provider)
{
    const auto take = [this](const Provider &complete) {
        m_session.setProvider(complete);
        m_request = {}; // It was about an account of the provider before.
        m_message.clear();
        showProvider();
        showStart();
        prepareEmbedded();
    };
    if (!m_ways.registrations)
        return take(provider);
    m_ways.registrations->completeIfPossible(provider, this, take);
}

void SignInWindow::useRegistration(const Provider &provider)
{
    if (!m_ways.registrations)
        return useProvider(provider);
    m_ways.registrations->keep(provider, this, [this, provider](const Result<KeptRegistration> &kept) {
        if (!kept)
            return m_ui->connectPage->say(words::registrationError(kept.error(), provider));
        m_session.setProvider(kept->provider);
        if (m_ways.catalog)
            m_ways.catalog->add(kept->provider);
        m_messagePage.clear();
        m_message = kept->secretError ? words::storageError(*kept->secretError) : QString();
        showProvider();
        showStart();
        prepareEmbedded();
    });
}

void SignInWindow::showSession()
{
    switch (m_session.state()) {
    case Session::State::SigningIn:
    case Session::State::Restoring: return showProgress();
    case Session::State::SignedOut:
        m_browserPatience.stop();
        return showStart();
    case Session::State::SignedIn: break; // The gate closes this window.
    }
}

void SignInWindow::showStart()
{
    const auto error = this->error();
    showNotice();
    if (error && error->code == QLatin1String("expired_token")) {
        m_ui->noticeBar->clear();
        showPage(m_ui->progressPage);
        return m_ui->progressPage->showExpiredCode(words::signInError(*error, m_session.provider()));
    }
    if (error && m_isByToken) {
        showPage(m_ui->tokenPage);
        return m_ui->tokenPage->tryAgain();
    }
    if (m_session.provider().hasClientId()) {
        showPage(m_ui->waysPage);
        return m_ui->waysPage->focusNext(error);
    }
    showPage(m_ui->connectPage);
    m_ui->connectPage->begin();
}

std::optional<Error> SignInWindow::error() const
{
    return m_isErrorSeen ? std::nullopt : m_session.error();
}

void SignInWindow::showNotice()
{
    const auto error = this->error();
    const QString text = error ? words::signInError(*error, m_session.provider()) : m_message;
    if (text.isEmpty())
        m_ui->noticeBar->clear();
    else
        m_ui->noticeBar->say(text, error ? NoticeBar::Tone::Warning : NoticeBar::Tone::Plain);
    if (!error && !text.isEmpty() && !m_messagePage.isEmpty())
        m_ui->noticeBar->offerPage(m_messagePage);
    if (error && words::isCuredByUnlocking(*error))
        m_ui->noticeBar->offer(tr("Try again"), [this] { m_session.restore(); });
    if (error && words::isAboutRegistration(*error))
        m_ui->noticeBar->offer(tr("Change…"), [this] {
            showPage(m_ui->connectPage);
            m_ui->connectPage->begin();
        });
}

void SignInWindow::showProgress()
{
    m_ui->noticeBar->clear();
    if (m_ui->pages->currentWidget() != m_ui->progressPage) {
        showPage(m_ui->progressPage);
        m_ui->progressPage->begin();
    }
    if (const SignIn *attempt = m_session.signInAttempt())
        m_ui->progressPage->showAttempt(*attempt);
    else if (m_session.state() == Session::State::Restoring)
        m_ui->progressPage->showWaiting(tr("Waiting for your keychain…"));
}

/// The browser has not come back, or the person would rather type a code: the page stays open beside it.
void SignInWindow::offerCode()
{
    m_browserPatience.stop();
    SignIn *attempt = m_session.signInAttempt();
    if (!attempt)
        return;
    if (attempt->canOfferDeviceCode())
        attempt->offerDeviceCode();
    else
        m_ui->progressPage->pointOutLink();
}

void SignInWindow::showPage(QWidget *page)
{
    // A stack is as tall as its tallest page, unless the others do not count.
    for (int i = 0; i < m_ui->pages->count(); ++i) {
        QWidget *one = m_ui->pages->widget(i);
        one->setSizePolicy(QSizePolicy::Preferred, one == page ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    }
    m_ui->pages->setCurrentWidget(page);
    m_ui->otherHostButton->setEnabled(page == m_ui->waysPage || page == m_ui->connectPage);
    leaveByEscape();
}

/// The login view cannot be had: the next best way becomes the one that Enter takes.
void SignInWindow::showEmbeddedError(const Error &error)
{
    if (isPermanent(error))
        m_ui->waysPage->setEmbeddedBroken(words::userAgentError(error));
    if (m_session.state() != Session::State::SignedOut || m_ui->pages->currentWidget() != m_ui->waysPage)
        return; // An attempt that it ends says so itself.
    m_message = words::userAgentError(error);
    m_messagePage.clear();
    showNotice();
    m_ui->waysPage->focusNext(error);
}

void SignInWindow::copyOpenLink() const
{
    if (const SignIn *attempt = m_session.signInAttempt())
        QGuiApplication::clipboard()->setText(attempt->authorizationRequest().toString(QUrl::FullyEncoded));
}

#include "moc_signinwindow.cpp"
