// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/controls/pagewheel.h"

#include <QComboBox>
#include <QEvent>

namespace {

class WheelFilter : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::Wheel)
            return false;
        event->ignore(); // Goes to the parent.
        return true;
    }
};

} // namespace

void leaveWheelToPage(QComboBox &box)
{
    box.setFocusPolicy(Qt::StrongFocus); // Without the wheel's.
    box.installEventFilter(new WheelFilter(&box));
}
