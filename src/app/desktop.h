// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/appliedchoices.h"
#include "app/otherwindows.h"
#include "cli/options.h"
#include "githubcli/githubcli.h"
#include "gui/diagnosticsdialog.h"
#include "gui/logingate.h"
#include "http/trust.h"
#include "menuentry/menuentry.h"
#include "processes/startlistener.h"
#include "session/keychain/keychaintokenstore.h"
#include "session/tokens/wakesignals.h"
#include "useragent/clipboarduseragent.h"
#include "useragent/embeddeduseragent.h"
#include "useragent/externaluseragent.h"

#include <QTimer>

#include <memory>
#include <optional>

class ProviderChoice;

/// What a desktop is made of. All of it outlives the desktop.
struct DesktopParts
{
    SessionList &sessions;
    KeychainTokenStore &store;
    ProviderCatalog &catalog;
    ProviderChoice &choice;
    const http::Trust &trust;
    OwnRegistrations &registrations;
    AppliedChoices &choices;
    Preferences &preferences;
    QString socketPath; ///< Later starts connect here.
    QString windowFile; ///< Keeps the size and the place of the window.
};

/// The login gate on a desktop, with the ways to sign in, the diagnostics, wake-ups, the application menu and later starts.
class Desktop : public QObject
{
    Q_OBJECT

public:
    Desktop(const cli::Options &options, const DesktopParts &parts);
    ~Desktop() override;

    /// Shows the sign-in window or the main window. Later starts are heard from construction on.
    void open();

private:
    SignInSetup signInSetup();
    void tellOfRefusedFiles();
    void useStartChoices();
    void tellOfUnusedCertificates();
    void finishStart();
    void openAgain(const processes::Start &start);
    void turnTo(const cli::Options &options, const QString &folder, const std::function<void()> &whenDone);
    void turnToAccount(const cli::Options &options);
    void showDiagnostics();
    void tryDemo();
    void leaveDemo();

    const cli::Options m_options;
    const DesktopParts m_parts;
    EmbeddedUserAgent m_embedded;
    ExternalUserAgent m_external;
    ClipboardUserAgent m_clipboard;
    LoginGate m_gate;
    OtherWindows m_otherWindows;
    std::unique_ptr<DiagnosticsDialog> m_diagnostics;
    QString m_diagnosedHost;
    const std::optional<MenuEntry> m_menuEntry;
    std::optional<WakeSignals> m_wakeSignals;
    processes::StartListener m_laterStarts;
    int m_openDemos = 0; ///< That this window has started.
    QTimer m_end; ///< Of a demo that the person leaves.
};
