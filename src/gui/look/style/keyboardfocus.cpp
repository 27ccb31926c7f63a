// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/look/style/keyboardfocus.h"

#include "gui/look/colors.h"
#include "gui/look/measures.h"
#include "gui/look/shapes.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QFocusEvent>
#include <QFocusFrame>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QPlainTextEdit>
#include <QProxyStyle>
#include <QTabBar>

namespace look {

namespace {

constexpr int gap = 1; ///< Between a control and its ring.

/// What goes around with a scroll bar has no room outside.
bool isRingedInside(const QWidget *widget)
{
    return qobject_cast<const QAbstractScrollArea *>(widget);
}

class RingStyle : public QProxyStyle
{
public:
    RingStyle() : QProxyStyle(QStringLiteral("fusion")) {}

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override
    {
        if (metric != PM_FocusFrameHMargin && metric != PM_FocusFrameVMargin)
            return QProxyStyle::pixelMetric(metric, option, widget);
        // QFocusFrame passes itself in the option alone.
        const auto *frame = option ? qobject_cast<const QFocusFrame *>(option->styleObject) : nullptr;
        return frame && isRingedInside(frame->widget()) ? 0 : focusRingWidth + gap;
    }

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *result) const override
    {
        if (hint == SH_FocusFrame_AboveWidget)
            return 1;
        if (hint == SH_FocusFrame_Mask) // Its edges would be hard.
            return 0;
        return QProxyStyle::styleHint(hint, option, widget, result);
    }

    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override
    {
        if (element != CE_FocusFrame)
            return QProxyStyle::drawControl(element, option, painter, widget);
        const auto *frame = qobject_cast<const QFocusFrame *>(widget);
        if (!frame || !frame->widget())
            return;
        const QVariant own = frame->widget()->property("focusRingRadius");
        const qreal radius = zoomed(own.isValid() ? own.toInt() : controlRadius);
        paintFocusRing(*painter, option->rect, isRingedInside(frame->widget()) ? radius : radius + gap + focusRingWidth);
    }
};

/// A style has no parent that deletes it with the widget, unless it is a child of the widget.
QFocusFrame *makeFrame(QWidget &widget)
{
    auto *frame = new QFocusFrame(&widget);
    auto *style = new RingStyle;
    style->setParent(frame);
    frame->setStyle(style);
    return frame;
}

/// A field in which the person types shows where the text goes, however it got the focus.
bool isForText(const QWidget &widget)
{
    if (const auto *field = qobject_cast<const QLineEdit *>(&widget))
        return !field->isReadOnly();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(&widget))
        return !text->isReadOnly();
    return qobject_cast<const QAbstractSpinBox *>(&widget);
}

/// The line edit in a combo box is a part of it.
QWidget &wholeOf(QWidget &widget)
{
    QWidget *parent = widget.parentWidget();
    const bool isPart = qobject_cast<QLineEdit *>(&widget)
        && (qobject_cast<QComboBox *>(parent) || qobject_cast<QAbstractSpinBox *>(parent));
    return isPart ? *parent : widget;
}

bool isOfQt(const QWidget &widget)
{
    return QByteArrayView(widget.metaObject()->className()).startsWith('Q');
}

} // namespace

KeyboardFocus::KeyboardFocus(bool isForAll, QObject *parent) : QObject(parent), m_isForAll(isForAll)
{
    qApp->installEventFilter(this);
}

KeyboardFocus::~KeyboardFocus()
{
    delete m_frame;
}

bool KeyboardFocus::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride: // A key that is a shortcut comes as this alone.
        m_isKeyboardUsed = true;
        break;
    case QEvent::MouseButtonPress:
        m_isKeyboardUsed = false;
        if (auto *widget = qobject_cast<QWidget *>(watched))
            turnToMouse(*widget);
        break;
    case QEvent::FocusIn:
        if (auto *widget = qobject_cast<QWidget *>(watched))
            enter(*widget, static_cast<QFocusEvent *>(event)->reason());
        break;
    case QEvent::FocusOut:
        if (qobject_cast<QWidget *>(watched))
            leave(static_cast<QFocusEvent *>(event)->reason());
        break;
    default:
        break;
    }
    return false;
}

void KeyboardFocus::enter(QWidget &widget, Qt::FocusReason reason)
{
    const bool isByKeyboard = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason
        || (reason == Qt::OtherFocusReason && m_isKeyboardUsed);
    QWidget *window = widget.window();
    if (isByKeyboard && !window->testAttribute(Qt::WA_KeyboardFocusChange)) {
        window->setAttribute(Qt::WA_KeyboardFocusChange);
        widget.update();
    }
    QWidget &whole = wholeOf(widget);
    const bool isShown = isRinged(whole) && (window->testAttribute(Qt::WA_KeyboardFocusChange) || isForText(widget));
    if (!isShown) {
        if (m_frame)
            m_frame->setWidget(nullptr);
        return;
    }
    if (!m_frame)
        m_frame = makeFrame(whole);
    m_frame->setWidget(&whole);
    // Qt hides the frame of a widget that is about to be scrolled into view, and forgets to show it afterwards.
    m_frame->raise();
    m_frame->show();
}

void KeyboardFocus::turnToMouse(QWidget &pressed)
{
    pressed.window()->setAttribute(Qt::WA_KeyboardFocusChange, false);
    if (QWidget *owner = QApplication::focusWidget())
        owner->update(); // It may have painted its ring itself.
    if (m_frame && m_frame->widget() && !isForText(*m_frame->widget()))
        m_frame->setWidget(nullptr);
}

/// While a menu is open, the ring shows what it belongs to.
void KeyboardFocus::leave(Qt::FocusReason reason)
{
    if (m_frame && reason != Qt::PopupFocusReason)
        m_frame->setWidget(nullptr);
}

bool KeyboardFocus::isRinged(const QWidget &widget) const
{
    if (widget.isWindow() || widget.window()->windowType() == Qt::Popup || widget.property("paintsOwnFocusRing").toBool())
        return false;
    if (qobject_cast<const QAbstractItemView *>(&widget) || qobject_cast<const QTabBar *>(&widget)
        || qobject_cast<const QMenuBar *>(&widget))
        return false; // Their items have one.
    return m_isForAll || !isOfQt(widget);
}

} // namespace look

#include "moc_keyboardfocus.cpp"
