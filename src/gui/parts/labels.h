// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QGridLayout>
#include <QLabel>
#include <QUrl>

/// How the pages of the main window present text.

void enlarge(QLabel *label, qreal factor, bool isBold);

/// The color of text that explains other text: paler than that, but still easy to read.
QColor secondaryTextColor(const QPalette &palette);

/// Gives a label that color, and updates it when the desktop's colors change.
void useSecondaryText(QLabel *label);

/// Shows or hides a fact together with its name, the widget before it in the grid. Facts are in a grid because
/// QFormLayout writes past the end of its lists if rows are hidden and values wrap (Qt 6.4).
void showRow(const QGridLayout &facts, QWidget *value, bool isVisible);

/// A name for a button or a menu, which are as wide as their text: cut if that is very wide.
QString shortened(const QString &name);

/// Text for a tooltip, escaped. A long one is wrapped, and cut if it is very long.
QString tooltip(const QString &text);

/// Rich text: a link to `url` that reads `text`, or by default the address without its scheme. If `url` is empty, the text
/// alone. `text` is escaped.
QString link(const QUrl &url, const QString &text = {});
