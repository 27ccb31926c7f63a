// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/demoworld.h"
#include "support/gateway.h"
#include "support/scriptedserver.h"
#include "support/scripteduseragent.h"

#include "github/viewer.h"
#include "gui/logingate.h"

#include <QAction>
#include <QApplication>
#include <QPushButton>

/// The application with its windows, and a demo provider with a gateway in front of one of its endpoints.
struct FaultWorld : DemoWorld
{
    explicit FaultWorld(const http::AnswerLimits &answerLimits = {}) : limits(answerLimits) { DemoWorld::session.reset(); }

    /// Starts the application.
    void open()
    {
        gate.reset();
        sessions = std::make_unique<SessionList>(provider, catalog, registrations, storage,
                                                 SessionOptions{.clock = [this] { return now; }, .limits = limits, .refusalPause = std::chrono::milliseconds(10)});
        gate = std::make_unique<LoginGate>(*sessions, SignInSetup{person, otherAgent, otherAgent, registrations});
        gate->open();
    }

    /// The session that the windows show.
    Session &session() const { return sessions->current(); }

    bool waitFor(Session::State state) const
    {
        return eventually([&] { return session().state() == state; });
    }

    /// Clicks the button and waits until the attempt is over, or until `isThere`.
    bool pressSignIn(const std::function<bool()> &isThere = {})
    {
        QPushButton *button = control<SignInWindow, QPushButton>("signInHereButton");
        if (!button)
            return false;
        button->click();
        return eventually([&] {
            return session().state() != Session::State::SigningIn || (isThere && isThere());
        });
    }

    /// Waits until all that a new main window requests has arrived.
    bool waitForProfile()
    {
        const QUrl picture(server.account().value(QLatin1String("avatar_url")).toString());
        return eventually([&] { return session().account()->resources().cached(github::image(picture)).has_value(); });
    }

    bool signInByWindow() { return pressSignIn() && session().state() == Session::State::SignedIn; }

    template<typename Window>
    static Window *window()
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            auto *found = qobject_cast<Window *>(widget);
            if (found && found->isVisible())
                return found;
        }
        return nullptr;
    }

    /// A visible and enabled control of the window.
    template<typename Window, typename Control>
    static Control *control(const char *name)
    {
        Window *shown = window<Window>();
        auto *found = shown ? shown->template findChild<Control *>(QLatin1String(name)) : nullptr;
        return found && found->isEnabled() && found->isVisible() ? found : nullptr;
    }

    /// True if exactly the window that fits the state is open, with the controls that a person needs to go on.
    bool isWindowUsable() const
    {
        return eventually([this] { return hasWindowToGoOnWith(); });
    }

    bool hasWindowToGoOnWith() const
    {
        if (session().state() == Session::State::SignedIn) {
            return !window<SignInWindow>() && control<MainWindow, QAction>("signOutAction")
                && control<MainWindow, QAction>("refreshAction");
        }
        const char *button = session().state() == Session::State::SigningIn ? "cancelButton" : "signInHereButton";
        return !window<MainWindow>() && control<SignInWindow, QPushButton>(button);
    }

    /// Refreshes the profile, as F5 does. True once the window is done.
    static bool pressRefresh()
    {
        if (!eventually([] { return control<MainWindow, QAction>("refreshAction"); }))
            return false;
        control<MainWindow, QAction>("refreshAction")->trigger();
        return eventually([] { return control<MainWindow, QAction>("refreshAction") || window<SignInWindow>(); });
    }

    http::AnswerLimits limits;
    ScriptedUserAgent otherAgent;
    QObject context;
    ProviderCatalog catalog{QStringList()};
    OwnRegistrations registrations{folder.filePath(QStringLiteral("providers")), store};
    std::unique_ptr<SessionList> sessions;
    std::unique_ptr<LoginGate> gate;
};
