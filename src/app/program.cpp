// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/program.h"

#include "app/demohub.h"
#include "app/desktop.h"
#include "app/process.h"
#include "app/providerchoice.h"
#include "app/quitsignals.h"
#include "app/waituntilidle.h"
#include "cli/accountchoice.h"
#include "cli/diagnose.h"
#include "cli/output.h"
#include "cli/status.h"
#include "cli/terminal.h"
#include "session/registration/ownregistrations.h"
#include "session/sessionlist.h"
#include "session/strayentries.h"
#include "useragent/browserobstacle.h"

#include <QFileInfo>

#include <cstdlib>

namespace {

/// Together less than a start that comes meanwhile waits; see SingleInstance::join().
constexpr std::chrono::seconds patienceWithKeychain(6);
constexpr std::chrono::seconds patienceWithServer(3);

/// Puts in the client secret that the keychain has, and starts.
int exec(const OwnRegistrations &registrations, Session &session, const std::function<void()> &start)
{
    registrations.completeIfPossible(session.provider(), &session, [&session, start](const Provider &complete) {
        session.setProvider(complete);
        start();
    });
    return QCoreApplication::exec();
}

void exitInterrupted()
{
    cli::complain(QCoreApplication::translate("cli", "Interrupted."));
    QCoreApplication::exit(cli::Failed);
}

} // namespace

Program::Program(const cli::Options &options)
    : m_options(options),
      m_paths(options.isDemo ? Paths::ofDemo() : Paths::ofUser()),
      m_registry(m_paths.settingsFile),
      m_store(applicationId)
{}

std::optional<int> Program::handOver(const QStringList &arguments)
{
    if (hasWindow()) {
        m_instance.emplace(processes::runtimeFolder(),
                           m_options.isDemo ? QStringLiteral("latchkey-demo") : QStringLiteral("latchkey"));
        const auto role = m_instance->join(processes::Start::withArguments(arguments));
        if (!role)
            return cli::print(QStringLiteral("latchkey: it is running already, but does not answer; end that process first\n"),
                              cli::Failed);
        if (*role == processes::SingleInstance::Role::Later)
            return cli::Done;
    }
    if (hasWindow() && !m_registry.accounts().isEmpty())
        m_store.connectAhead();
    return std::nullopt;
}

int Program::run()
{
    if (m_options.command == cli::Options::Command::SystemProxies)
        return cli::print(diagnosis::systemProxiesFor(m_options.proxyUrls), cli::Done);
    if (m_options.command == cli::Options::Command::Status)
        return printStatus();

    DemoHub demo(m_paths.demoLedgerFile);
    ProviderCatalog catalog(m_options.isDemo ? QStringList() : providerFolders(),
                            m_options.isDemo ? QStringList() : m_registry.providerFiles());
    if (m_options.isDemo) {
        const auto provider = demo.open();
        if (!provider)
            return cli::print(QStringLiteral("latchkey: the demo provider cannot listen on 127.0.0.1\n"), cli::Failed);
        catalog.add(*provider);
    }
    const auto account = cli::chooseAccount(m_options, m_registry.accounts());
    if (const auto *exit = std::get_if<cli::Exit>(&account))
        return cli::print(exit->text, exit->code);
    const auto &record = std::get<std::optional<AccountRecord>>(account);
    ProviderChoice choice(catalog, m_registry);
    const auto provider = choice.choose(m_options, record);
    if (const auto *problem = std::get_if<ProviderProblem>(&provider))
        return cli::print(QStringLiteral("latchkey: %1\n").arg(problem->text()), cli::Failed);
    return runAt(std::get<Provider>(provider), record, catalog, choice);
}

int Program::runAt(const Provider &provider, const std::optional<AccountRecord> &account, ProviderCatalog &catalog,
                   ProviderChoice &choice)
{
    if (m_options.command == cli::Options::Command::Diagnose)
        return diagnose(provider);
    OwnRegistrations registrations(QFileInfo(m_paths.settingsFile).path() + QStringLiteral("/providers"), m_store);
    if (hasWindow())
        return openWindow(provider, catalog, choice, registrations);
    return runInTerminal(provider, account, catalog, registrations);
}

int Program::runInTerminal(const Provider &provider, const std::optional<AccountRecord> &account,
                           const ProviderCatalog &catalog, const OwnRegistrations &registrations)
{
    Session session(provider, m_store, m_registry, m_paths);
    StrayEntries strayEntries(catalog, registrations, m_store, m_registry, session);
    const bool prefersCode = browserObstacle() != BrowserObstacle::None;
    cli::Terminal terminal(m_options, catalog, m_registry, registrations, session, account, prefersCode);
    terminal.readInput();
    const QuitSignals quitSignals;
    QObject::connect(&quitSignals, &QuitSignals::quitRequested, &session, [&terminal] { terminal.interrupt(); });
    const int code = exec(registrations, session, [&] {
        if (m_options.changesSignIns()) {
            session.resumeRevocations();
            strayEntries.clear(m_paths);
        }
        terminal.start();
    });
    const auto isBusy = [&] { return session.isBusy() || strayEntries.isBusy() || m_store.isBusy(); };
    session.cancelUnlessStoring();
    waitUntilIdle(isBusy, patienceWithKeychain);
    session.cancelSignIn(); // What the keychain has not taken by now is given back.
    waitUntilIdle(isBusy, patienceWithServer);
    return code;
}

int Program::openWindow(const Provider &provider, ProviderCatalog &catalog, ProviderChoice &choice,
                        OwnRegistrations &registrations)
{
    const QuitSignals quitSignals;
    QObject::connect(&quitSignals, &QuitSignals::quitRequested, QCoreApplication::instance(),
                     [] { QCoreApplication::exit(cli::Done); });
    SessionList sessions(provider, catalog, registrations, m_store, m_registry, m_paths);
    auto desktop = std::make_unique<Desktop>(m_options, sessions, m_store, catalog, choice, registrations,
                                             m_instance->socketPath(), m_paths.windowFile());
    const int code = exec(registrations, sessions.current(), [&desktop] { desktop->open(); });
    desktop.reset(); // A later start waits for the end of this one, and no window opens any more.
    const auto isBusy = [&] { return sessions.isBusy() || m_store.isBusy(); };
    sessions.cancelUnlessStoring();
    sessions.giveBackUnstored();
    waitUntilIdle(isBusy, patienceWithKeychain);
    sessions.cancelSignIns(); // What the keychain has not taken by now is given back.
    sessions.giveBackUnstored();
    waitUntilIdle(isBusy, patienceWithServer);
    return code;
}

int Program::printStatus()
{
    const QuitSignals quitSignals;
    QObject::connect(&quitSignals, &QuitSignals::quitRequested, QCoreApplication::instance(), &exitInterrupted);
    cli::Status status(m_registry, m_store);
    status.start(m_options.asJson, [](const QString &output, const QString &error, cli::ExitCode code) {
        cli::write(output);
        cli::print(error, cli::Failed);
        QCoreApplication::exit(code);
    });
    return QCoreApplication::exec();
}

/// Ends the program at once: Qt would wait for a name server that does not answer.
int Program::diagnose(const Provider &provider)
{
    const QuitSignals quitSignals;
    QObject::connect(&quitSignals, &QuitSignals::quitRequested, QCoreApplication::instance(), &exitInterrupted);
    diagnosis::Diagnosis diagnosis({.provider = provider, .store = m_store, .loginViewProgram = loginViewProgram()});
    cli::Diagnose diagnose(diagnosis);
    diagnose.start([](const QString &report, cli::ExitCode code) {
        cli::write(report);
        std::_Exit(cli::closeOutput(code));
    });
    return QCoreApplication::exec();
}
