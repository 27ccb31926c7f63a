// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/signinpagestack.h"

#include "browser/openpage.h"
#include "gui/signin/pages/confirmpage.h"
#include "gui/signin/pages/connectpage.h"
#include "gui/signin/pages/hostpage.h"
#include "gui/signin/pages/progresspage.h"
#include "gui/signin/pages/tokenpage.h"
#include "gui/signin/pages/wayspage.h"
#include "gui/signin/pages/welcomepage.h"
#include "gui/signin/parts/providerglyph.h"
#include "gui/signin/parts/signinheading.h"
#include "gui/signin/signincontroller.h"
#include "gui/words/words.h"

SignInPageStack::SignInPageStack(SignInController &controller, const SignInSetup &setup, QWidget *parent)
    : QStackedWidget(parent), m_controller(controller)
{
    setObjectName(QStringLiteral("pages"));
    const auto add = [this](auto *page, const char *objectName) {
        page->setObjectName(QLatin1String(objectName));
        addWidget(page);
        return page;
    };
    m_welcome = add(new WelcomePage(this), "welcomePage");
    m_ways = add(new WaysPage(this), "waysPage");
    m_token = add(new TokenPage(this), "tokenPage");
    m_host = add(new HostPage(this), "hostPage");
    m_connect = add(new ConnectPage(this), "connectPage");
    m_confirm = add(new ConfirmPage(this), "confirmPage");
    m_progress = add(new ProgressPage(this), "progressPage");
    if (setup.catalog) {
        m_welcome->setCatalog(*setup.catalog);
        m_host->setCatalog(*setup.catalog);
    }
    if (setup.offersDemo)
        m_welcome->offerDemo();
    connectFirstPages();
    connectAttempt();
    showProvider();
}

void SignInPageStack::connectFirstPages()
{
    RegistrationFlow &registration = m_controller.registration();
    const auto openInBrowser = [this](const QUrl &page) { openPage(page, this); };
    connect(m_welcome, &WelcomePage::providerChosen, &registration, &RegistrationFlow::open);
    connect(m_welcome, &WelcomePage::demoRequested, this, &SignInPageStack::demoRequested);
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
    connect(m_host, &HostPage::providerChosen, &registration, &RegistrationFlow::open);
    m_connect->setFlow(registration);
    connect(m_connect, &ConnectPage::pageRequested, this, openInBrowser);
}

void SignInPageStack::connectAttempt()
{
    const auto openInBrowser = [this](const QUrl &page) { openPage(page, this); };
    connect(m_token, &TokenPage::pageRequested, this, openInBrowser);
    connect(m_token, &TokenPage::tokenGiven, &m_controller, &SignInController::checkToken);
    connect(m_confirm, &ConfirmPage::confirmed, &m_controller, &SignInController::keepToken);
    connect(m_progress, &ProgressPage::cancelRequested, &m_controller, &SignInController::goBack);
    connect(m_progress, &ProgressPage::linkRequested, &m_controller, &SignInController::copyLink);
    connect(m_progress, &ProgressPage::pageRequested, this, openInBrowser);
    connect(m_progress, &ProgressPage::codeRequested, &m_controller, &SignInController::requestCode);
    connect(&m_controller, &SignInController::linkRequired, m_progress, &ProgressPage::pointOutLink);
}

SteadyPage *SignInPageStack::widgetOf(SignInPage page) const
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

SteadyPage &SignInPageStack::turnTo(SignInPage page)
{
    SteadyPage *shown = widgetOf(page);
    setCurrentWidget(shown);
    return *shown;
}

void SignInPageStack::begin(SignInPage page)
{
    const SignInSituation situation = m_controller.situation();
    switch (page) {
    case SignInPage::Welcome: return m_welcome->begin();
    case SignInPage::Ways: return focusWays();
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

void SignInPageStack::showHeading(SignInPage page, SignInHeading &heading) const
{
    if (page == SignInPage::Host)
        return heading.say(look::Glyph::Server, m_host->heading(), m_host->advice());
    const Provider &provider = m_controller.provider();
    const QString title = page == SignInPage::Connect ? tr("Connect Latchkey to %1") : tr("Sign in to %1");
    heading.say(glyphOf(provider), title.arg(provider.name), provider.host());
}

void SignInPageStack::showProvider()
{
    const Provider &provider = m_controller.provider();
    m_token->setProvider(provider);
    m_connect->setProvider(provider);
    m_ways->setProvider(provider);
    showWays();
}

void SignInPageStack::showWays()
{
    m_ways->setCliLogin(m_controller.cliLogin());
    m_ways->setWays(m_controller.ways());
}

void SignInPageStack::showProgress()
{
    const Session &session = m_controller.session();
    const SignInSituation situation = m_controller.situation();
    if (isCodeExpired(situation))
        m_progress->showExpiredCode(words::signInError(*situation.error, session.provider()));
    else if (const SignIn *attempt = session.signInAttempt())
        m_progress->showAttempt(*attempt);
    else if (session.state() == Session::State::Restoring)
        m_progress->showWaiting(tr("Waiting for your keychain…"));
}

void SignInPageStack::showToken()
{
    if (const SignIn *attempt = m_controller.session().signInAttempt())
        m_confirm->show(*attempt);
}

void SignInPageStack::focusWays()
{
    m_ways->focusWay(m_controller.nextWay());
}

void SignInPageStack::finishStart()
{
    m_welcome->showIcon();
}

#include "moc_signinpagestack.cpp"
