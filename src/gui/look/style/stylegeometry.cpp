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

/// Without buttons at its ends.
QRect LatchkeyStyle::scrollBarRect(const QStyleOptionComplex &option, SubControl part, const QWidget *widget) const
{
    const auto &bar = static_cast<const QStyleOptionSlider &>(option);
    const bool isUpright = bar.orientation == Qt::Vertical;
    const int length = isUpright ? bar.rect.height() : bar.rect.width();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    const qint64 shortest = pixelMetric(PM_ScrollBarSliderMin, &option, widget);
    const int handle = range <= 0 ? length
                                  : int(std::clamp(qint64(length) * bar.pageStep / (range + bar.pageStep), std::min<qint64>(shortest, length),
                                                   qint64(length)));
    const int start = sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - handle, bar.upsideDown);
    const auto along = [&](int from, int size) {
        const QRect place = isUpright ? QRect(0, from, bar.rect.width(), size) : QRect(from, 0, size, bar.rect.height());
        return visualRect(bar.direction, bar.rect, place.translated(bar.rect.topLeft()));
    };
    switch (part) {
    case SC_ScrollBarSlider: return along(start, handle);
    case SC_ScrollBarGroove: return along(0, length);
    case SC_ScrollBarSubPage: return along(0, start);
    case SC_ScrollBarAddPage: return along(start + handle, length - start - handle);
    default: return {};
    }
}

QRect LatchkeyStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    if (control == CC_ScrollBar && qstyleoption_cast<const QStyleOptionSlider *>(option))
        return scrollBarRect(*option, part, widget);
    if (control == CC_ComboBox) {
        const int arrow = zoomed(28);
        const QRect all = option->rect;
        if (part == SC_ComboBoxArrow)
            return visualRect(option->direction, all, QRect(all.right() - arrow + 1, all.top(), arrow, all.height()));
        if (part == SC_ComboBoxEditField)
            return visualRect(option->direction, all, all.adjusted(zoomed(10), 2, -arrow, -2));
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect LatchkeyStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_ProgressBarGroove || element == SE_ProgressBarContents || element == SE_ItemViewItemFocusRect)
        return option->rect;
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (element == SE_LineEditContents && frame && frame->lineWidth > 0) // Qt adds 2 pixels.
        return rect.adjusted(zoomed(space1) + 2, 0, -zoomed(space1) - 2, 0);
    return rect;
}

} // namespace look
