// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/diagnose.h"
#include "cli/options.h"
#include "cli/signout.h"
#include "cli/status.h"
#include "demo/demoprovider.h"
#include "gui/diagnosticsdialog.h"
#include "gui/logingate.h"
#include "journal/journal.h"
#include "provider/providercatalog.h"
#include "session/keychaintokenstore.h"
#include "useragent/clipboarduseragent.h"
#include "useragent/embeddeduseragent.h"
#include "useragent/externaluseragent.h"

#include <QApplication>
#include <QNetworkProxyFactory>

#include <cstdio>
#include <cstdlib>

namespace {

const QString applicationId = QStringLiteral("io.github.latchkey.Latchkey");

int print(const QString &text, cli::ExitCode code)
{
    std::fputs(qPrintable(text), code == cli::Done ? stdout : stderr);
    return code;
}

std::unique_ptr<QCoreApplication> makeApplication(bool hasWindow, int &argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("latchkey"));
    QCoreApplication::setApplicationVersion(QStringLiteral(LATCHKEY_VERSION));
    QNetworkProxyFactory::setUseSystemConfiguration(true);
    if (!hasWindow)
        return std::make_unique<QCoreApplication>(argc, argv);
    QGuiApplication::setDesktopFileName(applicationId);
    auto application = std::make_unique<QApplication>(argc, argv);
    QIcon icon;
    for (const int side : {16, 24, 32, 48, 64, 128, 256})
        icon.addFile(QStringLiteral(":/icons/latchkey-%1.png").arg(side), QSize(side, side));
    QApplication::setWindowIcon(icon);
    return application;
}

Provider providerOf(const demo::DemoProvider &demo, const demo::DemoProvider::Options &options)
{
    Provider provider;
    provider.id = QStringLiteral("demo");
    provider.name = QStringLiteral("Demo Hub");
    provider.apiBaseUrl = demo.apiBaseUrl();
    provider.server.authorizationEndpoint = demo.authorizationEndpoint();
    provider.server.tokenEndpoint = demo.tokenEndpoint();
    provider.server.revocationEndpoint = demo.revocationEndpoint();
    provider.client.clientId = options.clientId;
    provider.client.scope = QStringLiteral("read:user");
    provider.client.redirectPath = options.redirectPath;
    return provider;
}

std::variant<Provider, ProviderProblem> chooseProvider(const ProviderCatalog &catalog, const cli::Options &options,
                                                       const AccountRegistry &registry)
{
    if (!options.provider.isEmpty())
        return catalog.open(options.provider);
    if (const auto last = catalog.find(registry.providerId()))
        return *last;
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

int signOut(Session &session)
{
    cli::SignOut signOut(session);
    signOut.start([](const QString &sentence, cli::ExitCode code) {
        QCoreApplication::exit(print(sentence + QLatin1Char('\n'), code));
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

int openWindow(const cli::Options &options, Session &session, TokenStore &store, const QList<ProviderProblem> &problems)
{
    EmbeddedUserAgent embedded(loginViewProgram());
    ExternalUserAgent external;
    ClipboardUserAgent clipboard;
    LoginGate gate(session, {embedded, external, clipboard});
    std::unique_ptr<DiagnosticsDialog> diagnostics;
    QObject::connect(&gate, &LoginGate::diagnosticsRequested, &gate, [&] {
        if (!diagnostics)
            diagnostics = std::make_unique<DiagnosticsDialog>(diagnosis::Subject{.provider = session.provider(),
                                                                                 .store = store,
                                                                                 .loginViewProgram = loginViewProgram(),
                                                                                 .display = QGuiApplication::platformName()});
        diagnostics->present();
    });
    QStringList refused;
    for (const ProviderProblem &problem : problems)
        refused.append(problem.text());
    if (!refused.isEmpty())
        gate.say(QCoreApplication::translate("main", "A provider file was refused: %1").arg(refused.join(QLatin1Char('\n'))));
    using Method = cli::Options::Method;
    using Start = LoginGate::Start;
    gate.open(options.method == Method::Embedded ? Start::SignInHere
                  : options.method == Method::Browser ? Start::SignInWithBrowser
                                                      : Start::Nothing);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    journal::install();
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const auto outcome = cli::readArguments(arguments);
    if (const auto *exit = std::get_if<cli::Exit>(&outcome))
        return print(exit->text, exit->code);
    const auto &options = std::get<cli::Options>(outcome);
    const auto application = makeApplication(options.command == cli::Options::Command::OpenWindow, argc, argv);

    const Places places = options.isDemo ? Places::ofDemo() : Places::ofUser();
    AccountRegistry registry(places.settingsFile);
    KeychainTokenStore store(applicationId);
    if (options.command == cli::Options::Command::Status)
        return printStatus(options, registry, store);

    const demo::DemoProvider::Options demoOptions{.ledgerFile = places.demoLedgerFile};
    demo::DemoProvider demo(demoOptions);
    ProviderCatalog catalog(options.isDemo ? QStringList() : providerFolders());
    if (options.isDemo && !demo.listen())
        return print(QStringLiteral("latchkey: the demo provider cannot listen on 127.0.0.1\n"), cli::Failed);
    if (options.isDemo)
        catalog.add(providerOf(demo, demoOptions));
    const auto chosen = options.isDemo ? catalog.open(QStringLiteral("demo")) : chooseProvider(catalog, options, registry);
    if (const auto *problem = std::get_if<ProviderProblem>(&chosen))
        return print(QStringLiteral("latchkey: %1\n").arg(problem->text()), cli::Failed);

    if (options.command == cli::Options::Command::Diagnose)
        return diagnose(std::get<Provider>(chosen), store);
    Session session(std::get<Provider>(chosen), store, registry, places);
    return options.command == cli::Options::Command::SignOut ? signOut(session)
                                                             : openWindow(options, session, store, catalog.problems());
}
