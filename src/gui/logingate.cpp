// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/logingate.h"

#include "gui/comeforward.h"
#include "gui/parts/words.h"
#include "gui/start/firstpaint.h"

#include <QApplication>
#include <QDesktopServices>

namespace {

/// A keychain answers in a few milliseconds, unless it asks the person something first.
constexpr std::chrono::milliseconds quickKeychain(400);

/// Deletes a window later: it may be the sender of what is going on.
template<typename Window>
void putAway(std::unique_ptr<Window> &window)
{
    if (!window)
        return;
    window->hide();
    window.release()->deleteLater();
}

} // namespace

LoginGate::LoginGate(SessionList &sessions, const SignInWays &ways) : m_sessions(sessions), m_ways(ways)
{
    connect(&m_sessions, &SessionList::currentChanged, this, &LoginGate::showSession);
    connect(&m_sessions, &SessionList::accountsChanged, this, &LoginGate::showAccounts);
    connect(&m_sessions, &SessionList::ended, this, &LoginGate::tellOfEnd);
    connect(&m_sessions, &SessionList::notRestored, this,
            [this](const AccountRecord &account, const Error &error, const Session &session) {
                say(words::ofAccount(account, words::signInError(error, session.provider())));
            });
    m_restoreWait.setSingleShot(true);
    m_restoreWait.setInterval(quickKeychain);
    connect(&m_restoreWait, &QTimer::timeout, this, &LoginGate::showSignInWindow);
}

LoginGate::~LoginGate()
{
    if (m_mainWindow)
        m_place.keep(*m_mainWindow);
}

void LoginGate::open(Start start)
{
    m_start = start;
    m_sessions.restore();
}

void LoginGate::openAgain(Start start, const QByteArray &activationToken)
{
    QWidget *window = m_mainWindow ? static_cast<QWidget *>(m_mainWindow.get()) : m_signInWindow.get();
    if (window)
        comeForward(*window, activationToken);
    // Who is signed in has no use for it, nor has a sign-out much later.
    if (!m_mainWindow)
        m_start = start;
    if (m_signInWindow)
        startByItself();
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
    m_purpose.reset();
    m_signInSession = nullptr; // Its window is about the provider before.
    m_sessions.add(provider);
}

void LoginGate::say(const QString &text, const QUrl &page)
{
    m_message = text;
    m_messagePage = page;
    tellMessage();
}

void LoginGate::tellMessage()
{
    if (m_message.isEmpty() || (!m_signInWindow && !m_mainWindow))
        return;
    const QString text = std::exchange(m_message, QString());
    const QUrl page = std::exchange(m_messagePage, QUrl());
    if (m_signInWindow)
        return m_signInWindow->say(text, page);
    m_mainWindow->say(text);
    if (!page.isEmpty())
        m_mainWindow->offer(tr("Open the page"), [page] { QDesktopServices::openUrl(page); });
}

/// The keychain and the first picture are for the current account; the others can wait.
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
        if (m_purpose)
            m_purpose->isAttemptSeen = true;
        return showSignInWindow();
    case Session::State::SignedOut: return hasGivenUpScopes() ? goBack() : showSignInWindow();
    }
}

void LoginGate::showSignInWindow()
{
    if (m_signInWindow && m_signInSession == &m_sessions.current())
        return;
    putAway(m_signInWindow);
    m_signInSession = &m_sessions.current();
    m_signInWindow = std::make_unique<SignInWindow>(m_sessions.current(), m_ways);
    connect(m_signInWindow.get(), &SignInWindow::diagnosticsRequested, this, &LoginGate::diagnosticsRequested);
    connect(m_signInWindow.get(), &SignInWindow::backRequested, this, &LoginGate::goBack);
    if (m_purpose) {
        m_signInWindow->setRequest(m_purpose->request);
        m_signInWindow->say({}); // The last end is no news to who is signed in.
    }
    tellMessage();
    showAccounts();
    watchFirstPaint(*m_signInWindow);
    m_signInWindow->show();
    putAwayMainWindow();
    startByItself();
}

void LoginGate::startByItself()
{
    if (m_sessions.current().state() != Session::State::SignedOut)
        return;
    const Start start = std::exchange(m_start, Start::Nothing);
    if (start == Start::SignInHere)
        m_signInWindow->signInHere();
    else if (start == Start::SignInWithBrowser)
        m_signInWindow->signInWithBrowser();
    else if (start == Start::UseCode)
        m_signInWindow->useCode();
    else if (start == Start::AskForToken)
        m_signInWindow->askForToken();
}

void LoginGate::showMainWindow()
{
    m_start = Start::Nothing;
    m_ways.embedded.dismiss(); // It may have been made ready, and another way taken.
    putAwayMainWindow();
    m_mainWindow = std::make_unique<MainWindow>(*m_sessions.current().account());
    m_place.restore(*m_mainWindow);
    m_mainWindow->turnTo(std::exchange(m_pageAfterwards, 0));
    connectMainWindow();
    if (m_menuEntry)
        m_mainWindow->offerMenuEntry(*m_menuEntry);
    showAccounts();
    tellOfOutcome(*m_sessions.current().account());
    watchFirstPaint(*m_mainWindow);
    if (m_signInWindow)
        m_mainWindow->ask();
    comeForward(*m_mainWindow);
    putAway(m_signInWindow);
    tellMessage();
}

void LoginGate::putAwayMainWindow()
{
    if (m_mainWindow)
        m_place.keep(*m_mainWindow);
    putAway(m_mainWindow);
}

void LoginGate::connectMainWindow()
{
    connect(m_mainWindow.get(), &MainWindow::signOutRequested, this, &LoginGate::signOut);
    connect(m_mainWindow.get(), &MainWindow::diagnosticsRequested, this, &LoginGate::diagnosticsRequested);
    connect(m_mainWindow.get(), &MainWindow::accountRequested, &m_sessions, &SessionList::select);
    connect(m_mainWindow.get(), &MainWindow::addAccountRequested, this, &LoginGate::addAccount);
    connect(m_mainWindow.get(), &MainWindow::scopesRequested, this, &LoginGate::requestScopes);
}

void LoginGate::showAccounts()
{
    if (m_mainWindow && m_sessions.current().account())
        m_mainWindow->showAccounts(m_sessions.accounts());
    if (m_signInWindow)
        m_signInWindow->offerBack(m_sessions.previous());
}

void LoginGate::addAccount()
{
    begin(SignInPurpose::toAddAccount());
}

void LoginGate::setMenuEntry(const MenuEntry &entry)
{
    m_menuEntry = entry;
}

void LoginGate::setWindowPlace(const WindowPlace &place)
{
    m_place = place;
}

void LoginGate::requestScopes(const QStringList &scopes)
{
    const Account *account = m_sessions.current().account();
    if (!account)
        return;
    m_pageAfterwards = m_mainWindow ? m_mainWindow->page() : 0;
    begin(SignInPurpose::toBeGranted(scopes, *account));
    m_signInWindow->say(words::scopesWanted(scopes, m_sessions.current().provider()));
    m_signInWindow->signInBestWay();
}

void LoginGate::begin(const SignInPurpose &purpose)
{
    m_purpose = purpose;
    m_message.clear();
    const QList<AccountRecord> known = m_sessions.accounts();
    for (const AccountRecord &account : known)
        m_purpose->knownKeys.append(account.key());
    m_sessions.add(m_sessions.current().provider());
}

bool LoginGate::hasGivenUpScopes() const
{
    return m_purpose && m_sessions.previous() && m_purpose->isGivenUp(m_sessions.current().error());
}

void LoginGate::goBack()
{
    m_purpose.reset();
    m_message.clear();
    if (const auto previous = m_sessions.previous())
        m_sessions.select(previous->key());
}

void LoginGate::tellOfOutcome(const Account &account)
{
    if (!m_purpose || !m_purpose->isAttemptSeen)
        return;
    const SignInPurpose purpose = *std::exchange(m_purpose, std::nullopt);
    switch (purpose.outcome(account)) {
    case SignInPurpose::Outcome::SomebodyElse: return offerToTryAgain(account, purpose);
    case SignInPurpose::Outcome::ScopesMissing:
        return m_mainWindow->say(words::scopesMissing(account.scopes(), account.missingScopes(purpose.scopes), account.provider()));
    case SignInPurpose::Outcome::Reached:
    case SignInPurpose::Outcome::AnotherProvider: break;
    }
}

void LoginGate::offerToTryAgain(const Account &account, const SignInPurpose &purpose)
{
    const bool isNew = !purpose.knownKeys.contains(account.record().key());
    m_mainWindow->say(words::wrongAccount(*purpose.account, account.record()));
    m_mainWindow->offer(tr("Try again"), [this, purpose, isNew] {
        Session &wrong = m_sessions.current();
        begin(purpose.withChoice());
        if (isNew)
            leave(wrong);
    });
}

void LoginGate::tellOfEnd(const AccountRecord &account, EndReason reason, const Session &session)
{
    if (&session != &m_sessions.current()) {
        const QString text = words::sessionEnd({reason, {}}, session.provider());
        return text.isEmpty() ? void() : say(words::ofAccount(account, text));
    }
    if (reason == EndReason::SignedOut)
        return;
    m_purpose = SignInPurpose::toSignInAgain(account);
    if (m_signInWindow)
        m_signInWindow->setRequest(m_purpose->request);
}

/// The next account is shown, where there is one.
void LoginGate::signOut()
{
    Session &leaving = m_sessions.current();
    const QList<AccountRecord> accounts = m_sessions.accounts();
    for (const AccountRecord &account : accounts) {
        if (account.key() != leaving.account()->record().key()) {
            m_sessions.select(account.key());
            break;
        }
    }
    leave(leaving);
}

void LoginGate::leave(Session &session)
{
    session.signOut(this, [this, provider = session.provider()](const Result<void> &result) {
        if (result)
            return;
        const bool isDoneLater = result.error().kind == Error::Kind::Unreachable;
        const bool isAtServer = result.error().kind != Error::Kind::Storage && !isDoneLater;
        say(words::signOutError(result.error(), provider), isAtServer ? provider.revocationPage() : QUrl());
    });
}

#include "moc_logingate.cpp"
