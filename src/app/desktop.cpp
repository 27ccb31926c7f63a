// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop.h"

#include "app/process.h"
#include "app/providerchoice.h"
#include "app/windowsurroundings.h"
#include "cli/accountchoice.h"
#include "processes/watchedstart.h"
#include "provider/providercatalog.h"
#include "session/sessionlist.h"
#include "useragent/browserobstacle.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QPointer>

namespace {

/// A window that fails to open does so earlier. Until then the demo stays, to say so.
constexpr std::chrono::seconds timeToOpen(2);

} // namespace

Desktop::Desktop(const cli::Options &options, const DesktopParts &parts)
    : m_options(options),
      m_parts(parts),
      m_embedded(loginViewProgram()),
      m_gate(parts.sessions, signInSetup()),
      m_otherWindows(m_gate, parts.sessions, parts.preferences, parts.choices),
      m_menuEntry(MenuEntry::ofThisAppImage())
{
    connect(&m_gate, &LoginGate::diagnosticsRequested, this, &Desktop::showDiagnostics);
    connect(&m_gate, &LoginGate::demoRequested, this, &Desktop::tryDemo);
    connect(&m_gate, &LoginGate::realSignInRequested, this, &Desktop::leaveDemo);
    connect(&m_gate, &LoginGate::painted, this, &Desktop::finishStart);
    m_end.setSingleShot(true);
    connect(&m_end, &QTimer::timeout, qApp, &QCoreApplication::quit);
    connect(&m_laterStarts, &processes::StartListener::startedAgain, this, &Desktop::openAgain);
    m_embedded.setSurroundings(&surroundingsOfActiveWindow);
    connect(&parts.choices, &AppliedChoices::lookChanged, &m_embedded, &EmbeddedUserAgent::followLook);
    if (m_options.isDemo)
        m_gate.offerRealSignIn();
    tellOfRefusedFiles();
    tellOfUnusedCertificates();
    if (m_menuEntry)
        m_gate.setMenuEntry(*m_menuEntry);
    useStartChoices();
    connect(&parts.preferences, &Preferences::changed, this, &Desktop::useStartChoices);
    m_laterStarts.listen(parts.socketPath);
}

Desktop::~Desktop() = default;

SignInSetup Desktop::signInSetup()
{
    SignInSetup setup{m_embedded, m_external, m_clipboard, m_parts.registrations};
    setup.catalog = m_options.isDemo ? nullptr : &m_parts.catalog;
    setup.offersDemo = !m_options.isDemo;
    if (!m_options.isDemo)
        setup.cli = GitHubCli::ofThisComputer();
    if (!m_options.isTemporary)
        setup.store = &m_parts.store;
    setup.beginsAtWelcome = !m_options.isDemo && m_options.provider.isEmpty() && !m_options.way;
    setup.machine.hasBrowserObstacle = browserObstacle() != BrowserObstacle::None;
    return setup;
}

/// What counts when a window opens, and when it closes. The other choices are for what is open: see AppliedChoices.
void Desktop::useStartChoices()
{
    const Choices &choices = m_parts.preferences.choices();
    m_gate.setWindowFile(choices.restoresWindow ? m_parts.windowFile : QString());
    m_gate.setStartPage(choices.startPage);
}

void Desktop::tellOfRefusedFiles()
{
    QStringList refused;
    for (const ProviderProblem &problem : m_parts.catalog.problems())
        refused.append(problem.text());
    if (!refused.isEmpty())
        m_gate.tell({tr("A provider file was refused: %1").arg(refused.join(QLatin1Char('\n')))});
    QStringList ignored;
    for (const ProviderProblem &notice : m_parts.catalog.notices())
        ignored.append(notice.text());
    if (!ignored.isEmpty())
        m_gate.tell({tr("A provider file has a key that Latchkey ignores: %1").arg(ignored.join(QLatin1Char('\n')))});
}

void Desktop::tellOfUnusedCertificates()
{
    QStringList problems;
    for (const http::TrustSource &source : m_parts.trust.sources) {
        if (const QString problem = http::problemOf(source); !problem.isEmpty())
            problems.append(problem);
    }
    if (!problems.isEmpty())
        m_gate.tell({problems.join(QLatin1Char('\n'))});
}

void Desktop::open()
{
    m_gate.open(m_options.way);
}

/// Does what the first paint did not need.
void Desktop::finishStart()
{
    setWindowIcon();
    m_parts.choices.theme().follow();
    m_wakeSignals.emplace();
    connect(&*m_wakeSignals, &WakeSignals::woke, &m_parts.sessions, &SessionList::wake);
    m_parts.sessions.resume();
    if (!m_options.isTemporary)
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
    turnTo(*options, start.folder, [this, way = options->way, token = start.activationToken] {
        m_gate.openAgain(way, token);
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
        m_gate.tell({problem->text()});
        return whenDone();
    }
    m_parts.registrations.completeIfPossible(std::get<Provider>(opened), this, [this, whenDone](const Provider &provider) {
        m_gate.turnTo(provider);
        whenDone();
    });
}

void Desktop::turnToAccount(const cli::Options &options)
{
    Q_ASSERT(!options.account.isEmpty());
    const auto account = cli::chooseAccount(options, m_parts.sessions.accounts());
    if (const auto *found = std::get_if<std::optional<AccountRecord>>(&account))
        return m_parts.sessions.select((*found)->key());
    const bool isNobody = std::get<cli::Outcome>(account).code == cli::NobodySignedIn;
    m_gate.tell({isNobody ? tr("Nobody is signed in as %1.").arg(options.account)
                         : tr("%1 is signed in at several servers: choose one in the menu.").arg(options.account)});
}

void Desktop::showDiagnostics()
{
    const Provider &provider = m_parts.sessions.current().provider();
    if (!m_diagnostics || m_diagnosedHost != provider.host())
        m_diagnostics = std::make_unique<DiagnosticsDialog>(diagnosis::Subject{.provider = provider,
                                                                               .store = m_parts.store,
                                                                               .loginViewProgram = loginViewProgram(),
                                                                               .trust = m_parts.trust,
                                                                               .display = QGuiApplication::platformName()});
    m_diagnosedHost = provider.host();
    m_diagnostics->present();
}

/// The demo is a separate process, so nothing of it gets among the person's accounts and settings. A demo that is open
/// already comes forward.
void Desktop::tryDemo()
{
    const QString method = QFileInfo::exists(loginViewProgram()) ? QStringLiteral("embedded") : QStringLiteral("browser");
    // The first window of the demo takes over.
    const auto takeover = connect(qApp, &QGuiApplication::applicationStateChanged, &m_gate, &LoginGate::stepAside, Qt::SingleShotConnection);
    ++m_openDemos;
    processes::startWatched(ownProgram(), {QStringLiteral("--demo"), QStringLiteral("--temporary"), QStringLiteral("--method"), method},
                            [desktop = QPointer(this), takeover] {
        disconnect(takeover);
        if (!desktop)
            return;
        --desktop->m_openDemos;
        desktop->m_gate.comeBack();
        desktop->m_gate.tell({tr("The demo could not be started.")});
    }, [desktop = QPointer(this), takeover] {
        // A start that only brings an open demo forward ends at once.
        if (!desktop || --desktop->m_openDemos > 0)
            return;
        disconnect(takeover);
        desktop->m_gate.comeBack();
    });
}

/// Brings the person's own window forward, or opens it, and then closes the demo.
void Desktop::leaveDemo()
{
    if (m_end.isActive())
        return;
    m_end.start(timeToOpen);
    processes::startWatched(ownProgram(), {}, [desktop = QPointer(this)] {
        if (!desktop)
            return;
        desktop->m_end.stop();
        desktop->m_gate.tell({tr("Latchkey could not be started.")});
    });
}

#include "moc_desktop.cpp"
