// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signinwindow.h"

#include "gui/noticebar.h"
#include "gui/words.h"
#include "ui_signinwindow.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QIcon>
#include <QTimer>

namespace {

/// The login view starts ahead of the click, but not before this window is there.
constexpr std::chrono::milliseconds afterFirstPaint(150);

/// True where another try on this machine can only fail.
bool isPermanent(const Error &error)
{
    return error.code == QLatin1String("missing") || error.code == QLatin1String("root_without_sandbox")
        || error.code == QLatin1String("no_user_namespaces");
}

void enlarge(QWidget *widget, qreal factor, bool isBold)
{
    QFont font = widget->font();
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setBold(isBold);
    widget->setFont(font);
}

} // namespace

SignInWindow::SignInWindow(Session &session, const SignInWays &ways)
    : m_session(session), m_ways(ways), m_ui(std::make_unique<Ui::SignInWindow>())
{
    m_ui->setupUi(this);
    m_ui->iconLabel->setPixmap(QGuiApplication::windowIcon().pixmap(72, 72));
    m_ui->headingLabel->setText(tr("Sign in to %1").arg(session.provider().name));
    m_ui->hostLabel->setText(session.provider().host());
    enlarge(m_ui->headingLabel, 1.6, true);
    enlarge(m_ui->signInHereButton, 1.1, true);
    for (QPushButton *button : {m_ui->signInHereButton, m_ui->signInWithBrowserButton})
        button->setMinimumHeight(44);

    connect(m_ui->signInHereButton, &QPushButton::clicked, this, &SignInWindow::signInHere);
    connect(m_ui->signInWithBrowserButton, &QPushButton::clicked, this, &SignInWindow::signInWithBrowser);
    connect(m_ui->copyLinkButton, &QPushButton::clicked, this, [this] { signIn(m_ways.clipboard); });
    connect(m_ui->copyOpenLinkButton, &QPushButton::clicked, this, &SignInWindow::copyOpenLink);
    connect(m_ui->cancelButton, &QPushButton::clicked, &m_session, &Session::cancelSignIn);
    connect(m_ui->diagnosticsButton, &QPushButton::clicked, this, &SignInWindow::diagnosticsRequested);
    connect(&m_session, &Session::stateChanged, this, &SignInWindow::showSession);
    connect(&m_session, &Session::signInProgressed, this, &SignInWindow::showProgress);
    connect(&m_ways.embedded, &oauth::UserAgent::failed, this, &SignInWindow::showEmbeddedTrouble);
    if (const auto end = m_session.lastEnd())
        m_message = words::sessionEnd(*end, m_session.provider());
    showSession();
}

SignInWindow::~SignInWindow() = default;

void SignInWindow::say(const QString &text)
{
    m_message = text;
    showSession();
}

void SignInWindow::signInHere()
{
    signIn(m_ways.embedded);
}

void SignInWindow::signInWithBrowser()
{
    signIn(m_ways.external);
}

void SignInWindow::signIn(oauth::UserAgent &userAgent)
{
    m_message.clear();
    if (m_session.provider().hasClientId())
        m_session.signIn(userAgent);
}

void SignInWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isEmbeddedPrepared || !m_session.provider().hasClientId())
        return;
    m_isEmbeddedPrepared = true;
    QTimer::singleShot(afterFirstPaint, this, [this] { m_ways.embedded.prepare(); });
}

void SignInWindow::showSession()
{
    switch (m_session.state()) {
    case Session::State::SigningIn:
    case Session::State::Restoring: return showProgress();
    case Session::State::SignedOut: return m_session.provider().hasClientId() ? showWays() : showUnregistered();
    case Session::State::SignedIn: break; // The gate closes this window.
    }
}

void SignInWindow::showWays()
{
    const auto &trouble = m_session.trouble();
    const QString text = trouble ? words::signInTrouble(*trouble, m_session.provider()) : m_message;
    if (text.isEmpty())
        m_ui->noticeBar->clear();
    else
        m_ui->noticeBar->say(text, trouble ? NoticeBar::Tone::Warning : NoticeBar::Tone::Plain);
    m_ui->pages->setCurrentWidget(m_ui->waysPage);
    const bool isEmbeddedFirst = m_ui->signInHereButton->isEnabled();
    (isEmbeddedFirst ? m_ui->signInHereButton : m_ui->signInWithBrowserButton)->setFocus();
}

void SignInWindow::showProgress()
{
    const SignIn *attempt = m_session.signInAttempt();
    if (m_session.state() == Session::State::Restoring)
        m_ui->progressLabel->setText(tr("Waiting for your keychain…"));
    else if (attempt)
        m_ui->progressLabel->setText(words::signInStep(attempt->step(), m_session.provider()));
    const bool hasLink = attempt && !attempt->authorizationRequest().isEmpty();
    m_ui->copyOpenLinkButton->setVisible(hasLink);
    m_ui->copyOpenLinkButton->setText(tr("&Copy sign-in link"));
    m_ui->noticeBar->clear();
    m_ui->pages->setCurrentWidget(m_ui->progressPage);
    m_ui->cancelButton->setFocus();
}

void SignInWindow::showUnregistered()
{
    m_ui->noticeBar->clear();
    m_ui->unregisteredLabel->setText(
        tr("<p>This copy of Latchkey is not registered with %1 yet. To use it there:</p>"
           "<ol><li>Register an OAuth app in <a href=\"https://github.com/settings/applications/new\">your settings at "
           "GitHub</a>, with the callback URL <code>http://127.0.0.1%2</code>.</li>"
           "<li>Write its client id and client secret to the file <code>latchkey/providers/%3.json</code> in your "
           "configuration folder:<br><code>{ \"id\": \"%3\", \"name\": \"%1\", \"client_id\": \"…\", "
           "\"client_secret\": \"…\" }</code></li>"
           "<li>Start Latchkey again.</li></ol>"
           "<p>To try Latchkey without any of this, start <code>latchkey --demo</code>.</p>")
            .arg(m_session.provider().name.toHtmlEscaped(), m_session.provider().client.redirectPath.toHtmlEscaped(),
                 m_session.provider().id.toHtmlEscaped()));
    m_ui->pages->setCurrentWidget(m_ui->unregisteredPage);
}

/// The login view cannot be had: the browser becomes the way that Enter takes.
void SignInWindow::showEmbeddedTrouble(const Error &error)
{
    if (isPermanent(error)) {
        m_ui->signInHereButton->setEnabled(false);
        m_ui->signInHereButton->setToolTip(words::loginViewTrouble(error));
    }
    if (m_session.state() != Session::State::SignedOut)
        return; // An attempt that it ends says so itself.
    m_message = words::loginViewTrouble(error);
    showWays();
    m_ui->signInWithBrowserButton->setFocus();
}

void SignInWindow::copyOpenLink()
{
    if (const SignIn *attempt = m_session.signInAttempt()) {
        QGuiApplication::clipboard()->setText(attempt->authorizationRequest().toString(QUrl::FullyEncoded));
        m_ui->copyOpenLinkButton->setText(tr("Copied: paste it into a browser on this computer"));
    }
}
