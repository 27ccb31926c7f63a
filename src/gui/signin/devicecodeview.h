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

/// A code for the person to type on another page or device: large, to be copied, and as a QR code, with the time that is
/// left (RFC 8628 §3.3).
class DeviceCodeView : public QWidget
{
    Q_OBJECT

public:
    explicit DeviceCodeView(QWidget *parent = nullptr);
    ~DeviceCodeView() override;

    void present(const oauth::DeviceAuthorization &authorization);

    /// The code is of no use any more; offers a new one.
    void presentExpired();

    /// Puts the focus where the person goes on.
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
