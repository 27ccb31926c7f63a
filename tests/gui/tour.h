// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "diagnosis/diagnosisworld.h"
#include "gui/signedin.h"

#include "gui/about/aboutwindow.h"
#include "gui/account/scopesheet.h"
#include "gui/account/signoutsheet.h"
#include "gui/diagnosticsdialog.h"
#include "gui/mainwindow/mainwindow.h"
#include "gui/overlays/popover.h"
#include "gui/overlays/sheet.h"
#include "gui/page/page.h"
#include "gui/page/pagestack.h"
#include "gui/settings/settingswindow.h"
#include "gui/signin/signinwindow.h"
#include "provider/providercatalog.h"
#include "session/registration/ownregistrations.h"

#include <QAbstractButton>
#include <QAction>

#include <functional>

/// Opens every window of Latchkey in turn, and every page in it, once it shows what the server has sent.
namespace tour {

/// Looks at a window that shows the page of this name, such as "profile" or "sign-in-token".
using Look = std::function<void(QWidget &window, const QString &name)>;

template<typename Condition>
void waitUntil(const Condition &condition, const char *what)
{
    if (!QTest::qWaitFor(condition, 20000))
        qFatal("no %s", what);
}

/// The sign-in window in a fresh installation.
struct Gate
{
    explicit Gate(const Provider &provider) : session(provider, storage, unusedTokens, {}), setup{person, person, person, registrations}
    {
        person.setAnswer(FormFillingUserAgent::Answer::None);
        setup.catalog = &catalog;
        setup.store = &store;
        setup.beginsAtWelcome = true;
        setup.offersDemo = true;
        session.restore();
        waitUntil([this] { return session.state() == Session::State::SignedOut; }, "session");
        window = std::make_unique<SignInWindow>(session, setup);
        window->show();
    }

    QTemporaryDir folder;
    Paths paths{folder.filePath(QStringLiteral("latchkey.conf")), folder.filePath(QStringLiteral("cache")), {}};
    HeldTokenStore store;
    AccountRegistry registry{paths.settingsFile};
    AccountStorage storage{store, registry, paths};
    UnusedTokens unusedTokens{storage, {}};
    FormFillingUserAgent person{demoPerson()};
    OwnRegistrations registrations{folder.filePath(QStringLiteral("providers")), store};
    ProviderCatalog catalog{QStringList()};
    Session session;
    SignInSetup setup;
    std::unique_ptr<SignInWindow> window;
};

inline void turnTo(MainWindow &window, PageId page)
{
    window.turnTo(page);
    const PageStack &stack = *window.findChild<PageStack *>();
    waitUntil([&] { return stack.currentPage() && !stack.currentPage()->isRefreshing(); }, "page");
    if (page == PageId::Profile)
        waitUntil([&] { return window.findChild<QWidget *>(QStringLiteral("pinnedCard")); }, "overview");
}

inline void pages(MainWindow &window, const Look &look)
{
    const QList<PageId> ids = window.findChild<PageStack *>()->ids();
    for (const PageId page : ids) {
        turnTo(window, page);
        look(window, keyOf(page));
    }
}

/// What lies over the main window for a moment. The first ones have an action each.
inline void overlays(MainWindow &window, const Account &account, const Look &look)
{
    QApplication::setActiveWindow(&window);
    waitUntil([&] { return window.isActiveWindow(); }, "active window");
    for (const char *name : {"palette", "accounts", "shortcuts"}) {
        window.findChild<QAction *>(QLatin1String(name) + QLatin1String("Action"))->trigger();
        look(window, QLatin1String(name));
        for (Popover *popover : window.findChildren<Popover *>())
            popover->dismiss();
        for (Sheet *sheet : window.findChildren<Sheet *>())
            sheet->dismiss();
    }
    ScopeSheet scopes({QStringLiteral("notifications"), QStringLiteral("repo")}, account.provider(), &window);
    scopes.open();
    look(window, QStringLiteral("more-access"));
    scopes.dismiss();
    SignOutSheet signOut(account, &window);
    signOut.open();
    look(window, QStringLiteral("sign-out"));
    signOut.dismiss();
}

inline void signInWindow(Gate &gate, const Look &look)
{
    SignInController &controller = gate.window->controller();
    look(*gate.window, QStringLiteral("sign-in-welcome"));
    controller.chooseProvider();
    look(*gate.window, QStringLiteral("sign-in-ways"));
    controller.openPage(SignInPage::Token);
    look(*gate.window, QStringLiteral("sign-in-token"));
    controller.openPage(SignInPage::Host);
    look(*gate.window, QStringLiteral("sign-in-host"));
    controller.openPage(SignInPage::Connect);
    look(*gate.window, QStringLiteral("sign-in-connect"));
    controller.goBack();
    controller.signIn(SignInWay::DeviceCode);
    waitUntil([&] { return gate.session.signInAttempt() && gate.session.signInAttempt()->deviceAuthorization(); }, "code");
    look(*gate.window, QStringLiteral("sign-in-code"));
    controller.goBack();
    controller.signIn(SignInWay::Browser);
    waitUntil([&] { return bool(gate.session.signInAttempt()); }, "attempt");
    look(*gate.window, QStringLiteral("sign-in-waiting"));
}

inline void diagnostics(const Look &look)
{
    DiagnosisWorld world;
    DiagnosticsDialog dialog(world.subject());
    dialog.present();
    look(dialog, QStringLiteral("diagnostics"));
}

inline void settings(const Look &look)
{
    const QTemporaryDir folder;
    Preferences preferences(folder.filePath(QStringLiteral("latchkey.conf")));
    Choices choices;
    choices.browser = QStringLiteral("firefox --private-window"); // Shows the field for it.
    preferences.choose(choices);
    SettingsWindow window(preferences, [](const QList<QUrl> &, QObject *, const diagnosis::ProxyReceiver &receiver) {
        receiver({QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("proxy.example.org"), 3128)});
    });
    AccountRecord ada{.providerId = QStringLiteral("github"), .providerName = QStringLiteral("GitHub"), .host = QStringLiteral("github.com"),
                      .identity = {.id = QStringLiteral("1"), .login = QStringLiteral("ada-demo"), .name = QStringLiteral("Ada Nordström")}};
    AccountRecord bo = ada;
    bo.identity = {.id = QStringLiteral("2"), .login = QStringLiteral("bo-lindqvist"), .name = {}};
    window.setAccounts({ada, bo}, ada.key());
    window.present(QUrl(QStringLiteral("https://github.com")));
    for (const char *section : {"general", "appearance", "accounts", "network"}) {
        window.findChild<QAbstractButton *>(QLatin1String(section) + QLatin1String("Section"))->click();
        look(window, QLatin1String("settings-") + QLatin1String(section));
    }
}

inline void about(const Look &look)
{
    AboutWindow window;
    window.present();
    look(window, QStringLiteral("about"));
}

} // namespace tour
