// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QUrl>

/// Opens a page in the person's browser. False if there is none; the browser may fail later without our knowing.
///
/// The browser may live longer than Latchkey: it runs in a separate session, and has neither our terminal's input nor our
/// outputs.
bool openPage(const QUrl &page);
