// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/parts/card.h"

/// Stands for a pinned card that is on its way.
class LoadingCard : public Card
{
    Q_OBJECT

public:
    explicit LoadingCard(QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};
