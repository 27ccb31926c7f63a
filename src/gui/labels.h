// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>
#include <QUrl>

/// How the pages of the main window set their text.

void enlarge(QLabel *label, qreal factor, bool isBold);

/// Text that explains other text, a little paler but well readable.
void quieten(QLabel *label);

/// Rich text that leads to a page: `text`, escaped, or the address without its scheme. Only the text where there is no
/// page.
QString link(const QUrl &url, const QString &text = {});
