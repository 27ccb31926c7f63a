// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/look/style/controls.h"

#include "gui/look/colors.h"
#include "gui/look/glyphs.h"
#include "gui/look/measures.h"
#include "gui/look/shapes.h"

#include <QDialog>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>
#include <cmath>
#include <utility>

namespace look {

namespace {

bool isEnabled(const QStyleOption &option)
{
    return option.state & QStyle::State_Enabled;
}

bool isUnderMouse(const QStyleOption &option)
{
    return isEnabled(option) && option.state & QStyle::State_MouseOver;
}

bool isDown(const QStyleOption &option)
{
    return option.state & (QStyle::State_Sunken | QStyle::State_On);
}

bool isInDialog(const QStyleOption &option)
{
    const auto *widget = qobject_cast<const QWidget *>(option.styleObject);
    return widget && qobject_cast<const QDialog *>(widget->window());
}

/// Outside of dialogs, an automatic default button is the default only while it has the focus, which its ring shows.
bool isDefault(const QStyleOption &option)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    if (!button || !(button->features & QStyleOptionButton::DefaultButton) || !isEnabled(option))
        return false;
    return !(button->features & QStyleOptionButton::AutoDefaultButton) || isInDialog(option);
}

bool isFlat(const QStyleOption &option)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    return button && button->features & QStyleOptionButton::Flat;
}

QColor disabledText()
{
    return paletteOf(colors()).color(QPalette::Disabled, QPalette::Text);
}

/// The background of what can be pressed.
QColor pressable(const QStyleOption &option, const QColor &atRest)
{
    const Colors &in = colors();
    if (isDown(option) && isEnabled(option))
        return in.isHighContrast ? in.selection : mixed(in.text, in.surface, 0.09);
    return isUnderMouse(option) && !in.isHighContrast ? mixed(in.text, in.surface, 0.045) : atRest;
}

/// Text says what a button is, so its border may be paler than that of a field.
QColor buttonBorder(const QStyleOption &option)
{
    const Colors &in = colors();
    if (!isEnabled(option))
        return in.isHighContrast ? disabledText() : in.cardBorder;
    return mixed(in.controlBorder, in.cardBorder, isUnderMouse(option) ? 0.8 : 0.35);
}

qreal radius()
{
    return zoomed(controlRadius);
}

QRectF centered(const QRectF &area, qreal side)
{
    QRectF square(0, 0, side, side);
    square.moveCenter(area.center());
    return square;
}

/// The fill and the border of a box or a circle that can be marked.
std::pair<QColor, QColor> markColors(const QStyleOption &option)
{
    const Colors &in = colors();
    const bool isMarked = option.state & (QStyle::State_On | QStyle::State_NoChange);
    if (!isEnabled(option))
        return {isMarked && !in.isHighContrast ? in.cardBorder : in.canvas, in.isHighContrast ? disabledText() : in.cardBorder};
    if (!isMarked)
        return {pressable(option, in.surface), isUnderMouse(option) ? in.accent : in.controlBorder};
    const QColor fill = isUnderMouse(option) ? mixed(in.accent, in.text, 0.88) : in.accent;
    return {fill, fill};
}

QColor onMark(const QStyleOption &option)
{
    return isEnabled(option) ? colors().onAccent : disabledText();
}

} // namespace

QColor buttonText(const QStyleOption &option)
{
    const Colors &in = colors();
    if (!isEnabled(option))
        return disabledText();
    if (isDefault(option) && !isFlat(option))
        return in.onAccent;
    if (isFlat(option))
        return in.isHighContrast && isDown(option) ? in.onSelection : in.link;
    return in.isHighContrast && isDown(option) ? in.onSelection : in.text;
}

void paintButton(QPainter &painter, const QStyleOptionButton &option)
{
    const Colors &in = colors();
    if (isFlat(option)) {
        if (isEnabled(option) && (isUnderMouse(option) || isDown(option)))
            paintBox(painter, option.rect, radius(), pressable(option, QColor()), in.isHighContrast ? in.text : QColor());
        return;
    }
    if (isDefault(option)) {
        const double share = isDown(option) ? 0.78 : isUnderMouse(option) ? 0.88 : 1;
        return paintBox(painter, option.rect, radius(), mixed(in.accent, in.text, share), {});
    }
    paintBox(painter, option.rect, radius(), isEnabled(option) ? pressable(option, in.surface) : in.canvas, buttonBorder(option));
}

void paintToolButton(QPainter &painter, const QStyleOption &option)
{
    const bool isFramed = !(option.state & QStyle::State_AutoRaise);
    if (isFramed)
        return paintBox(painter, option.rect, radius(), pressable(option, colors().surface), buttonBorder(option));
    if (isEnabled(option) && (isUnderMouse(option) || isDown(option)))
        paintBox(painter, option.rect, radius(), pressable(option, QColor()), colors().isHighContrast ? colors().text : QColor());
}

void paintField(QPainter &painter, const QStyleOption &option)
{
    const Colors &in = colors();
    const bool isReadOnly = option.state & QStyle::State_ReadOnly;
    const QColor border = !isEnabled(option) ? in.cardBorder : isUnderMouse(option) ? mixed(in.controlBorder, in.text, 0.6) : in.controlBorder;
    paintBox(painter, option.rect, radius(), isEnabled(option) && !isReadOnly ? in.surface : in.canvas, border);
}

void paintCombo(QPainter &painter, const QStyleOptionComboBox &option, const QRect &arrow)
{
    const bool isListOpen = option.state & QStyle::State_On;
    if (option.editable) {
        paintField(painter, option);
    } else {
        const QColor fill = isEnabled(option) ? pressable(option, colors().surface) : colors().canvas;
        paintBox(painter, option.rect, radius(), isListOpen ? colors().surface : fill, buttonBorder(option));
    }
    paintGlyph(painter, Glyph::ChevronDown, centered(arrow, zoomed(glyphSide)),
               isEnabled(option) ? colors().secondaryText : disabledText());
}

void paintCheckBox(QPainter &painter, const QStyleOption &option)
{
    const auto [fill, border] = markColors(option);
    paintBox(painter, option.rect, zoomed(4), fill, border);
    if (option.state & QStyle::State_On)
        paintGlyph(painter, Glyph::Check, centered(option.rect, option.rect.width() * 0.82), onMark(option));
    else if (option.state & QStyle::State_NoChange)
        paintBox(painter, centered(option.rect, option.rect.width() * 0.55).adjusted(0, 3, 0, -3), 1, onMark(option), {});
}

void paintRadioButton(QPainter &painter, const QStyleOption &option)
{
    const auto [fill, border] = markColors(option);
    paintBox(painter, option.rect, option.rect.width() / 2.0, fill, border);
    if (option.state & QStyle::State_On) {
        const qreal side = option.rect.width() * 0.42;
        paintBox(painter, centered(option.rect, side), side / 2, onMark(option), {});
    }
}

void paintScrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &handle, const QColor &background)
{
    const Colors &in = colors();
    painter.fillRect(option.rect, background);
    if (option.minimum == option.maximum)
        return;
    const bool isActive = isUnderMouse(option) || option.state & QStyle::State_Sunken;
    const bool isUpright = option.orientation == Qt::Vertical;
    const qreal across = isUpright ? handle.width() : handle.height();
    const qreal width = std::round(across * (isActive ? 0.66 : 0.5));
    const qreal side = (across - width) / 2;
    const QRectF slim = isUpright ? QRectF(handle).adjusted(side, 2, -side, -2) : QRectF(handle).adjusted(2, side, -2, -side);
    const double share = option.state & QStyle::State_Sunken ? 0.62 : isActive ? 0.5 : 0.3;
    paintBox(painter, slim, width / 2, in.isHighContrast ? in.text : mixed(in.text, background, share), {});
}

void paintProgressBar(QPainter &painter, const QStyleOptionProgressBar &option)
{
    const Colors &in = colors();
    const qreal height = std::min<qreal>(option.rect.height(), zoomed(6));
    QRectF groove(option.rect.left(), 0, option.rect.width(), height);
    groove.moveTop(option.rect.center().y() + 0.5 - height / 2);
    paintBox(painter, groove, height / 2, in.isHighContrast ? in.surface : in.cardBorder, in.isHighContrast ? in.text : QColor());
    const qint64 range = qint64(option.maximum) - option.minimum;
    const double share = range > 0 ? double(option.progress - qint64(option.minimum)) / double(range) : 1;
    if (share <= 0)
        return;
    QRectF done = groove;
    done.setWidth(std::max(height, groove.width() * std::min(1.0, share)));
    if (option.invertedAppearance != (option.direction == Qt::RightToLeft))
        done.moveRight(groove.right());
    paintBox(painter, done, height / 2, range > 0 ? in.accent : mixed(in.accent, in.surface, 0.6), {});
}

void paintTab(QPainter &painter, const QStyleOptionTab &option)
{
    const Colors &in = colors();
    const bool isSelected = option.state & QStyle::State_Selected;
    if (isUnderMouse(option) && !isSelected)
        paintBox(painter, QRectF(option.rect).adjusted(2, 3, -2, -5), radius(), mixed(in.text, in.canvas, 0.06), {});
    if (isSelected)
        paintBox(painter, QRectF(option.rect.left() + 6, option.rect.bottom() - 1, option.rect.width() - 12, 2), 1, in.accent, {});
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
        paintFocusRing(painter, QRectF(option.rect).adjusted(2, 2, -2, -4), radius());
}

} // namespace look
