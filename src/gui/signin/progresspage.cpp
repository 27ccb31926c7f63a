// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/progresspage.h"

#include "gui/parts/words.h"
#include "oauth/errorcodes.h"
#include "ui_progresspage.h"

ProgressPage::ProgressPage(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::ProgressPage>())
{
    m_ui->setupUi(this);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Progress of the sign-in"));
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &ProgressPage::cancelRequested);
    connect(m_ui->codeBesideButton, &QPushButton::clicked, this, &ProgressPage::codeRequested);
    connect(m_ui->copyOpenLinkButton, &QPushButton::clicked, this, [this] {
        Q_EMIT linkRequested();
        noteCopied();
    });
    connect(m_ui->deviceCodeView, &DeviceCodeView::newCodeRequested, this, &ProgressPage::codeRequested);
    connect(m_ui->deviceCodeView, &DeviceCodeView::pageRequested, this, &ProgressPage::pageRequested);
}

ProgressPage::~ProgressPage() = default;

/// No button has the focus: a second Enter must not cancel the attempt.
void ProgressPage::begin()
{
    m_isCopied = false;
    setFocus();
}

void ProgressPage::noteCopied()
{
    m_isCopied = true;
    showLink(!m_ui->copyOpenLinkButton->isHidden());
}

void ProgressPage::showWaiting(const QString &text)
{
    m_ui->progressLabel->setText(text);
    m_ui->progressBar->show();
    m_ui->deviceCodeView->hide();
    m_ui->codeBesideButton->hide();
    showLink(false);
}

void ProgressPage::showAttempt(const SignIn &attempt)
{
    m_ui->progressLabel->setText(words::signInStep(attempt.step(), attempt.provider()));
    m_ui->progressBar->show();
    if (attempt.redirectError())
        m_ui->progressLabel->setText(words::signInError(*attempt.redirectError(), attempt.provider()));
    const bool hasLink = !attempt.authorizationRequest().isEmpty();
    showLink(hasLink);
    m_ui->codeBesideButton->setVisible(hasLink && attempt.canOfferDeviceCode());
    showCode(attempt);
}

void ProgressPage::showCode(const SignIn &attempt)
{
    const auto authorization = attempt.deviceAuthorization();
    const auto &error = attempt.deviceError();
    const bool isExpired = error && error->code == oauth::errorcode::expiredToken;
    if (authorization)
        m_ui->deviceCodeView->present(*authorization);
    else if (isExpired)
        m_ui->deviceCodeView->presentExpired();
    else if (error)
        m_ui->progressLabel->setText(words::signInError(*error, attempt.provider()));
    const bool isShown = authorization || isExpired;
    m_ui->deviceCodeView->setVisible(isShown);
    if (isShown)
        m_ui->codeBesideButton->hide();
    if (isShown && attempt.request().way == SignInWay::DeviceCode)
        m_ui->deviceCodeView->focusNext();
}

void ProgressPage::showExpiredCode(const QString &text)
{
    showWaiting(text);
    m_ui->progressBar->hide();
    m_ui->deviceCodeView->show();
    m_ui->deviceCodeView->presentExpired();
}

void ProgressPage::pointOutLink()
{
    m_ui->progressLabel->setText(tr("Still waiting. If no page has opened, copy the link and paste it into a browser."));
}

void ProgressPage::showLink(bool isShown)
{
    m_ui->copyOpenLinkButton->setVisible(isShown);
    m_ui->copyOpenLinkButton->setText(m_isCopied ? tr("Copied. Paste it into a browser here.") : tr("&Copy sign-in link"));
}

#include "moc_progresspage.cpp"
