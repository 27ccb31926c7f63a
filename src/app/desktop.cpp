// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop.h"

#include "app/process.h"
#include "app/providerchoice.h"
#include "cli/accountchoice.h"
#include "provider/providercatalog.h"
#include "session/sessionlist.h"
#include "useragent/browserobstacle.h"

#include <QGuiApplication>

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

Desktop::Desktop(const cli::Options &options, const DesktopParts &parts)
    : m_options(options),
      m_parts(parts),
      m_embedded(loginViewProgram()),
      m_gate(parts.sessions, ways()),
      m_menuEntry(MenuEntry::ofThisAppImage())
{
    connect(&m_gate, &LoginGate::diagnosticsRequested, this, &Desktop::showDiagnostics);
    connect(&m_gate, &LoginGate::painted, this, &Desktop::finishStart);
    connect(&m_laterStarts, &processes::StartListener::startedAgain, this, &Desktop::openAgain);
    tellOfRefusedFiles();
    if (m_menuEntry)
        m_gate.setMenuEntry(*m_menuEntry);
    m_gate.setWindowPlace(WindowPlace(parts.windowFile));
    m_laterStarts.listen(parts.socketPath);
}

Desktop::~Desktop() = default;

SignInWays Desktop::ways()
{
    SignInWays ways{m_embedded, m_external, m_clipboard};
    ways.catalog = m_options.isDemo ? nullptr : &m_parts.catalog;
    ways.registrations = &m_parts.registrations;
    ways.isCodeFirst = browserObstacle() != BrowserObstacle::None;
    return ways;
}

void Desktop::tellOfRefusedFiles()
{
    QStringList refused;
    for (const ProviderProblem &problem : m_parts.catalog.problems())
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
    connect(&*m_wakeSignals, &WakeSignals::woke, &m_parts.sessions, &SessionList::wake);
    m_parts.sessions.resume();
    m_parts.store.connectAhead();
    if (m_menuEntry)
        m_menuEntry->follow();
}

void Desktop::openAgain(const processes::Start &start)
{
    const auto outcome = cli::readArguments(start.arguments);
    const auto *options = std::get_if<cli::Options>(&outcome);
    if (!options)
        return;
    turnTo(*options, start.folder, [this, how = startOf(*options), token = start.activationToken] {
        m_gate.openAgain(how, token);
    });
}

void Desktop::turnTo(const cli::Options &options, const QString &folder, const std::function<void()> &whenDone)
{
    if (!options.account.isEmpty()) {
        turnToAccount(options);
        return whenDone();
    }
    if (options.provider.isEmpty())
        return whenDone();
    const auto opened = m_parts.choice.open(options.provider, QDir(folder));
    if (const auto *problem = std::get_if<ProviderProblem>(&opened)) {
        m_gate.say(problem->text());
        return whenDone();
    }
    m_parts.registrations.completeIfPossible(std::get<Provider>(opened), this, [this, whenDone](const Provider &provider) {
        m_gate.turnTo(provider);
        whenDone();
    });
}

void Desktop::turnToAccount(const cli::Options &options)
{
    const auto account = cli::chooseAccount(options, m_parts.sessions.accounts());
    if (const auto *found = std::get_if<std::optional<AccountRecord>>(&account))
        return m_parts.sessions.select((*found)->key());
    const bool isNobody = std::get<cli::Outcome>(account).code == cli::NobodySignedIn;
    m_gate.say(isNobody ? tr("Nobody is signed in as %1.").arg(options.account)
                        : tr("%1 is signed in at several servers: choose one in the menu.").arg(options.account));
}

void Desktop::showDiagnostics()
{
    const Provider &provider = m_parts.sessions.current().provider();
    if (!m_diagnostics || m_diagnosedHost != provider.host())
        m_diagnostics = std::make_unique<DiagnosticsDialog>(diagnosis::Subject{.provider = provider,
                                                                               .store = m_parts.store,
                                                                               .loginViewProgram = loginViewProgram(),
                                                                               .display = QGuiApplication::platformName()});
    m_diagnosedHost = provider.host();
    m_diagnostics->present();
}

#include "moc_desktop.cpp"
