// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/logingate.h"

#include "gui/account/scopesheet.h"
#include "gui/controls/labels.h"
#include "gui/start/firstpaint.h"
#include "gui/windows/comeforward.h"
#include "gui/words/words.h"

#include <QApplication>

namespace {

/// A keychain answers in a few milliseconds, unless it has to ask the person first.
constexpr std::chrono::milliseconds quickKeychain(400);

} // namespace

LoginGate::LoginGate(SessionList &sessions, const SignInSetup &setup)
    : m_sessions(sessions), m_setup(setup), m_tasks(sessions),
      m_isProviderChosen(!setup.beginsAtWelcome)
{
    connect(&m_sessions, &SessionList::currentChanged, this, &LoginGate::showSession);
    connect(&m_sessions, &SessionList::accountsChanged, this, &LoginGate::showAccounts);
    connect(&m_tasks, &AccountTasks::noticed, this, &LoginGate::tell);
    connect(&m_tasks, &AccountTasks::purposeChanged, this, [this] {
        if (SignInWindow *window = m_signIn.window())
            window->controller().setRequest(m_tasks.purpose()->request);
    });
    connect(&m_signIn, &SignInPlace::sheetClosed, &m_tasks, &AccountTasks::goBack);
    m_restoreWait.setSingleShot(true);
    m_restoreWait.setInterval(quickKeychain);
    connect(&m_restoreWait, &QTimer::timeout, this, &LoginGate::showSignInWindow);
}

LoginGate::~LoginGate()
{
    if (m_mainWindow)
        m_place.keep(*m_mainWindow);
}

void LoginGate::open(std::optional<SignInWay> way)
{
    m_wayAtStart = way;
    m_sessions.restore();
}

void LoginGate::openAgain(std::optional<SignInWay> way, const QByteArray &activationToken)
{
    QWidget *window = m_mainWindow ? static_cast<QWidget *>(m_mainWindow.get()) : m_signIn.window();
    if (window)
        comeForward(*window, activationToken);
    // Somebody who is signed in has no use for it, nor does a sign-out much later.
    if (!m_mainWindow)
        m_wayAtStart = way;
    if (m_signIn.window())
        beginAtStart();
}

void LoginGate::turnTo(const Provider &provider)
{
    const Session &current = m_sessions.current();
    if (current.provider().id == provider.id && current.state() != Session::State::SignedOut)
        return;
    const QList<AccountRecord> accounts = m_sessions.accounts();
    for (const AccountRecord &account : accounts) {
        if (account.providerId == provider.id)
            return m_sessions.select(account.key());
    }
    m_tasks.forgetPurpose();
    m_isProviderChosen = true;
    m_signIn.forgetSession(); // It shows the other provider.
    m_sessions.add(provider);
}

void LoginGate::tell(const Notice &notice)
{
    m_notice.add(notice);
    showNotice();
}

void LoginGate::showNotice()
{
    if (SignInWindow *window = m_signIn.separateWindow())
        m_notice.showIn(window->controller());
    else if (m_mainWindow)
        m_notice.showIn(*m_mainWindow);
}

/// The current account comes first; the sessions of the others are restored after the first paint.
void LoginGate::watchFirstPaint(QWidget &window)
{
    afterFirstPaint(window, this, [this] {
        if (!std::exchange(m_isPainted, true))
            Q_EMIT painted();
        m_sessions.restoreOthers();
    });
}

void LoginGate::showSession()
{
    m_restoreWait.stop();
    switch (m_sessions.current().state()) {
    case Session::State::Restoring: return m_restoreWait.start();
    case Session::State::SignedIn: return showMainWindow();
    case Session::State::SigningIn:
        m_tasks.noteAttempt();
        return showSignInWindow();
    case Session::State::SignedOut: return m_tasks.isGivenUp() ? m_tasks.goBack() : showSignInWindow();
    }
}

void LoginGate::showSignInWindow()
{
    if (m_signIn.shows(m_sessions.current()))
        return;
    SignInWindow &window = m_signIn.open(m_sessions.current(), m_setup);
    connect(&window, &SignInWindow::diagnosticsRequested, this, &LoginGate::diagnosticsRequested);
    connect(&window, &SignInWindow::settingsRequested, this, &LoginGate::settingsRequested);
    connect(&window, &SignInWindow::zoomRequested, this, &LoginGate::zoomRequested);
    connect(&window, &SignInWindow::demoRequested, this, &LoginGate::demoRequested);
    connect(&window, &SignInWindow::realSignInRequested, this, &LoginGate::realSignInRequested);
    connect(&window, &SignInWindow::backRequested, &m_tasks, &AccountTasks::goBack);
    if (std::exchange(m_isProviderChosen, !m_setup.beginsAtWelcome))
        window.controller().chooseProvider();
    if (const auto &purpose = m_tasks.purpose()) {
        if (purpose->account)
            window.controller().chooseProvider();
        window.controller().setRequest(purpose->request);
        window.controller().say({}); // The end of the last session is no news here.
    }
    if (m_tasks.keepsAccount() && m_mainWindow && m_mainAccount)
        return m_signIn.layOver(m_mainWindow.get(), sheetTitle());
    if (m_offersRealSignIn)
        window.offerRealSignIn();
    showNotice();
    showAccounts();
    watchFirstPaint(window);
    window.show();
    putAwayMainWindow();
    beginAtStart();
}

QString LoginGate::sheetTitle() const
{
    const QString server = shortened(m_sessions.current().provider().name);
    return m_tasks.purpose()->scopes.isEmpty() ? tr("Sign in again") : tr("Allow more on %1").arg(server);
}

void LoginGate::beginAtStart()
{
    if (m_sessions.current().state() != Session::State::SignedOut)
        return;
    if (const auto way = std::exchange(m_wayAtStart, std::nullopt))
        m_signIn.window()->controller().signIn(*way);
}

void LoginGate::showMainWindow()
{
    m_wayAtStart.reset();
    m_setup.loginView.dismiss(); // It may have been prepared in vain.
    if (showsCurrentAccount()) {
        m_pageAfterwards.reset();
        m_tasks.forgetPurpose();
        m_signIn.putAway();
        return showNotice();
    }
    putAwayMainWindow();
    m_mainAccount = m_sessions.current().account();
    connect(m_mainAccount, &QObject::destroyed, this, &LoginGate::noteAccountGone);
    m_mainWindow = std::make_unique<MainWindow>(*m_mainAccount);
    m_place.restore(*m_mainWindow);
    m_mainWindow->turnTo(std::exchange(m_pageAfterwards, std::nullopt).value_or(m_startPage));
    connectMainWindow();
    if (m_offersRealSignIn)
        m_mainWindow->offerRealSignIn();
    if (m_menuEntry)
        m_mainWindow->offerMenuEntry(*m_menuEntry);
    showAccounts();
    const auto outcome = m_tasks.finish(*m_sessions.current().account());
    watchFirstPaint(*m_mainWindow);
    if (m_signIn.window())
        m_mainWindow->ask();
    comeForward(*m_mainWindow);
    m_signIn.putAway();
    showNotice();
    if (outcome)
        tell(*outcome);
}

void LoginGate::putAwayMainWindow()
{
    if (!m_mainWindow)
        return;
    m_place.keep(*m_mainWindow);
    // It may be the sender of the signal being handled.
    m_mainWindow->hide();
    m_mainWindow.release()->deleteLater();
}

bool LoginGate::showsCurrentAccount() const
{
    return m_mainWindow && m_mainAccount && m_mainAccount == m_sessions.current().account();
}

/// The session of the main window may end while the person is about to sign in over it.
void LoginGate::noteAccountGone()
{
    if (!m_mainWindow || m_mainAccount)
        return;
    if (m_signIn.isOverWindow()) {
        m_signIn.putAway();
        m_signIn.forgetSession();
    }
    putAwayMainWindow();
    QTimer::singleShot(0, this, [this] {
        if (!m_mainWindow && !m_signIn.window())
            showSession();
    });
}

void LoginGate::connectMainWindow()
{
    connect(m_mainWindow.get(), &MainWindow::signOutRequested, &m_tasks, &AccountTasks::signOut);
    connect(m_mainWindow.get(), &MainWindow::diagnosticsRequested, this, &LoginGate::diagnosticsRequested);
    connect(m_mainWindow.get(), &MainWindow::realSignInRequested, this, &LoginGate::realSignInRequested);
    connect(m_mainWindow.get(), &MainWindow::settingsRequested, this, &LoginGate::settingsRequested);
    connect(m_mainWindow.get(), &MainWindow::aboutRequested, this, &LoginGate::aboutRequested);
    connect(m_mainWindow.get(), &MainWindow::zoomRequested, this, &LoginGate::zoomRequested);
    connect(m_mainWindow.get(), &MainWindow::accountRequested, &m_sessions, &SessionList::select);
    connect(m_mainWindow.get(), &MainWindow::addAccountRequested, &m_tasks, &AccountTasks::addAccount);
    connect(m_mainWindow.get(), &MainWindow::scopesRequested, this, &LoginGate::offerScopes);
    connect(m_mainWindow.get(), &MainWindow::signInAgainRequested, this, &LoginGate::requestSignInAgain);
}

void LoginGate::showAccounts()
{
    if (m_mainWindow && m_sessions.current().account())
        m_mainWindow->showAccounts(m_sessions.accounts(), [this](const QString &key) { return m_sessions.account(key); });
    if (SignInWindow *window = m_signIn.separateWindow())
        window->offerBack(m_sessions.previous());
}

void LoginGate::offerScopes(const QStringList &scopes)
{
    if (m_scopeQuestion || !m_mainWindow || !m_sessions.current().account())
        return;
    auto *sheet = new ScopeSheet(scopes, m_sessions.current().provider(), m_mainWindow.get());
    m_scopeQuestion = sheet;
    connect(sheet, &ScopeSheet::accepted, this, [this, scopes] { requestScopes(scopes); });
    connect(sheet, &Sheet::dismissed, sheet, &QObject::deleteLater);
    sheet->open();
}

void LoginGate::addAccount()
{
    m_tasks.addAccount();
    if (SignInWindow *window = m_signIn.separateWindow())
        comeForward(*window); // It may have been there, behind another one.
}

void LoginGate::askSignOut(const QString &key)
{
    m_sessions.select(key);
    if (!showsCurrentAccount() || m_mainAccount->record().key() != key)
        return; // The account is still being restored: the window is that of another one.
    comeForward(*m_mainWindow);
    m_mainWindow->askSignOut();
}

void LoginGate::requestScopes(const QStringList &scopes)
{
    const PageId page = m_mainWindow ? m_mainWindow->page() : PageId::Profile;
    if (!m_tasks.requestScopes(scopes))
        return;
    m_pageAfterwards = page;
    m_signIn.window()->controller().signInAgain(m_tasks.purpose()->usedWay);
}

void LoginGate::requestSignInAgain()
{
    const PageId page = m_mainWindow ? m_mainWindow->page() : PageId::Profile;
    if (!m_tasks.requestSignInAgain())
        return;
    m_pageAfterwards = page;
    m_signIn.window()->controller().signInAgain(m_tasks.purpose()->usedWay);
}

#include "moc_logingate.cpp"
