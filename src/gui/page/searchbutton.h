// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/controls/paintedbutton.h"

/// Looks like a search field, and opens the palette when it is pressed. Only its glyph if it is narrow.
class SearchButton : public PaintedButton
{
    Q_OBJECT

public:
    explicit SearchButton(QWidget *parent = nullptr);

    /// Its keyboard shortcut, which it shows.
    void setHint(const QString &hint);

    /// Shows the glyph alone.
    void setCompact(bool isCompact);

    /// As wide as it is with its words.
    static int wholeWidth();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_hint;
    bool m_isCompact = false;
};
