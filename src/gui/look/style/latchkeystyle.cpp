// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/look/style/latchkeystyle.h"

#include "gui/look/colors.h"
#include "gui/look/glyphs.h"
#include "gui/look/measures.h"
#include "gui/look/motion.h"
#include "gui/look/shapes.h"
#include "gui/look/style/controls.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>

#include <algorithm>

namespace look {

namespace {

/// What is behind a scroll bar: the bar paints all its pixels.
QColor behindScrollBar(const QWidget *bar)
{
    const QWidget *container = bar ? bar->parentWidget() : nullptr;
    const auto *area = container ? qobject_cast<const QAbstractScrollArea *>(container->parentWidget()) : nullptr;
    if (!area)
        return colors().canvas;
    const QWidget *viewport = area->viewport();
    return viewport->palette().color(viewport->autoFillBackground() ? viewport->backgroundRole() : container->backgroundRole());
}

/// A window cannot have transparent corners without a compositor, and Qt does not tell whether X11 has one.
bool cutsCorners()
{
    return QGuiApplication::platformName() == QLatin1String("xcb");
}

/// Menus and tooltips get a mask from Qt, lists of combo boxes do not.
qreal popupRadius(const QWidget *widget)
{
    const bool isRound = !widget || widget->testAttribute(Qt::WA_TranslucentBackground) || !widget->mask().isEmpty();
    return isRound ? zoomed(controlRadius) : 0;
}

/// The pixels of a window with round corners.
QRegion rounded(const QRect &area)
{
    const int radius = zoomed(controlRadius);
    const int side = 2 * radius;
    QRegion region = QRegion(area.adjusted(radius, 0, -radius, 0)) + area.adjusted(0, radius, 0, -radius);
    for (const int x : {area.left(), area.right() - side + 1}) {
        for (const int y : {area.top(), area.bottom() - side + 1})
            region += QRegion(x, y, side, side, QRegion::Ellipse);
    }
    return region;
}

/// At the end of a button that opens a menu.
QRect menuMarkRect(const QStyleOption &option)
{
    const int side = zoomed(glyphSide);
    const QRect mark(option.rect.right() - zoomed(space2) - side, option.rect.center().y() - side / 2 + 1, side, side);
    return QStyle::visualRect(option.direction, option.rect, mark);
}

int mnemonicFlag(const QStyle &style, const QStyleOption &option, const QWidget *widget)
{
    return style.styleHint(QStyle::SH_UnderlineShortcut, &option, widget) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
}

} // namespace

LatchkeyStyle::LatchkeyStyle() : QProxyStyle(QStringLiteral("fusion")) {}

bool LatchkeyStyle::isComboList(const QWidget *widget)
{
    return widget && widget->inherits("QComboBoxPrivateContainer");
}

void LatchkeyStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QLineEdit *>(widget) || qobject_cast<QTabBar *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if ((qobject_cast<QMenu *>(widget) || widget->inherits("QTipLabel") || isComboList(widget)) && !cutsCorners())
        widget->setAttribute(Qt::WA_TranslucentBackground);
}

void LatchkeyStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return paintButton(*painter, *button);
        break;
    case PE_PanelButtonTool:
        return paintToolButton(*painter, *option);
    case PE_PanelLineEdit:
        // Those in a combo box or a spin box have no frame: the control has one.
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            paintField(*painter, *option);
        return;
    case PE_IndicatorCheckBox:
        return paintCheckBox(*painter, *option);
    case PE_IndicatorRadioButton:
        return paintRadioButton(*painter, *option);
    case PE_PanelMenu:
    case PE_PanelTipLabel:
        return paintPopup(*painter, option->rect, popupRadius(widget));
    case PE_FrameMenu:
    case PE_FrameTabWidget:
        return;
    case PE_FrameTabBarBase:
        return painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), colors().cardBorder);
    case PE_Frame:
        if (isComboList(widget))
            return paintPopup(*painter, option->rect, popupRadius(widget));
        return paintBox(*painter, option->rect, 0, {}, colors().cardBorder);
    case PE_FrameFocusRect: // Other widgets have a ring outside: see KeyboardFocus.
        if (qobject_cast<const QAbstractItemView *>(widget) && option->state & State_KeyboardFocusChange && !isComboList(widget->parentWidget()))
            paintFocusRing(*painter, option->rect, zoomed(4));
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void LatchkeyStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonLabel:
        return drawButtonLabel(*option, *painter, widget);
    case CE_ComboBoxLabel:
        return drawComboLabel(*option, *painter, widget);
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return paintMenuItem(*painter, *item);
        break;
    case CE_MenuEmptyArea:
        return;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            return paintTab(*painter, *tab);
        break;
    case CE_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            return paintProgressBar(*painter, *bar);
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void LatchkeyStyle::drawButtonLabel(const QStyleOption &option, QPainter &painter, const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    if (!button)
        return;
    const bool hasMenu = button->features & QStyleOptionButton::HasMenu;
    const QRect area = visualRect(option.direction, option.rect, option.rect.adjusted(0, 0, hasMenu ? -zoomed(space4) : 0, 0));
    const int side = button->icon.isNull() ? 0 : button->iconSize.width();
    const int gap = side > 0 && !button->text.isEmpty() ? zoomed(space2) : 0;
    const int textWidth = option.fontMetrics.size(Qt::TextShowMnemonic, button->text).width();
    QRect both(0, area.top(), std::min(side + gap + textWidth, area.width()), area.height());
    both.moveLeft(area.left() + (area.width() - both.width()) / 2);
    if (side > 0) {
        const QRect picture(both.left(), both.top() + (both.height() - side) / 2, side, side);
        button->icon.paint(&painter, visualRect(option.direction, both, picture), Qt::AlignCenter,
                           option.state & State_Enabled ? QIcon::Normal : QIcon::Disabled);
    }
    painter.save();
    painter.setPen(buttonText(option));
    const QRect text = visualRect(option.direction, both, both.adjusted(side + gap, 0, 0, 0));
    painter.drawText(text, Qt::AlignCenter | Qt::TextSingleLine | mnemonicFlag(*this, option, widget), button->text);
    painter.restore();
    if (hasMenu)
        paintGlyph(painter, Glyph::ChevronDown, menuMarkRect(option), buttonText(option));
}

void LatchkeyStyle::drawComboLabel(const QStyleOption &option, QPainter &painter, const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(&option);
    if (!combo || combo->editable)
        return;
    QRect text = subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget);
    if (!combo->currentIcon.isNull()) {
        const int side = combo->iconSize.width();
        const QRect picture(text.left(), text.center().y() - side / 2 + 1, side, side);
        combo->currentIcon.paint(&painter, visualRect(option.direction, text, picture));
        text = visualRect(option.direction, text, text.adjusted(side + zoomed(space2), 0, 0, 0));
    }
    const QString shown = option.fontMetrics.elidedText(combo->currentText, Qt::ElideRight, text.width());
    drawItemText(&painter, text, int(visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)), option.palette,
                 option.state & State_Enabled, shown, QPalette::ButtonText);
}

void LatchkeyStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                       const QWidget *widget) const
{
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option); combo && control == CC_ComboBox)
        return paintCombo(*painter, *combo, subControlRect(control, option, SC_ComboBoxArrow, widget));
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option); bar && control == CC_ScrollBar)
        return paintScrollBar(*painter, *bar, subControlRect(control, option, SC_ScrollBarSlider, widget), behindScrollBar(widget));
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QIcon LatchkeyStyle::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    if (which == SP_LineEditClearButton)
        return glyphIcon(Glyph::Cross, &Colors::secondaryText);
    return QProxyStyle::standardIcon(which, option, widget);
}

int LatchkeyStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *result) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_ComboBox_Popup: // A list below the box.
        return 0;
    case SH_ComboBox_PopupFrameStyle:
        return int(QFrame::StyledPanel) | int(QFrame::Plain);
    case SH_Widget_Animation_Duration:
        return motionDuration();
    case SH_Widget_Animate:
        return motionDuration() > 0;
    case SH_Menu_Mask:
    case SH_ToolTip_Mask:
        if (auto *mask = qstyleoption_cast<QStyleHintReturnMask *>(result); mask && option && cutsCorners())
            mask->region = rounded(option->rect);
        return cutsCorners();
    default:
        return QProxyStyle::styleHint(hint, option, widget, result);
    }
}

} // namespace look

#include "moc_latchkeystyle.cpp"
