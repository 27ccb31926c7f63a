// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/device/deviceauthorization.h"

#include <QTimer>
#include <QUrl>
#include <QWidget>

#include <memory>

namespace Ui {
class DeviceCodeView;
}

/// Shows a device code (RFC 8628 §3.3): in large letters, as a QR code and with the time left, to be copied or typed on
/// another device.
class DeviceCodeView : public QWidget
{
    Q_OBJECT

public:
    explicit DeviceCodeView(QWidget *parent = nullptr);
    ~DeviceCodeView() override;

    /// Shows a code. Does nothing if it is shown already.
    void present(const oauth::DeviceAuthorization &authorization);

    /// Shows that the code has expired, and offers a new one.
    void presentExpired();

    /// Focuses the button that the person needs next.
    void focusNext();

Q_SIGNALS:
    void pageRequested(const QUrl &page);
    void newCodeRequested();

private:
    void showTimeLeft();
    void showAsValid(bool isValid);
    void copyCode();

    std::unique_ptr<Ui::DeviceCodeView> m_ui;
    oauth::DeviceAuthorization m_authorization;
    QTimer m_clock;
};
