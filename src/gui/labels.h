// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFormLayout>
#include <QLabel>
#include <QUrl>

/// How the pages of the main window set their text.

void enlarge(QLabel *label, qreal factor, bool isBold);

/// The colour of text that explains other text: a little paler but well readable.
QColor quietText(const QPalette &palette);

/// Sets a label in that colour, and keeps it so when the desktop's colours change.
void quieten(QLabel *label);

/// Shows or hides a fact with its name. Not QFormLayout::setRowVisible(): in a window that is shown, Qt 6.4 then writes
/// past the end of the layout's own lists.
void showRow(const QFormLayout &facts, QWidget *value, bool isVisible);

/// Rich text that leads to a page: `text`, escaped, or the address without its scheme. Only the text where there is no
/// page.
QString link(const QUrl &url, const QString &text = {});
