// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/keychain/keychainstate.h"
#include "session/account.h"

#include <QObject>

#include <functional>

class AlertArea;
class InlineAlert;

/// What the main window has to tell above its pages: errors of the server, what is wrong with the stored sign-in, and
/// messages.
class AccountAlerts : public QObject
{
    Q_OBJECT

public:
    /// The bars become children of `area`, and tell of all pages that cannot be opened for `window`.
    AccountAlerts(Account &account, AlertArea &area, QWidget &window);

    /// Shows a message that is not about this account's data. It stays until the person dismisses it or acts on it.
    void say(const QString &text);

    /// Adds a button with this text and action to the message.
    void offer(const QString &buttonText, const std::function<void()> &action);

    void showError(const Error &error);
    void clearError();

    /// Says that this is the demo, and offers to leave it.
    void offerRealSignIn();

Q_SIGNALS:
    /// The person wants to try again what has failed.
    void refreshRequested();
    void signInAgainRequested();
    void realSignInRequested();

private:
    void showStorageError();
    void showKeychainHelp(KeychainState state);
    void showRenewalObstacle();

    Account &m_account;
    QWidget &m_window;
    InlineAlert *m_demo;
    InlineAlert *m_message;
    InlineAlert *m_organizations;
    InlineAlert *m_storage;
    InlineAlert *m_renewal;
    InlineAlert *m_error;
};
