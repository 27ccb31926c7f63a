// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/paintedtexts.h"
#include "gui/reachable.h"

#include <QFocusFrame>
#include <QLayoutItem>
#include <QPlainTextEdit>
#include <QTextDocumentFragment>
#include <QTextEdit>

/// What is wrong with the layout of a shown window, whatever its texts are: widgets that overlap or stick out, and texts that
/// are cut off, painted over each other, or shortened so that nobody can get at the rest.
namespace layoutfaults {

inline QString nameOf(const QWidget &widget)
{
    if (widget.objectName() == QLatin1String("qt_scrollarea_viewport"))
        return nameOf(*widget.parentWidget());
    const QString name = widget.objectName().isEmpty() ? widget.property("text").toString().left(30) : widget.objectName();
    return QStringLiteral("%1 “%2”").arg(QLatin1String(widget.metaObject()->className()), name);
}

/// The rectangle that a layout gives to a widget, which leaves out the room for a focus ring.
inline QRect placeOf(QWidget &widget)
{
    return QWidgetItem(&widget).geometry();
}

inline QString words(const QRect &place)
{
    return QStringLiteral("%1,%2 %3 × %4").arg(place.x()).arg(place.y()).arg(place.width()).arg(place.height());
}

/// Overlays lie on top of others on purpose.
inline bool isOverlay(const QWidget &widget)
{
    return widget.property("overlay").toBool() || qobject_cast<const QFocusFrame *>(&widget);
}

inline QList<QWidget *> visibleChildren(const QWidget &parent)
{
    QList<QWidget *> children;
    for (QObject *object : parent.children()) {
        auto *child = qobject_cast<QWidget *>(object);
        if (child && !child->isWindow() && child->isVisible() && !isOverlay(*child))
            children.append(child);
    }
    return children;
}

inline QAbstractScrollArea *areaOf(const QWidget &viewport)
{
    auto *area = qobject_cast<QAbstractScrollArea *>(viewport.parentWidget());
    return area && area->viewport() == &viewport ? area : nullptr;
}

inline QStringList faultsAmongChildren(QWidget &parent)
{
    QStringList faults;
    const QList<QWidget *> children = visibleChildren(parent);
    const bool isScrolled = areaOf(parent);
    for (qsizetype i = 0; i < children.size(); ++i) {
        const QRect place = placeOf(*children[i]);
        if (!isScrolled && !place.isEmpty() && !parent.rect().contains(place))
            faults.append(QStringLiteral("%1 at %2 sticks out of %3").arg(nameOf(*children[i]), words(place), nameOf(parent)));
        for (qsizetype k = i + 1; k < children.size(); ++k) {
            if (place.intersects(placeOf(*children[k])))
                faults.append(QStringLiteral("%1 overlaps %2").arg(nameOf(*children[i]), nameOf(*children[k])));
        }
    }
    return faults;
}

/// Where a person finds the whole of a text that `widget` has painted at `point`: its tooltip, or what a screen reader says.
inline QStringList fullTexts(const QWidget &widget, const QPoint &point)
{
    QStringList texts{widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(), widget.property("text").toString()};
    if (const auto *view = qobject_cast<const QAbstractItemView *>(areaOf(widget))) {
        const QModelIndex index = view->indexAt(point);
        for (const int role : {int(Qt::ToolTipRole), int(Qt::AccessibleTextRole), int(Qt::AccessibleDescriptionRole)})
            texts.append(index.data(role).toString());
    }
    QStringList plain;
    for (const QString &text : std::as_const(texts)) {
        plain.append(text);
        if (Qt::mightBeRichText(text))
            plain.append(QTextDocumentFragment::fromHtml(text).toPlainText());
    }
    for (QString &text : plain)
        text = text.remove(QLatin1Char('&')).simplified();
    return plain;
}

inline bool isShortened(const QWidget &widget, const PaintedText &painted)
{
    constexpr QChar joiner(0x200d); // Qt puts it before the mark, so that an Arabic letter keeps its shape.
    const QString text = painted.text.simplified().remove(joiner);
    if (!text.endsWith(QChar(0x2026)))
        return false;
    const QStringList whole = fullTexts(widget, painted.place.center().toPoint());
    const QString start = text.chopped(1).trimmed();
    return std::none_of(whole.begin(), whole.end(), [&](const QString &full) {
        return full.contains(text) || (full.contains(start) && full.size() > start.size());
    });
}

/// Fields scroll what does not fit.
inline bool isField(const QWidget &widget)
{
    return qobject_cast<const QLineEdit *>(&widget) || qobject_cast<const QPlainTextEdit *>(areaOf(widget));
}

inline bool isCut(const QWidget &widget, const PaintedText &painted)
{
    constexpr qreal tolerance = 2; // Pixels, for italics and rounding.
    const QRectF room = painted.clip.isEmpty() ? QRectF(widget.rect()) : painted.clip & QRectF(widget.rect());
    const QRectF &place = painted.place;
    const qreal hidden = place.height() - (place & QRectF(place.x(), room.y(), place.width(), room.height())).height();
    const bool isScrolled = areaOf(widget);
    if (hidden > place.height() / 4)
        return !isScrolled; // Above or below what is scrolled to.
    const bool endsInSpaces = painted.text.trimmed().size() < painted.text.size();
    return !endsInSpaces && (place.left() < room.left() - tolerance || place.right() > room.right() + tolerance);
}

inline bool areOver(const QRectF &one, const QRectF &other)
{
    const QRectF both = one & other;
    return both.width() > 2 && both.height() > std::min(one.height(), other.height()) * 0.4;
}

inline QStringList paintFaultsOf(QWidget &widget)
{
    QStringList faults;
    if (isField(widget))
        return faults;
    const QList<PaintedText> texts = paintedTextsOf(widget);
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (texts[i].text.trimmed().isEmpty())
            continue;
        if (isCut(widget, texts[i]))
            faults.append(QStringLiteral("%1 cuts “%2”").arg(nameOf(widget), texts[i].text));
        if (isShortened(widget, texts[i]))
            faults.append(QStringLiteral("%1 shortens “%2”").arg(nameOf(widget), texts[i].text));
        for (qsizetype k = i + 1; k < texts.size(); ++k) {
            if (areOver(texts[i].place, texts[k].place) && !texts[k].text.trimmed().isEmpty())
                faults.append(QStringLiteral("%1 paints “%2” over “%3”").arg(nameOf(widget), texts[k].text, texts[i].text));
        }
    }
    return faults;
}

} // namespace layoutfaults

/// What lies topmost over a window, such as a popover or a sheet; the window itself if there is nothing.
inline QWidget &topOf(QWidget &window)
{
    QWidget *top = &window;
    for (QObject *child : window.children()) { // From the bottom up.
        auto *widget = qobject_cast<QWidget *>(child);
        if (widget && !widget->isWindow() && widget->isVisible() && layoutfaults::isOverlay(*widget) && !qobject_cast<QFocusFrame *>(widget))
            top = widget;
    }
    return *top;
}

/// All faults of a shown window, or of what lies over it.
inline QStringList layoutFaultsOf(QWidget &window)
{
    QWidget &top = topOf(window);
    QStringList faults;
    if (!window.rect().contains(top.childrenRect().translated(top.mapTo(&window, QPoint())))) // Its shadow may.
        faults.append(QStringLiteral("%1 sticks out of the window").arg(layoutfaults::nameOf(top)));
    const QList<QWidget *> widgets = QList<QWidget *>{&top} + top.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (!widget->isVisible() || widget->window() != &window)
            continue;
        faults += layoutfaults::faultsAmongChildren(*widget);
        faults += layoutfaults::paintFaultsOf(*widget);
    }
    return faults + problemsIn(top);
}
