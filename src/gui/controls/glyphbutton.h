// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/controls/paintedbutton.h"
#include "gui/look/glyphs.h"

/// A flat button with a glyph in place of text. Its name is read by screen readers and stands in the tooltip.
class GlyphButton : public PaintedButton
{
    Q_OBJECT

public:
    GlyphButton(look::Glyph glyph, const QString &name, QWidget *parent = nullptr);

    void setGlyph(look::Glyph glyph);
    void setName(const QString &name);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    look::Glyph m_glyph;
};
