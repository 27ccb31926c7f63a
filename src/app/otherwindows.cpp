// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/otherwindows.h"

#include "useragent/embeddeduseragent.h"

#include <algorithm>

OtherWindows::OtherWindows(LoginGate &gate, SessionList &sessions, Preferences &preferences, AppliedChoices &choices)
    : m_gate(gate), m_sessions(sessions), m_preferences(preferences), m_choices(choices)
{
    connect(&gate, &LoginGate::settingsRequested, this, &OtherWindows::showSettings);
    connect(&gate, &LoginGate::aboutRequested, this, &OtherWindows::showAbout);
    connect(&gate, &LoginGate::zoomRequested, this, &OtherWindows::zoom);
    connect(&sessions, &SessionList::accountsChanged, this, &OtherWindows::fillSettings);
    connect(&sessions, &SessionList::currentChanged, this, &OtherWindows::fillSettings);
}

void OtherWindows::showSettings()
{
    if (!m_settings) {
        m_settings = std::make_unique<SettingsWindow>(m_preferences);
        connect(m_settings.get(), &SettingsWindow::addAccountRequested, &m_gate, &LoginGate::addAccount);
        connect(m_settings.get(), &SettingsWindow::accountRequested, &m_sessions, &SessionList::select);
        connect(m_settings.get(), &SettingsWindow::signOutRequested, &m_gate, &LoginGate::askSignOut);
        connect(m_settings.get(), &SettingsWindow::diagnosticsRequested, &m_gate, &LoginGate::diagnosticsRequested);
    }
    fillSettings();
    QUrl server; // Reached for the sign-in, if not for more.
    server.setScheme(QStringLiteral("https"));
    server.setHost(m_sessions.current().provider().host());
    m_settings->present(server);
}

void OtherWindows::fillSettings()
{
    if (!m_settings)
        return;
    const Account *account = m_sessions.current().account();
    m_settings->setAccounts(m_sessions.accounts(), account ? account->record().key() : QString());
    m_settings->setDesktopAccent(m_choices.theme().desktop().accent);
}

void OtherWindows::showAbout()
{
    if (!m_about)
        m_about = std::make_unique<AboutWindow>(loginViewProgram());
    m_about->present();
}

void OtherWindows::zoom(int change)
{
    Choices choices = m_preferences.choices();
    choices.zoom = change == 0 ? 100 : std::clamp(choices.zoom + change, Choices::smallestZoom, Choices::largestZoom);
    m_preferences.choose(choices);
}

#include "moc_otherwindows.cpp"
