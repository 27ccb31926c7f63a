// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QToolBar>

/// Above the page: flat, with a line below it.
class ToolBar : public QToolBar
{
    Q_OBJECT

public:
    explicit ToolBar(QWidget *parent);

    /// The zoom has changed.
    void useZoom();

protected:
    void paintEvent(QPaintEvent *event) override;
};
