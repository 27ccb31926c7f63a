// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QWidget>

/// A QR code, dark on white in every color scheme: many cameras read nothing else.
class QrCode : public QWidget
{
    Q_OBJECT

public:
    explicit QrCode(QWidget *parent = nullptr);

    /// Shows a text as a code; hidden where it is empty or too long for one.
    void setText(const QString &text);

    /// One pixel a module, with the quiet zone around it; null where there is nothing to show.
    const QImage &modules() const { return m_modules; }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QImage m_modules;
};
