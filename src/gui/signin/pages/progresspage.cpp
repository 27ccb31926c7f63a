// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/pages/progresspage.h"

#include "gui/controls/focusring.h"
#include "gui/controls/labels.h"
#include "gui/controls/linklabel.h"
#include "gui/controls/primarybutton.h"
#include "gui/look/measures.h"
#include "gui/signin/parts/devicecodeview.h"
#include "gui/signin/parts/numberedstep.h"
#include "gui/words/words.h"
#include "oauth/errorcodes.h"

#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

ProgressPage::ProgressPage(QWidget *parent)
    : SteadyPage(parent), m_label(new WrappingLabel(this)), m_bar(new QProgressBar(this)), m_steps(new QWidget(this)),
      m_code(new DeviceCodeView(this)), m_link(new LinkButton(tr("Copy sign-in link"), this)),
      m_codeBeside(new LinkButton(tr("Use a code instead"), this)), m_open(new PrimaryButton(tr("Open the page"), this)),
      m_newCode(new PrimaryButton(tr("New code"), this)), m_cancel(new QPushButton(tr("Cancel"), this))
{
    paintOwnFocusRing(*this); // None: it has the focus so that Enter does nothing.
    setAccessibleName(tr("Progress of the sign-in"));
    addParts();
    connect(m_cancel, &QPushButton::clicked, this, &ProgressPage::cancelRequested);
    connect(m_codeBeside, &LinkButton::clicked, this, &ProgressPage::codeRequested);
    connect(m_newCode, &PrimaryButton::clicked, this, &ProgressPage::codeRequested);
    connect(m_open, &PrimaryButton::clicked, this, [this] {
        m_code->noteOpened();
        Q_EMIT pageRequested(m_code->page());
    });
    connect(m_link, &LinkButton::clicked, this, [this] {
        Q_EMIT linkRequested();
        noteCopied();
    });
}

void ProgressPage::addParts()
{
    const auto name = [](QWidget *widget, const char *objectName, const QString &accessibleName) {
        widget->setObjectName(QLatin1String(objectName));
        widget->setAccessibleName(accessibleName);
    };
    m_label->setObjectName(QStringLiteral("progressLabel"));
    m_label->setAlignment(Qt::AlignHCenter);
    name(m_bar, "progressBar", tr("Working"));
    name(m_link, "copyOpenLinkButton", tr("Copy the link of this sign-in"));
    name(m_codeBeside, "codeBesideButton", tr("Use a code instead"));
    name(m_open, "openPageButton", tr("Open the page for the code"));
    name(m_newCode, "newCodeButton", tr("New code"));
    name(m_cancel, "cancelButton", tr("Cancel"));
    m_link->setToolTip(tr("For a browser or profile of your choice on this computer"));
    m_codeBeside->setToolTip(tr("The page stays open; whichever you finish first counts"));
    m_cancel->setShortcut(Qt::Key_Escape);
    m_cancel->setAutoDefault(true);
    m_cancel->setMinimumHeight(look::zoomed(look::controlHeight));
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(look::zoomed(4));
    m_signInStep = new NumberedStep(1, tr("Sign in on the page that opened."), m_steps);
    m_allowStep = new NumberedStep(2, tr("Allow access for Latchkey."), m_steps);
    auto *steps = new QVBoxLayout(m_steps);
    steps->setContentsMargins(0, look::space4, 0, look::space4);
    steps->setSpacing(look::zoomed(look::space4));
    steps->addWidget(m_signInStep);
    steps->addWidget(m_allowStep);
    steps->addWidget(new NumberedStep(3, tr("Come back here. Latchkey goes on from there."), m_steps));
    for (QWidget *part : std::initializer_list<QWidget *>{m_label, m_bar, m_steps, m_code})
        body()->addWidget(part);
    for (QWidget *link : {m_link, m_codeBeside})
        body()->addWidget(link, 0, Qt::AlignHCenter);
    for (QWidget *button : std::initializer_list<QWidget *>{m_open, m_newCode, m_cancel})
        bottom()->addWidget(button);
}

/// No button has the focus: a second Enter must not cancel the attempt.
void ProgressPage::begin()
{
    m_isCopied = false;
    setFocus();
}

void ProgressPage::noteCopied()
{
    m_isCopied = true;
    showLink(!m_link->isHidden());
}

void ProgressPage::showWaiting(const QString &text)
{
    m_label->setText(text);
    m_bar->show();
    m_steps->hide();
    m_codeBeside->hide();
    showCodeView(false);
    showLink(false);
}

void ProgressPage::showAttempt(const SignIn &attempt)
{
    m_label->setText(words::signInStep(attempt.step(), attempt.provider()));
    m_bar->show();
    if (attempt.redirectError())
        m_label->setText(words::signInError(*attempt.redirectError(), attempt.provider()));
    const bool hasLink = !attempt.authorizationRequest().isEmpty();
    showLink(hasLink);
    m_codeBeside->setVisible(hasLink && attempt.canOfferDeviceCode());
    showCode(attempt);
    showSteps(attempt, hasLink);
}

void ProgressPage::showSteps(const SignIn &attempt, bool isPageOpen)
{
    const bool isDone = attempt.step() > SignIn::Step::Authorizing;
    const bool isByPage = ::isByPage(attempt.request().way) && (isPageOpen || isDone);
    m_signInStep->setDone(isDone);
    m_allowStep->setDone(isDone);
    m_steps->setVisible(isByPage && m_code->isHidden());
}

void ProgressPage::showCode(const SignIn &attempt)
{
    const auto authorization = attempt.deviceAuthorization();
    const auto &error = attempt.deviceError();
    const bool isExpired = error && error->code == oauth::errorcode::expiredToken;
    const bool isOnlyWay = attempt.request().way == SignInWay::DeviceCode;
    if (authorization)
        m_code->present(*authorization, isOnlyWay); // Beside a page, the clipboard may hold its link.
    else if (isExpired)
        m_code->presentExpired();
    else if (error)
        m_label->setText(words::signInError(*error, attempt.provider()));
    const bool isShown = authorization || isExpired;
    PrimaryButton *next = m_code->isValid() ? m_open : m_newCode;
    const bool isNew = next->isHidden();
    showCodeView(isShown);
    if (isShown)
        m_codeBeside->hide();
    if (isShown && isOnlyWay && isNew)
        next->setFocus();
}

void ProgressPage::showCodeView(bool isShown)
{
    m_code->setVisible(isShown);
    m_open->setVisible(isShown && m_code->isValid());
    m_newCode->setVisible(isShown && !m_code->isValid());
}

void ProgressPage::showExpiredCode(const QString &text)
{
    showWaiting(text);
    m_bar->hide();
    m_code->presentExpired();
    showCodeView(true);
    m_newCode->setFocus();
}

void ProgressPage::pointOutLink()
{
    m_label->setText(tr("Still waiting. If no page opened, copy the link into a browser."));
}

void ProgressPage::showLink(bool isShown)
{
    m_link->setVisible(isShown);
    m_link->setText(m_isCopied ? tr("Copied. Paste it into a browser here.") : tr("Copy sign-in link"));
}

#include "moc_progresspage.cpp"
