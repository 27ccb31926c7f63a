// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QUrl>

#include <functional>

class QObject;

/// Opens a page in the person's browser. If no browser can be started, `whenNotOpened` is called: once, never from inside this
/// call, and not after `context` is gone. On Wayland and on Windows a browser may also fail without our knowing.
///
/// The browser may live longer than Latchkey: it runs in a separate session, and has neither our terminal's input nor our
/// outputs.
void openPage(const QUrl &page, QObject *context, const std::function<void()> &whenNotOpened);

/// The command that opens pages from now on: a program with arguments, which gets the address as its last one. Empty: the
/// system's browser.
void setBrowser(const QString &command);

/// The same for a widget. If no browser can be started, it and its parents get a PageNotOpened, so that a window can say so.
void openPage(const QUrl &page, QObject *asker);
