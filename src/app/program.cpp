// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/program.h"

#include "app/demochoices.h"
#include "app/desktop.h"
#include "app/process.h"
#include "app/providerchoice.h"
#include "app/quitsignals.h"
#include "app/waituntilidle.h"
#include "browser/openpage.h"
#include "cli/accountchoice.h"
#include "cli/commands/diagnose.h"
#include "cli/commands/status.h"
#include "cli/dispatch.h"
#include "cli/output.h"
#include "demo/demoprovider.h"
#include "errortext/errortext.h"
#include "errortext/signouttext.h"
#include "gui/hungdialog.h"
#include "http/proxy/desktopproxies.h"
#include "provider/demo.h"
#include "session/registration/ownregistrations.h"
#include "session/sessionlist.h"
#include "session/strayentries.h"
#include "useragent/browserobstacle.h"

#include <QFileInfo>
#include <QGuiApplication>

#include <cstdlib>

namespace {

/// Together less than SingleInstance::join() waits for a process that is about to end.
constexpr std::chrono::seconds patienceWithKeychain(6);
constexpr std::chrono::seconds patienceWithServer(3);

/// Adds the client secret that the keychain has, and starts.
int exec(const OwnRegistrations &registrations, Session &session, const std::function<void()> &start)
{
    registrations.completeIfPossible(session.provider(), &session, [&session, start](const Provider &complete) {
        session.setProvider(complete);
        start();
    });
    return QCoreApplication::exec();
}

cli::Outcome failed(const QString &sentence)
{
    return {.err = sentence, .code = cli::Failed};
}

QString terminalText(const Error &error)
{
    return textOf(error, errortext::Subject(), errortext::Surface::Terminal).toString();
}

bool isEndedByPerson(const processes::OtherProcess &process)
{
    QGuiApplication::setQuitOnLastWindowClosed(false); // The window that follows would end at once.
    setWindowIcon();
    HungDialog dialog(process);
    QObject::connect(&dialog, &QDialog::finished, &dialog, [](int result) { QCoreApplication::exit(result); });
    dialog.show();
    const bool isEnded = QCoreApplication::exec() == QDialog::Accepted;
    QGuiApplication::setQuitOnLastWindowClosed(true);
    return isEnded;
}

void exitWith(const cli::Outcome &outcome)
{
    QCoreApplication::exit(cli::print(outcome));
}

void exitIfInterrupted(const QuitSignals &signals, const cli::Command &command)
{
    QObject::connect(&signals, &QuitSignals::quitRequested, &command, [&command] {
        if (command.isInterruptible())
            exitWith(failed(QCoreApplication::translate("cli", "Interrupted.")));
    });
}

/// For a command without a session.
int runCommand(cli::Command &command)
{
    const QuitSignals quitSignals;
    exitIfInterrupted(quitSignals, command);
    command.run(&exitWith);
    return QCoreApplication::exec();
}

} // namespace

Program::Program(const cli::Options &options)
    : m_options(options),
      m_folder(options.isTemporary ? std::make_unique<QTemporaryDir>() : nullptr),
      m_paths(m_folder         ? Paths::in(m_folder->path())
              : options.isDemo ? Paths::ofDemo()
                               : Paths::ofUser()),
      m_registry(m_paths.settingsFile),
      m_store(applicationId)
{}

TokenStore &Program::store()
{
    return m_options.isTemporary ? static_cast<TokenStore &>(m_memory) : m_store;
}

std::optional<int> Program::handOver(const QStringList &arguments)
{
    if (hasWindow()) {
        m_instance.emplace(processes::runtimeFolder(),
                           m_options.isDemo ? QStringLiteral("latchkey-demo") : QStringLiteral("latchkey"));
        m_start = processes::Start::withArguments(arguments);
        const auto code = readRole(m_instance->join(m_start));
        if (code || m_hung)
            return code;
    }
    if (hasWindow() && !m_registry.accounts().isEmpty())
        m_store.connectAhead();
    return std::nullopt;
}

/// Nothing for the first, and with `m_hung` for a window that a person can be asked about.
std::optional<int> Program::readRole(const Result<processes::SingleInstance::Role> &role)
{
    m_hung.reset();
    if (role)
        return *role == processes::SingleInstance::Role::Later ? std::optional<int>(cli::Done) : std::nullopt;
    if (mayHaveDisplay())
        m_hung = processes::OtherProcess::find(m_instance->first());
    if (m_hung)
        return std::nullopt;
    return cli::print(failed(terminalText(role.error())));
}

void Program::prepareWindow()
{
    Q_ASSERT(hasWindow());
    m_preferences.emplace(m_paths.settingsFile);
    if (m_options.isTemporary)
        takeOverChoices(Paths::ofUser(), m_paths, *m_preferences);
    m_choices.emplace(*m_preferences, m_paths.desktopFile());
}

std::optional<int> Program::replaceHung()
{
    while (m_hung) {
        if (!isEndedByPerson(*m_hung))
            return cli::print(failed(terminalText({Error::Kind::Unreachable, QStringLiteral("instance_hung")})));
        if (const auto code = readRole(m_instance->join(m_start)))
            return code;
    }
    return std::nullopt;
}

int Program::run()
{
    if (m_options.command == cli::Options::Command::SystemProxies)
        return cli::print({.out = diagnosis::systemProxiesFor(m_options.proxyUrls)});
    if (m_options.command == cli::Options::Command::Status) {
        cli::Status status(m_registry, store(), m_options.asJson);
        return runCommand(status);
    }

    http::askDesktopBy({.path = QCoreApplication::applicationFilePath(), .arguments = {diagnosis::proxyArgument}});
    m_trust = http::trustEnvironment();
    demo::DemoProvider demo({.ledgerFile = m_paths.demoLedgerFile});
    ProviderCatalog catalog(m_options.isDemo ? QStringList() : providerFolders(),
                            m_options.isDemo ? QStringList() : m_registry.providerFiles());
    if (m_options.isDemo) {
        if (!demo.listen())
            return cli::print(failed(QCoreApplication::translate("cli", "The demo provider cannot listen on 127.0.0.1.")));
        Provider provider = demoProviderAt(demo.origin());
        if (m_options.isTemporary) // Tried from the sign-in window, it shows all pages at once.
            provider.client.scope = QStringLiteral("read:user notifications repo");
        catalog.add(provider);
    }
    const auto account = cli::chooseAccount(m_options, m_registry.accounts());
    if (const auto *end = std::get_if<cli::Outcome>(&account))
        return cli::print(*end);
    const auto &record = std::get<std::optional<AccountRecord>>(account);
    ProviderChoice choice(catalog, m_registry);
    const auto provider = choice.choose(m_options, record);
    if (const auto *problem = std::get_if<ProviderProblem>(&provider))
        return cli::print(failed(problem->text()));
    return runAt(std::get<Provider>(provider), record, catalog, choice);
}

int Program::runAt(const Provider &provider, const std::optional<AccountRecord> &account, ProviderCatalog &catalog,
                   ProviderChoice &choice)
{
    if (m_options.command == cli::Options::Command::Diagnose)
        return diagnose(provider);
    OwnRegistrations registrations(QFileInfo(m_paths.settingsFile).path() + QStringLiteral("/providers"), store());
    if (hasWindow())
        return openWindow(provider, catalog, choice, registrations);
    return runInTerminal(provider, account, catalog, registrations);
}

int Program::runInTerminal(const Provider &provider, const std::optional<AccountRecord> &account,
                           const ProviderCatalog &catalog, const OwnRegistrations &registrations)
{
    UnusedTokens unusedTokens(m_storage, {});
    QObject::connect(&unusedTokens, &UnusedTokens::revocationGivenUp, &unusedTokens,
                     [](const QString &host) { cli::print(failed(errortext::revocationGivenUpText(host))); });
    Session session(provider, m_storage, unusedTokens);
    StrayEntries strayEntries(catalog, registrations, m_storage, unusedTokens);
    const cli::Context context{session, catalog, m_registry, registrations, account};
    const Machine machine{.hasWindow = false, .hasBrowserObstacle = browserObstacle() != BrowserObstacle::None};
    setBrowser(Preferences(m_paths.settingsFile).choices().browser);
    const auto command = cli::makeCommand(m_options, context, machine);
    const QuitSignals quitSignals;
    exitIfInterrupted(quitSignals, *command);
    const int code = exec(registrations, session, [&] {
        if (m_options.changesSignIns()) {
            unusedTokens.resume();
            strayEntries.clear();
        }
        command->run(&exitWith);
    });
    const auto isBusy = [&] { return session.isBusy() || unusedTokens.isBusy() || strayEntries.isBusy() || m_store.isBusy(); };
    session.cancelUnlessStoring();
    waitUntilIdle(isBusy, patienceWithKeychain);
    session.cancelSignIn(); // Revokes the tokens that the keychain has not stored by now.
    waitUntilIdle(isBusy, patienceWithServer);
    return code;
}

int Program::openWindow(const Provider &provider, ProviderCatalog &catalog, ProviderChoice &choice,
                        OwnRegistrations &registrations)
{
    Q_ASSERT(m_instance && m_choices);
    const QuitSignals quitSignals;
    QObject::connect(&quitSignals, &QuitSignals::quitRequested, QCoreApplication::instance(),
                     [] { QCoreApplication::exit(cli::Done); });
    SessionList sessions(provider, catalog, registrations, m_storage);
    auto desktop = std::make_unique<Desktop>(m_options,
                                             DesktopParts{.sessions = sessions,
                                                          .store = m_store,
                                                          .catalog = catalog,
                                                          .choice = choice,
                                                          .trust = m_trust,
                                                          .registrations = registrations,
                                                          .choices = *m_choices,
                                                          .preferences = *m_preferences,
                                                          .socketPath = m_instance->socketPath(),
                                                          .windowFile = m_paths.windowFile()});
    const int code = exec(registrations, sessions.current(), [&desktop] { desktop->open(); });
    desktop.reset(); // From here on a later start waits for the end of this process, and no window opens.
    const auto isBusy = [&] { return sessions.isBusy() || m_store.isBusy(); };
    sessions.cancelUnlessStoring();
    sessions.revokeUnstored();
    waitUntilIdle(isBusy, patienceWithKeychain);
    sessions.cancelSignIns(); // Revokes the tokens that the keychain has not stored by now.
    sessions.revokeUnstored();
    waitUntilIdle(isBusy, patienceWithServer);
    return code;
}

/// Ends the program at once: Qt would wait for a name server that does not answer.
int Program::diagnose(const Provider &provider)
{
    diagnosis::Diagnosis diagnosis({.provider = provider, .store = m_store, .loginViewProgram = loginViewProgram(),
                                    .trust = m_trust});
    cli::Diagnose command(diagnosis);
    std::_Exit(cli::closeOutput(runCommand(command)));
}
