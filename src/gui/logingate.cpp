// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/logingate.h"

#include "gui/comeforward.h"
#include "gui/firstpaint.h"
#include "gui/words.h"

#include <QApplication>
#include <QFontMetrics>
#include <QMenuBar>

namespace {

/// A keychain answers in a few milliseconds, unless it asks the person something first.
constexpr std::chrono::milliseconds quickKeychain(400);

/// What Qt does once, for the first text and the first menu: reads the system's fonts, and asks the desktop for a menu bar
/// of its own. It takes as long as a keychain's answer, so it is done meanwhile.
void prepareForFirstWindow()
{
    QFontMetrics(QApplication::font()).horizontalAdvance(QLatin1Char('L'));
    QMenuBar();
}

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

LoginGate::LoginGate(Session &session, const SignInWays &ways) : m_session(session), m_ways(ways)
{
    connect(&m_session, &Session::stateChanged, this, &LoginGate::showSession);
    m_restoreWait.setSingleShot(true);
    m_restoreWait.setInterval(quickKeychain);
    connect(&m_restoreWait, &QTimer::timeout, this, &LoginGate::showSignInWindow);
}

LoginGate::~LoginGate() = default;

void LoginGate::open(Start start)
{
    m_start = start;
    m_session.restore();
    if (m_session.state() == Session::State::Restoring)
        prepareForFirstWindow();
}

void LoginGate::openAgain(Start start, const QByteArray &activationToken)
{
    QWidget *window = m_mainWindow ? static_cast<QWidget *>(m_mainWindow.get()) : m_signInWindow.get();
    if (window)
        comeForward(*window, activationToken);
    m_start = start;
    if (m_signInWindow)
        startByItself();
}

void LoginGate::say(const QString &text)
{
    m_message = text;
    if (m_signInWindow)
        m_signInWindow->say(text);
}

void LoginGate::watchFirstPaint(QWidget &window)
{
    if (m_isPainted)
        return;
    afterFirstPaint(window, this, [this] {
        if (!std::exchange(m_isPainted, true))
            Q_EMIT painted();
    });
}

void LoginGate::showSession()
{
    m_restoreWait.stop();
    switch (m_session.state()) {
    case Session::State::Restoring: return m_restoreWait.start();
    case Session::State::SignedIn: return showMainWindow();
    case Session::State::SigningIn:
    case Session::State::SignedOut: return showSignInWindow();
    }
}

void LoginGate::showSignInWindow()
{
    if (m_signInWindow)
        return;
    m_signInWindow = std::make_unique<SignInWindow>(m_session, m_ways);
    connect(m_signInWindow.get(), &SignInWindow::diagnosticsRequested, this, &LoginGate::diagnosticsRequested);
    if (!m_message.isEmpty())
        m_signInWindow->say(std::exchange(m_message, QString()));

    watchFirstPaint(*m_signInWindow);
    m_signInWindow->show();
    putAway(m_mainWindow);
    startByItself();
}

void LoginGate::startByItself()
{
    if (m_session.state() != Session::State::SignedOut)
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
    m_mainWindow = std::make_unique<MainWindow>(*m_session.account());
    connect(m_mainWindow.get(), &MainWindow::signOutRequested, this, &LoginGate::signOut);
    connect(m_mainWindow.get(), &MainWindow::diagnosticsRequested, this, &LoginGate::diagnosticsRequested);

    watchFirstPaint(*m_mainWindow);
    comeForward(*m_mainWindow);
    putAway(m_signInWindow);
}

void LoginGate::signOut()
{
    m_session.signOut(this, [this](const Result<void> &result) {
        if (!result)
            say(words::signOutTrouble(result.error(), m_session.provider()));
    });
}
