// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/look/desktopsettings.h"

#include <QAbstractNativeEventFilter>

namespace look {

/// The registry and the system parameters of Windows.
class WindowsSettings : public DesktopSettings, public QAbstractNativeEventFilter
{
    Q_OBJECT

public:
    ~WindowsSettings() override;

    void askAndWait(std::chrono::milliseconds patience) override;
    void follow() override;
    bool nativeEventFilter(const QByteArray &eventType, void *message, qintptr *result) override;
};

/// Colors the title bar of every window that has one.
class TitleBars : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// For the windows that are there, and those that come.
    void use(bool isDark);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool m_isDark = false;
    bool m_isUsed = false;
};

} // namespace look
