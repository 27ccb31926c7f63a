// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/look/measures.h"

#include "gui/look/rescale.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QEvent>

#include <algorithm>
#include <cmath>

namespace look {

namespace {

qreal zoomInUse = 1;
bool isCompactNow = false;

qreal sizeOf(Text text)
{
    switch (text) {
    case Text::Display: return 1.7;
    case Text::Title: return 1.55;
    case Text::Section: return 1.12;
    case Text::Body:
    case Text::Strong: return 1.0;
    case Text::Caption: return 0.9;
    case Text::Micro: return 0.82;
    }
    return 1.0;
}

/// The font as the system has it, before the first zoom.
const QFont &systemFont()
{
    static const QFont font = QApplication::font();
    return font;
}

/// A font of the system may have its size in points or in pixels; the other one is -1 then.
void scale(QFont &font, qreal factor)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(std::max(1, int(std::lround(font.pixelSize() * factor))));
}

} // namespace

qreal zoom()
{
    return zoomInUse;
}

void setZoom(qreal zoom)
{
    QFont font = systemFont();
    const qreal before = zoomInUse;
    zoomInUse = std::clamp(zoom, 0.8, 2.0);
    if (zoomInUse == before)
        return;
    scale(font, zoomInUse);
    QApplication::setFont(font);
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows)
        rescale(*window, before, zoomInUse);
}

int zoomed(int length)
{
    return int(std::lround(length * zoomInUse));
}

bool isCompact()
{
    return isCompactNow;
}

void setCompact(bool isCompact)
{
    if (isCompact == isCompactNow)
        return;
    isCompactNow = isCompact;
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        QEvent change(QEvent::StyleChange); // Makes a list ask for the sizes of its rows.
        if (qobject_cast<QAbstractItemView *>(widget))
            QApplication::sendEvent(widget, &change);
    }
}

int rowHeight()
{
    return zoomed(isCompactNow ? compactListRowHeight : listRowHeight);
}

QFont font(Text text)
{
    QFont font = QApplication::font(); // Has the zoom.
    scale(font, sizeOf(text));
    if (text != Text::Body && text != Text::Caption)
        font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace look
