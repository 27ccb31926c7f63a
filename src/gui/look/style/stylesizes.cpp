// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/look/measures.h"
#include "gui/look/style/controls.h"
#include "gui/look/style/latchkeystyle.h"

#include <QStyleOption>
#include <QWidget>

#include <algorithm>

namespace look {

namespace {

/// At least as high as a control, and higher if the font is.
int controlHeightFor(const QStyleOption *option)
{
    return std::max(zoomed(controlHeight), (option ? option->fontMetrics.height() : 0) + zoomed(10));
}

QSize pushButtonSize(const QStyleOptionButton &button, const QSize &contents)
{
    const bool hasText = !button.text.isEmpty();
    const int height = controlHeightFor(&button);
    const int sides = 2 * zoomed(button.features & QStyleOptionButton::Flat ? space2 : 14);
    return {std::max(contents.width() + (hasText ? sides : 0), height), std::max(contents.height() + zoomed(space1), height)};
}

} // namespace

QSize LatchkeyStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents, const QWidget *widget) const
{
    const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) {
    case CT_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return pushButtonSize(*button, contents);
        break;
    case CT_ComboBox:
        return {contents.width() + zoomed(10) + zoomed(28) + zoomed(space1), controlHeightFor(option)};
    case CT_LineEdit:
        return {size.width() + zoomed(space2), std::max(controlHeightFor(option), contents.height())};
    case CT_CheckBox:
    case CT_RadioButton:
        return {size.width(), std::max(size.height(), zoomed(24))};
    case CT_TabBarTab:
        return {size.width() + zoomed(space3), std::max(size.height(), zoomed(38))};
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return {contents.width() + menuItemExtra(*item), menuItemHeight(*item)};
        break;
    case CT_ItemViewItem:
        if (widget && isComboList(widget->parentWidget()))
            return {size.width() + zoomed(space3), std::max(size.height(), zoomed(30))};
        break;
    default:
        break;
    }
    return size;
}

int LatchkeyStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_MenuPanelWidth:
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return zoomed(18);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return zoomed(space2);
    case PM_ScrollBarExtent:
        return zoomed(12);
    case PM_ScrollBarSliderMin:
        return zoomed(32);
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return zoomed(space1) + 1;
    case PM_ToolTipLabelFrameWidth:
        return zoomed(6);
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
        return zoomed(glyphSide);
    case PM_DefaultFrameWidth:
        return isComboList(widget) ? zoomed(space1) + 1 : 1;
    case PM_FocusFrameHMargin: // Beside the text of a list's items.
        return widget && isComboList(widget->parentWidget()) ? zoomed(6) : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
        return 0;
    case PM_ProgressBarChunkWidth:
        return 1;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

} // namespace look
