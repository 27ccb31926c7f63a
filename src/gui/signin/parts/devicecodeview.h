// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "oauth/device/deviceauthorization.h"

#include <QTimer>
#include <QUrl>
#include <QWidget>

class NumberedStep;
class QBoxLayout;
class QLabel;
class QPushButton;
class QrCode;

/// Shows a device code (RFC 8628 §3.3) in three steps: in large letters, as a QR code and with the time left, to be pasted
/// here or typed on another device.
class DeviceCodeView : public QWidget
{
    Q_OBJECT

public:
    explicit DeviceCodeView(QWidget *parent = nullptr);

    /// Shows a code, and copies it if `isCopied`. Does nothing if it is shown already.
    void present(const oauth::DeviceAuthorization &authorization, bool isCopied);

    /// Shows that the code has expired.
    void presentExpired();

    /// True while the code can be used.
    bool isValid() const { return m_clock.isActive(); }

    /// The page for the code, with the code in its address if the server allows that.
    QUrl page() const;

    /// Shows that the page is open.
    void noteOpened();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addSteps();
    void useZoom();
    void showTimeLeft();
    void copyCode();

    QBoxLayout *m_columns; ///< Steps and QR code: beside each other, or below if there is little room.
    NumberedStep *m_codeStep;
    NumberedStep *m_pageStep;
    NumberedStep *m_allowStep;
    QLabel *m_code;
    QPushButton *m_copy;
    QLabel *m_address;
    QrCode *m_qrCode;
    QLabel *m_time;
    QLabel *m_warning;
    oauth::DeviceAuthorization m_authorization;
    QTimer m_clock;
};
