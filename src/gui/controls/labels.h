// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/look/measures.h"

#include <QGridLayout>
#include <QKeySequence>
#include <QLabel>
#include <QUrl>

class QAction;

/// How the pages of the main window present text.

/// Gives a widget the font of a kind of text, also after the zoom changes.
void useText(QWidget *widget, look::Text kind);

/// Gives a label the color of text that explains other text.
void useSecondaryText(QLabel *label);

/// The same, with the font of captions.
void useCaption(QLabel *label);

/// The color of text that explains other text.
QColor secondaryTextColor(const QPalette &palette);

/// Shows or hides a fact together with its name, the widget before it in the grid. Facts are in a grid because
/// QFormLayout writes past the end of its lists if rows are hidden and values wrap (Qt 6.4).
void showRow(const QGridLayout &facts, QWidget *value, bool isVisible);

/// A name for a button or a menu, which are as wide as their text: cut if that is very wide.
QString shortened(const QString &name);

/// Words as the text of a button or an action, where an ampersand would otherwise mark a key.
QString escapedForButton(const QString &words);

/// The words of an action, whose text is escaped like that.
QString wordsOf(const QAction &action);

/// The name of a shortcut, such as "Ctrl+?", also inside text that is read from right to left.
QString nameOf(const QKeySequence &shortcut);

/// Text for a tooltip, escaped. A long one is wrapped, and cut if it is very long.
QString tooltip(const QString &text);

/// Rich text: a link to `url` that reads `text`, or by default the address without its scheme. If `url` is empty, the text
/// alone. `text` is escaped.
QString link(const QUrl &url, const QString &text = {});
