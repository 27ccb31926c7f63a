// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QWidget>

/// Shows a QR code, black on white in every color scheme: many cameras read nothing else.
class QrCode : public QWidget
{
    Q_OBJECT

public:
    explicit QrCode(QWidget *parent = nullptr);

    /// Shows a text as a QR code. Hides the widget if the text is empty or too long for one.
    void setText(const QString &text);

    /// One pixel per module, including the quiet zone; null if there is no code.
    const QImage &modules() const { return m_modules; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QImage m_modules;
};
