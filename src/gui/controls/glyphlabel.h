// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/look/colors.h"
#include "gui/look/glyphs.h"

#include <QWidget>

/// A glyph that is only looked at. Screen readers pass over it: what it says stands beside it in words.
class GlyphLabel : public QWidget
{
    Q_OBJECT

public:
    explicit GlyphLabel(look::Glyph glyph, int side = 16, QWidget *parent = nullptr);

    look::Glyph glyph() const { return m_glyph; }
    void setGlyph(look::Glyph glyph);
    void setColor(QColor look::Colors::*color);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    look::Glyph m_glyph;
    const int m_side; ///< At 100 %.
    QColor look::Colors::*m_color = &look::Colors::secondaryText;
};
