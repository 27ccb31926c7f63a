// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/start/firstpaint.h"

#include <QEvent>
#include <QPointer>
#include <QTimer>
#include <QWidget>

namespace {

class PaintWatch : public QObject
{
public:
    PaintWatch(QWidget &window, QObject *context, std::function<void()> receiver)
        : QObject(context), m_receiver(std::move(receiver))
    {
        window.installEventFilter(this);
        connect(&window, &QObject::destroyed, this, &QObject::deleteLater);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            // The picture reaches the display after this event.
            QTimer::singleShot(0, this, [this, window = QPointer(watched)] {
                deleteLater();
                if (window)
                    m_receiver();
            });
        }
        return false;
    }

private:
    const std::function<void()> m_receiver;
};

} // namespace

void afterFirstPaint(QWidget &window, QObject *context, std::function<void()> receiver)
{
    new PaintWatch(window, context, std::move(receiver));
}
