// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QListView>

/// The list of the palette, as high as its rows if there is room.
class PaletteList : public QListView
{
    Q_OBJECT

public:
    explicit PaletteList(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
};
