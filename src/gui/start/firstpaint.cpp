// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/start/firstpaint.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPointer>
#include <QTimer>
#include <QWidget>

namespace {

/// Watches all widgets: a window that is covered by an opaque child is never painted itself.
class PaintWatch : public QObject
{
public:
    PaintWatch(QWidget &window, QObject *context, std::function<void()> receiver)
        : QObject(context), m_window(&window), m_receiver(std::move(receiver))
    {
        QCoreApplication::instance()->installEventFilter(this);
        connect(&window, &QObject::destroyed, this, &QObject::deleteLater);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Paint || !isInWindow(watched))
            return false;
        QCoreApplication::instance()->removeEventFilter(this);
        // The picture reaches the display after this event.
        QTimer::singleShot(0, this, [this] {
            deleteLater();
            if (m_window)
                m_receiver();
        });
        return false;
    }

private:
    bool isInWindow(QObject *watched) const
    {
        return watched == m_window || (watched->isWidgetType() && m_window && m_window->isAncestorOf(static_cast<QWidget *>(watched)));
    }

    const QPointer<QWidget> m_window;
    const std::function<void()> m_receiver;
};

} // namespace

void afterFirstPaint(QWidget &window, QObject *context, std::function<void()> receiver)
{
    new PaintWatch(window, context, std::move(receiver));
}
