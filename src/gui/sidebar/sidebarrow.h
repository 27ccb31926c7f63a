// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/controls/paintedbutton.h"
#include "gui/look/colors.h"
#include "gui/look/glyphs.h"

/// A row of the sidebar: a glyph, a name, and at the end a count or a shortcut. A checkable row shows a page. Without room it
/// shows the glyph alone, and its name as a tooltip.
class SidebarRow : public PaintedButton
{
    Q_OBJECT

public:
    SidebarRow(look::Glyph glyph, const QString &text, QWidget *parent = nullptr);

    /// The number of things that wait on the page; 0 shows none.
    void setCount(int count);
    int count() const { return m_count; }

    /// Text at the end, such as a shortcut.
    void setHint(const QString &hint);

    /// The glyph's color; that of text if it is not set.
    void setGlyphColor(QColor look::Colors::*color);

    /// A smaller and paler row, for what is not a page.
    void setSecondary(bool isSecondary);

    void setCompact(bool isCompact);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();
    QRect placed(const QRect &area) const;
    void paintBackground(QPainter &painter) const;
    int paintEnd(QPainter &painter) const;
    QColor textColor() const;

    look::Glyph m_glyph;
    QColor look::Colors::*m_glyphColor = nullptr;
    QString m_hint;
    int m_count = 0;
    bool m_isSecondary = false;
    bool m_isCompact = false;
};
