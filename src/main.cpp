// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/accountchoice.h"
#include "cli/diagnose.h"
#include "cli/options.h"
#include "cli/status.h"
#include "cli/terminal.h"
#include "demo/demoprovider.h"
#include "gui/colourscheme.h"
#include "gui/diagnosticsdialog.h"
#include "gui/firstpaint.h"
#include "gui/logingate.h"
#include "gui/menubarstyle.h"
#include "instance/singleinstance.h"
#include "instance/startlistener.h"
#include "journal/journal.h"
#include "menuentry/menuentry.h"
#include "provider/providercatalog.h"
#include "session/keychaintokenstore.h"
#include "session/sessionlist.h"
#include "session/wakesignals.h"
#include "useragent/browserobstacle.h"
#include "useragent/clipboarduseragent.h"
#include "useragent/embeddeduseragent.h"
#include "useragent/externaluseragent.h"

#include <QApplication>
#include <QFileInfo>
#include <QNetworkProxyFactory>
#include <QTimer>

#include <cstdio>
#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace {

const QString applicationId = QStringLiteral("io.github.latchkey.Latchkey");

std::unique_ptr<QCoreApplication> makeApplication(bool hasWindow, int &argc, char **argv)
{
    QNetworkProxyFactory::setUseSystemConfiguration(true);
    if (!hasWindow)
        return std::make_unique<QCoreApplication>(argc, argv);
    QGuiApplication::setDesktopFileName(applicationId);
    QApplication::setStyle(new MenuBarStyle);
    auto application = std::make_unique<QApplication>(argc, argv);
    readFontsAhead();
    return application;
}

/// A resident program is to be small: threads share one heap, and what only the start has needed is given back.
void shareHeap()
{
#ifdef __GLIBC__
    mallopt(M_ARENA_MAX, 1);
#endif
}

void giveMemoryBack()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

void setWindowIcon()
{
    QIcon icon;
    for (const int side : {16, 24, 32, 48, 64, 128})
        icon.addFile(QStringLiteral(":/icons/latchkey-%1.png").arg(side), QSize(side, side));
    QApplication::setWindowIcon(icon);
}

Provider providerOf(const demo::DemoProvider &demo, const demo::DemoProvider::Options &options)
{
    Provider provider;
    provider.id = QStringLiteral("demo");
    provider.name = QStringLiteral("Demo Hub");
    provider.apiBaseUrl = demo.apiBaseUrl();
    provider.graphqlUrl = demo.graphqlUrl();
    provider.server.authorizationEndpoint = demo.authorizationEndpoint();
    provider.server.tokenEndpoint = demo.tokenEndpoint();
    provider.server.deviceAuthorizationEndpoint = demo.deviceAuthorizationEndpoint();
    provider.server.revocationEndpoint = demo.revocationEndpoint();
    provider.tokenPage = demo.tokenPage();
    provider.client.clientId = options.clientId;
    provider.client.scope = QStringLiteral("read:user");
    provider.client.redirectPath = options.redirectPath;
    return provider;
}

std::variant<Provider, ProviderProblem> chooseProvider(const ProviderCatalog &catalog, const cli::Options &options,
                                                       const AccountRegistry &registry,
                                                       const std::optional<AccountRecord> &account)
{
    if (account)
        return catalog.open(account->providerId);
    if (options.isDemo)
        return catalog.open(QStringLiteral("demo"));
    if (!options.provider.isEmpty())
        return catalog.open(options.provider);
    const auto last = catalog.open(registry.providerId());
    if (!registry.providerId().isEmpty() && std::holds_alternative<Provider>(last))
        return last;
    return catalog.open(QStringLiteral("github"));
}

int printStatus(const cli::Options &options, const AccountRegistry &registry, TokenStore &store)
{
    cli::Status status(registry, store);
    status.start(options.asJson, [](const QString &output, const QString &trouble, cli::ExitCode code) {
        std::fputs(qPrintable(output), stdout);
        std::fputs(qPrintable(trouble), stderr);
        QCoreApplication::exit(code);
    });
    return QCoreApplication::exec();
}

/// Puts in the client secret that the keychain has, and starts.
int run(const Provider &provider, const OwnRegistrations &registrations, Session &session, const std::function<void()> &start)
{
    registrations.completeIfPossible(provider, &session, [&session, start](const Provider &complete) {
        session.setProvider(complete);
        start();
    });
    return QCoreApplication::exec();
}

/// Ends the program at once: Qt would wait for a name server that does not answer.
int diagnose(const Provider &provider, TokenStore &store)
{
    diagnosis::Diagnosis diagnosis({.provider = provider, .store = store, .loginViewProgram = loginViewProgram()});
    cli::Diagnose diagnose(diagnosis);
    diagnose.start([](const QString &report, cli::ExitCode code) {
        std::fputs(qPrintable(report), stdout);
        std::fflush(nullptr);
        std::_Exit(code);
    });
    return QCoreApplication::exec();
}

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

void openAgain(LoginGate &gate, const instance::Start &start)
{
    const auto outcome = cli::readArguments(start.arguments);
    if (const auto *options = std::get_if<cli::Options>(&outcome))
        gate.openAgain(startOf(*options), start.activationToken);
}

int openWindow(const cli::Options &options, SessionList &sessions, KeychainTokenStore &store, ProviderCatalog &catalog, OwnRegistrations &registrations,
               const instance::SingleInstance &instance)
{
#ifdef LATCHKEY_COLOUR_SCHEME
    const ColourScheme colourScheme;
#endif
    EmbeddedUserAgent embedded(loginViewProgram());
    ExternalUserAgent external;
    ClipboardUserAgent clipboard;
    SignInWays ways{embedded, external, clipboard};
    ways.catalog = options.isDemo ? nullptr : &catalog;
    ways.registrations = &registrations;
    ways.isCodeFirst = browserObstacle() != BrowserObstacle::None;
    LoginGate gate(sessions, ways);
    std::unique_ptr<DiagnosticsDialog> diagnostics;
    QObject::connect(&gate, &LoginGate::diagnosticsRequested, &gate, [&] {
        if (!diagnostics)
            diagnostics = std::make_unique<DiagnosticsDialog>(diagnosis::Subject{.provider = sessions.current().provider(),
                                                                                 .store = store,
                                                                                 .loginViewProgram = loginViewProgram(),
                                                                                 .display = QGuiApplication::platformName()});
        diagnostics->present();
    });
    QStringList refused;
    for (const ProviderProblem &problem : catalog.problems())
        refused.append(problem.text());
    if (!refused.isEmpty())
        gate.say(QCoreApplication::translate("main", "A provider file was refused: %1").arg(refused.join(QLatin1Char('\n'))));
    const std::optional<MenuEntry> menuEntry = MenuEntry::ofThisAppImage();
    if (menuEntry)
        gate.setMenuEntry(*menuEntry);
    std::optional<WakeSignals> wakeSignals;
    QObject::connect(&gate, &LoginGate::painted, &gate, [&] {
        setWindowIcon();
        wakeSignals.emplace();
        QObject::connect(&*wakeSignals, &WakeSignals::woke, &sessions, &SessionList::wake);
        sessions.resumeRevocations();
        QTimer::singleShot(std::chrono::seconds(1), &gate, giveMemoryBack);
        store.connectAhead();
        if (menuEntry)
            menuEntry->follow();
    });
    instance::StartListener laterStarts;
    QObject::connect(&laterStarts, &instance::StartListener::startedAgain, &gate,
                     [&gate](const instance::Start &start) { openAgain(gate, start); });
    laterStarts.listen(instance.socketPath());
    Session &first = sessions.current();
    return run(first.provider(), registrations, first, [&] { gate.open(startOf(options)); });
}

} // namespace

int main(int argc, char *argv[])
{
    shareHeap();
    journal::install();
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const auto outcome = cli::readArguments(arguments);
    if (const auto *exit = std::get_if<cli::Exit>(&outcome))
        return cli::print(exit->text, exit->code);
    const auto &options = std::get<cli::Options>(outcome);
    const bool hasWindow = options.command == cli::Options::Command::OpenWindow;

    QCoreApplication::setApplicationName(QStringLiteral("latchkey"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LATCHKEY_VERSION));
    const Places places = options.isDemo ? Places::ofDemo() : Places::ofUser();
    AccountRegistry registry(places.settingsFile);

    // Before there is an application: a later start needs no display, and its activation token is still to be read.
    const QString instanceName = options.isDemo ? QStringLiteral("latchkey-demo") : QStringLiteral("latchkey");
    instance::SingleInstance instance(instance::runtimeFolder(), instanceName);
    if (hasWindow) {
        const auto role = instance.join(instance::Start::withArguments(arguments));
        if (!role)
            return cli::print(QStringLiteral("latchkey: it is running already, but does not answer; end that process first\n"),
                              cli::Failed);
        if (*role == instance::SingleInstance::Role::Later)
            return cli::Done;
    }
    KeychainTokenStore store(applicationId);
    if (!registry.accounts().isEmpty())
        store.connectAhead();
    const auto application = makeApplication(hasWindow, argc, argv);

    if (options.command == cli::Options::Command::Status)
        return printStatus(options, registry, store);

    const demo::DemoProvider::Options demoOptions{.ledgerFile = places.demoLedgerFile};
    demo::DemoProvider demo(demoOptions);
    ProviderCatalog catalog(options.isDemo ? QStringList() : providerFolders());
    if (options.isDemo && !demo.listen())
        return cli::print(QStringLiteral("latchkey: the demo provider cannot listen on 127.0.0.1\n"), cli::Failed);
    if (options.isDemo)
        catalog.add(providerOf(demo, demoOptions));
    const auto account = cli::chooseAccount(options, registry.accounts());
    if (const auto *exit = std::get_if<cli::Exit>(&account))
        return cli::print(exit->text, exit->code);
    const auto &record = std::get<std::optional<AccountRecord>>(account);
    const auto chosen = chooseProvider(catalog, options, registry, record);
    if (const auto *problem = std::get_if<ProviderProblem>(&chosen))
        return cli::print(QStringLiteral("latchkey: %1\n").arg(problem->text()), cli::Failed);

    const Provider &provider = std::get<Provider>(chosen);
    if (options.command == cli::Options::Command::Diagnose)
        return diagnose(provider, store);
    OwnRegistrations registrations(QFileInfo(places.settingsFile).path() + QStringLiteral("/providers"), store);
    if (hasWindow) {
        SessionList sessions(provider, catalog, registrations, store, registry, places);
        return openWindow(options, sessions, store, catalog, registrations, instance);
    }
    Session session(provider, store, registry, places);
    const bool prefersCode = browserObstacle() != BrowserObstacle::None;
    cli::Terminal terminal(options, catalog, registry, registrations, session, record, prefersCode);
    return run(provider, registrations, session, [&] { terminal.start(); });
}
