// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class AccountActions;
class QMainWindow;
class QMenuBar;
class WindowActions;

/// Puts all that can be done in the window into the desktop's global menu bar (Plasma, Unity, macOS). Where there is none, the
/// window stays without a menu bar. Qt asks D-Bus for it and waits, so this is not for before the first paint. All must outlive
/// the window's menus.
void addGlobalMenu(QMainWindow &window, const WindowActions &actions, const AccountActions &accounts);

/// The menus themselves, filled each time that they open.
void fillMenuBar(QMenuBar &bar, const WindowActions &actions, const AccountActions &accounts);
