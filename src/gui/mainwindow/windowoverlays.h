// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/overlays/toast.h"
#include "session/storage/accountregistry.h"

#include <QImage>
#include <QPointer>

#include <functional>

class Account;
class AccountActions;
class AccountPopover;
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

    /// How to get the picture of another account; may be empty.
    void setPictures(std::function<QImage(const QString &key)> pictures) { m_pictures = std::move(pictures); }

    /// Below `anchor`. Closes the popover if it is open.
    void showAccounts(const QWidget &anchor);

    void showPalette();
    void showShortcuts();

    /// Asks whether to sign out; signOutRequested() is the yes.
    void askSignOut();

    Toast &toasts() { return m_toasts; }

Q_SIGNALS:
    void accountRequested(const QString &key);
    void signOutRequested();

private:
    void fillPalette();

    QWidget &m_window;
    Account &m_account;
    WindowActions &m_actions;
    AccountActions &m_accounts;
    Toast m_toasts;
    std::function<QImage(const QString &key)> m_pictures;
    QPointer<AccountPopover> m_accountPopover;
    QPointer<SignOutSheet> m_signOutSheet;
    Palette *m_palette = nullptr; ///< Until it is first shown.
    PaletteEntries *m_entries = nullptr; ///< As above, and for providers other than GitHub.
};
