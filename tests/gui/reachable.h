// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/windows/firstsize.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

/// Whether a person can see and reach everything in a window of a certain size.

/// The part of a widget that no ancestor cuts off, in its own coordinates.
inline QRect uncutPart(const QWidget &widget)
{
    QRect part = widget.rect();
    for (const QWidget *parent = widget.parentWidget(); parent && !widget.isWindow(); parent = parent->parentWidget()) {
        part &= QRect(widget.mapFrom(parent, QPoint()), parent->size());
        if (parent->isWindow())
            break;
    }
    return part;
}

inline void scrollTo(QWidget &widget)
{
    for (QWidget *parent = widget.parentWidget(); parent; parent = parent->parentWidget()) {
        auto *area = qobject_cast<QScrollArea *>(parent);
        if (!area)
            continue;
        // ensureWidgetVisible() is content with the cursor of a line edit.
        const QRect place(widget.mapTo(area->widget(), QPoint()), widget.size());
        area->ensureVisible(place.right() + 1, place.bottom() + 1, 0, 0);
        area->ensureVisible(place.left(), place.top(), 0, 0);
    }
}

inline bool isControl(const QWidget &widget)
{
    return qobject_cast<const QAbstractButton *>(&widget) || qobject_cast<const QLineEdit *>(&widget)
        || qobject_cast<const QComboBox *>(&widget) || qobject_cast<const QCheckBox *>(&widget);
}

/// What is wrong with one widget; empty if nothing is.
inline QString problemOf(QWidget &widget)
{
    const QString name = QStringLiteral("%1 %2").arg(QLatin1String(widget.metaObject()->className()), widget.objectName());
    if (const auto *area = qobject_cast<const QScrollArea *>(&widget)) {
        if (area->horizontalScrollBar()->maximum() > 0)
            return QStringLiteral("%1 of %2 scrolls sideways by %3").arg(name, area->accessibleName()).arg(area->horizontalScrollBar()->maximum());
        return {};
    }
    const auto *label = qobject_cast<const QLabel *>(&widget);
    const bool isText = label && !label->text().isEmpty();
    if (!isControl(widget) && !isText)
        return {};
    scrollTo(widget);
    if (isText && label->wordWrap() && widget.height() < label->heightForWidth(widget.width()))
        return QStringLiteral("%1 is %2 high and needs %3").arg(name).arg(widget.height()).arg(label->heightForWidth(widget.width()));
    const bool knowsMinimum = !qobject_cast<const QComboBox *>(&widget); // Qt 6.4 keeps that of an earlier font.
    if (isControl(widget) && knowsMinimum && widget.width() < widget.minimumSizeHint().width())
        return QStringLiteral("%1 is too narrow").arg(name);
    const QRect part = uncutPart(widget);
    const bool isReachable = isControl(widget) ? part == widget.rect() : part.width() == widget.width() && part.height() > 0;
    return isReachable ? QString() : QStringLiteral("%1 cannot be reached").arg(name);
}

/// What is wrong with a window as it is.
inline QStringList problemsIn(const QWidget &window)
{
    QStringList problems;
    const QList<QWidget *> widgets = window.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (!widget->isVisible() || widget->window() != window.window() || widget->objectName().startsWith(QLatin1String("qt_")))
            continue;
        if (const QString problem = problemOf(*widget); !problem.isEmpty())
            problems.append(problem);
    }
    return problems;
}

/// A layout may need several passes to settle.
inline void settle()
{
    for (int pass = 0; pass < 3; ++pass)
        QCoreApplication::processEvents();
}

/// What is wrong with a window on a screen with that much room; empty if nothing is. Its size is that of its first show.
inline QString problemsOf(QWidget &window, const QSize &room)
{
    window.resize(sizeOnScreen(window.size(), room));
    settle();
    if (window.width() > room.width() || window.height() > room.height())
        return QStringLiteral("the window is %1 × %2").arg(window.width()).arg(window.height());
    return problemsIn(window).join(QStringLiteral("; "));
}
