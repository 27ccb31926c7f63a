// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

/// Below the page: the way on in the person's browser, which has their passkeys and their password manager.
class BrowserBar : public QWidget
{
    Q_OBJECT

public:
    explicit BrowserBar(QWidget *parent);

Q_SIGNALS:
    void browserRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
};
