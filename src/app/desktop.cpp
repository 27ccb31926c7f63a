// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop.h"

#include "app/process.h"
#include "provider/providercatalog.h"
#include "session/sessionlist.h"
#include "useragent/browserobstacle.h"

#include <QGuiApplication>
#include <QTimer>

namespace {

LoginGate::Start startOf(const cli::Options &options)
{
    using Method = cli::Options::Method;
    switch (options.method) {
    case Method::Embedded: return LoginGate::Start::SignInHere;
    case Method::Browser: return LoginGate::Start::SignInWithBrowser;
    case Method::Device: return LoginGate::Start::UseCode;
    case Method::Token: return LoginGate::Start::AskForToken;
    case Method::Any: break;
    }
    return LoginGate::Start::Nothing;
}

} // namespace

Desktop::Desktop(const cli::Options &options, SessionList &sessions, KeychainTokenStore &store, ProviderCatalog &catalog,
                 OwnRegistrations &registrations, const QString &socketPath)
    : m_options(options),
      m_sessions(sessions),
      m_store(store),
      m_embedded(loginViewProgram()),
      m_gate(sessions, ways(catalog, registrations)),
      m_menuEntry(MenuEntry::ofThisAppImage())
{
    connect(&m_gate, &LoginGate::diagnosticsRequested, this, &Desktop::showDiagnostics);
    connect(&m_gate, &LoginGate::painted, this, &Desktop::finishStart);
    connect(&m_laterStarts, &instance::StartListener::startedAgain, this, &Desktop::openAgain);
    tellOfRefusedFiles(catalog);
    if (m_menuEntry)
        m_gate.setMenuEntry(*m_menuEntry);
    m_laterStarts.listen(socketPath);
}

Desktop::~Desktop() = default;

SignInWays Desktop::ways(ProviderCatalog &catalog, OwnRegistrations &registrations)
{
    SignInWays ways{m_embedded, m_external, m_clipboard};
    ways.catalog = m_options.isDemo ? nullptr : &catalog;
    ways.registrations = &registrations;
    ways.isCodeFirst = browserObstacle() != BrowserObstacle::None;
    return ways;
}

void Desktop::tellOfRefusedFiles(const ProviderCatalog &catalog)
{
    QStringList refused;
    for (const ProviderProblem &problem : catalog.problems())
        refused.append(problem.text());
    if (!refused.isEmpty())
        m_gate.say(tr("A provider file was refused: %1").arg(refused.join(QLatin1Char('\n'))));
}

void Desktop::open()
{
    m_gate.open(startOf(m_options));
}

/// What the first paint did not need.
void Desktop::finishStart()
{
    setWindowIcon();
    m_wakeSignals.emplace();
    connect(&*m_wakeSignals, &WakeSignals::woke, &m_sessions, &SessionList::wake);
    m_sessions.resumeRevocations();
    m_store.connectAhead();
    if (m_menuEntry)
        m_menuEntry->follow();
    QTimer::singleShot(std::chrono::seconds(1), this, giveMemoryBack);
}

void Desktop::openAgain(const instance::Start &start)
{
    const auto outcome = cli::readArguments(start.arguments);
    if (const auto *options = std::get_if<cli::Options>(&outcome))
        m_gate.openAgain(startOf(*options), start.activationToken);
}

void Desktop::showDiagnostics()
{
    if (!m_diagnostics)
        m_diagnostics = std::make_unique<DiagnosticsDialog>(diagnosis::Subject{.provider = m_sessions.current().provider(),
                                                                               .store = m_store,
                                                                               .loginViewProgram = loginViewProgram(),
                                                                               .display = QGuiApplication::platformName()});
    m_diagnostics->present();
}
