// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QGridLayout>
#include <QLabel>
#include <QUrl>

/// How the pages of the main window set their text.

void enlarge(QLabel *label, qreal factor, bool isBold);

/// The color of text that explains other text: a little paler but well readable.
QColor secondaryTextColor(const QPalette &palette);

/// Sets a label in that color, and keeps it so when the desktop's colors change.
void useSecondaryText(QLabel *label);

/// Shows or hides a fact with its name, which stands before it. A grid and not a QFormLayout: that one writes past the
/// end of its own lists where rows are hidden and values wrap (Qt 6.4).
void showRow(const QGridLayout &facts, QWidget *value, bool isVisible);

/// Rich text that leads to a page: `text`, escaped, or the address without its scheme. Only the text where there is no
/// page.
QString link(const QUrl &url, const QString &text = {});
