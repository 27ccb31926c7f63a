// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/account/popover/accountpopover.h"
#include "gui/overlays/toast.h"
#include "session/storage/accountregistry.h"

#include <QPointer>

#include <functional>

class Account;
class AccountActions;
class Palette;
class PaletteEntries;
class QAction;
class SignOutSheet;
class WindowActions;

/// What lies over the main window for a moment: the account popover, the palette, the list of keys, toasts. Each is built
/// when it is first needed.
class WindowOverlays : public QObject
{
    Q_OBJECT

public:
    /// `window` becomes the parent.
    WindowOverlays(QWidget &window, Account &account, WindowActions &actions, AccountActions &accounts);

    /// Finds another account, to show its picture and what its cache knows; null if it is not signed in yet. May be empty.
    using FindAccount = std::function<const Account *(const QString &key)>;
    void setAccounts(FindAccount find) { m_find = std::move(find); }

    /// Below `anchor`. Closes the popover if it is open. `unread` is the number of the account that is shown.
    void showAccounts(const QWidget &anchor, int unread);

    void showPalette();
    void showShortcuts();

    /// Closes the palette and the account popover, if they are open.
    void dismissPopovers();

    /// Asks whether to sign out; signOutRequested() is the yes.
    void askSignOut();

    Toast &toasts() { return m_toasts; }

Q_SIGNALS:
    void accountRequested(const QString &key);
    void signOutRequested();

private:
    AccountPopover::Entry popoverEntry(const AccountRecord &record, qsizetype place, int unread) const;
    void fillPalette();

    QWidget &m_window;
    Account &m_account;
    WindowActions &m_actions;
    AccountActions &m_accounts;
    Toast m_toasts;
    FindAccount m_find;
    QPointer<AccountPopover> m_accountPopover;
    QPointer<SignOutSheet> m_signOutSheet;
    Palette *m_palette = nullptr; ///< Until it is first shown.
    PaletteEntries *m_entries = nullptr; ///< As above, and for providers other than GitHub.
};
