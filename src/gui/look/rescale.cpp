// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/look/rescale.h"

#include <QLayout>
#include <QVariant>
#include <QWidget>

#include <cmath>

namespace look {

namespace {

/// The length at a zoom of 100 %, and what it has become, are kept with the object: the rounding of many zooms does not add up.
int rescaled(QObject &object, const char *name, int now, qreal from, qreal to)
{
    const QByteArray property = QByteArray("latchkey_natural_") + name;
    const QList<int> kept = object.property(property.constData()).value<QList<int>>();
    const bool isKept = kept.size() == 2 && kept[1] == now; // Otherwise somebody has set it since.
    const int natural = isKept ? kept[0] : int(std::lround(now / from));
    const int shown = int(std::lround(natural * to));
    object.setProperty(property.constData(), QVariant::fromValue(QList<int>{natural, shown}));
    return shown;
}

void rescaleLayout(QLayout &layout, qreal from, qreal to)
{
    const QMargins now = layout.contentsMargins();
    layout.setContentsMargins(rescaled(layout, "left", now.left(), from, to), rescaled(layout, "top", now.top(), from, to),
                              rescaled(layout, "right", now.right(), from, to), rescaled(layout, "bottom", now.bottom(), from, to));
    if (layout.spacing() > 0)
        layout.setSpacing(rescaled(layout, "spacing", layout.spacing(), from, to));
}

void rescaleLimits(QWidget &widget, qreal from, qreal to)
{
    const QSize least = widget.minimumSize();
    const QSize most = widget.maximumSize();
    if (most.width() < QWIDGETSIZE_MAX)
        widget.setMaximumWidth(rescaled(widget, "maximum_width", most.width(), from, to));
    if (most.height() < QWIDGETSIZE_MAX)
        widget.setMaximumHeight(rescaled(widget, "maximum_height", most.height(), from, to));
    if (least.width() > 0)
        widget.setMinimumWidth(rescaled(widget, "minimum_width", least.width(), from, to));
    if (least.height() > 0)
        widget.setMinimumHeight(rescaled(widget, "minimum_height", least.height(), from, to));
}

} // namespace

void rescale(QWidget &window, qreal from, qreal to)
{
    const QList<QLayout *> layouts = window.findChildren<QLayout *>();
    for (QLayout *layout : layouts)
        rescaleLayout(*layout, from, to);
    const QList<QWidget *> widgets = window.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (widget->isWindow())
            continue;
        rescaleLimits(*widget, from, to);
        widget->updateGeometry(); // Hints come from zoomed lengths.
        widget->update();
    }
}

} // namespace look
