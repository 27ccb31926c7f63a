// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProgressBar>

/// How much of the page has come: a thin line in the accent color.
class LoadBar : public QProgressBar
{
    Q_OBJECT

public:
    explicit LoadBar(QWidget *parent);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};
