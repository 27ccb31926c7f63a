// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QScrollArea>

/// Holds the alerts of a window. As tall as they need, and if that is more than a part of the window, they scroll.
class AlertArea : public QScrollArea
{
    Q_OBJECT

public:
    explicit AlertArea(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};
