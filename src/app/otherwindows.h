// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/appliedchoices.h"
#include "gui/about/aboutwindow.h"
#include "gui/logingate.h"
#include "gui/settings/settingswindow.h"
#include "session/sessionlist.h"

#include <memory>

/// The settings and the version, in windows beside that of the gate. Each is made when it is first asked for. Also keeps the
/// choices that a person makes by keys.
class OtherWindows : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive this object.
    OtherWindows(LoginGate &gate, SessionList &sessions, Preferences &preferences, AppliedChoices &choices);

private:
    void showSettings();
    void showAbout();
    void fillSettings();
    void zoom(int change);

    LoginGate &m_gate;
    SessionList &m_sessions;
    Preferences &m_preferences;
    AppliedChoices &m_choices;
    std::unique_ptr<SettingsWindow> m_settings;
    std::unique_ptr<AboutWindow> m_about;
};
