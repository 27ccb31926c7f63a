// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

class QColor;
class QPainter;
class QRect;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionTab;

/// Paints Qt's controls in the colors in use. All of them leave the painter as it was.
namespace look {

void paintButton(QPainter &painter, const QStyleOptionButton &option);
void paintToolButton(QPainter &painter, const QStyleOption &option);
void paintField(QPainter &painter, const QStyleOption &option);
void paintCombo(QPainter &painter, const QStyleOptionComboBox &option, const QRect &arrow);
void paintCheckBox(QPainter &painter, const QStyleOption &option);
void paintRadioButton(QPainter &painter, const QStyleOption &option);
void paintScrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &handle, const QColor &background);
void paintProgressBar(QPainter &painter, const QStyleOptionProgressBar &option);
void paintTab(QPainter &painter, const QStyleOptionTab &option);

/// The background, the check mark or picture, the text, the key and the chevron of a line in a menu.
void paintMenuItem(QPainter &painter, const QStyleOptionMenuItem &option);

/// The width of all that is beside the text of a line in a menu.
int menuItemExtra(const QStyleOptionMenuItem &option);
int menuItemHeight(const QStyleOptionMenuItem &option);

/// The color of a button's text.
QColor buttonText(const QStyleOption &option);

} // namespace look
