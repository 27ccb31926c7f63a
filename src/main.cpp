// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/options.h"
#include "cli/signout.h"
#include "cli/status.h"
#include "demo/demoprovider.h"
#include "gui/logingate.h"
#include "instance/singleinstance.h"
#include "instance/startlistener.h"
#include "provider/providercatalog.h"
#include "session/keychaintokenstore.h"
#include "useragent/clipboarduseragent.h"
#include "useragent/embeddeduseragent.h"
#include "useragent/externaluseragent.h"

#include <QApplication>
#include <QNetworkProxyFactory>

#include <cstdio>

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

LoginGate::Start startOf(const cli::Options &options)
{
    switch (options.method) {
    case cli::Options::Method::Embedded: return LoginGate::Start::SignInHere;
    case cli::Options::Method::Browser: return LoginGate::Start::SignInWithBrowser;
    case cli::Options::Method::Any: break;
    }
    return LoginGate::Start::Nothing;
}

void openAgain(LoginGate &gate, const instance::Start &start)
{
    const auto outcome = cli::readArguments(start.arguments);
    if (const auto *options = std::get_if<cli::Options>(&outcome))
        gate.openAgain(startOf(*options), start.activationToken);
}

int openWindow(const cli::Options &options, Session &session, const QList<ProviderProblem> &problems,
               const instance::SingleInstance &instance)
{
    EmbeddedUserAgent embedded(loginViewProgram());
    ExternalUserAgent external;
    ClipboardUserAgent clipboard;
    LoginGate gate(session, {embedded, external, clipboard});
    QStringList refused;
    for (const ProviderProblem &problem : problems)
        refused.append(problem.text());
    if (!refused.isEmpty())
        gate.say(QCoreApplication::translate("main", "A provider file was refused: %1").arg(refused.join(QLatin1Char('\n'))));
    gate.open(startOf(options));
    instance::StartListener laterStarts;
    QObject::connect(&laterStarts, &instance::StartListener::startedAgain, &gate,
                     [&gate](const instance::Start &start) { openAgain(gate, start); });
    laterStarts.listen(instance.socketPath());
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const auto outcome = cli::readArguments(arguments);
    if (const auto *exit = std::get_if<cli::Exit>(&outcome))
        return print(exit->text, exit->code);
    const auto &options = std::get<cli::Options>(outcome);
    const bool hasWindow = options.command == cli::Options::Command::OpenWindow;

    // Before there is an application: a later start needs no display, and its activation token is still to be read.
    const QString instanceName = options.isDemo ? QStringLiteral("latchkey-demo") : QStringLiteral("latchkey");
    instance::SingleInstance instance(instance::runtimeFolder(), instanceName);
    if (hasWindow) {
        const auto role = instance.join(instance::Start::withArguments(arguments));
        if (!role)
            return print(QStringLiteral("latchkey: it is running already, but does not answer; end that process first\n"),
                         cli::Failed);
        if (*role == instance::SingleInstance::Role::Later)
            return cli::Done;
    }
    const auto application = makeApplication(hasWindow, argc, argv);

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

    Session session(std::get<Provider>(chosen), store, registry, places);
    return options.command == cli::Options::Command::SignOut ? signOut(session)
                                                             : openWindow(options, session, catalog.problems(), instance);
}
