// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/controls/paintedbutton.h"
#include "gui/look/colors.h"
#include "gui/look/glyphs.h"

/// One of several ways to go on: a glyph, a title, a line about it, perhaps a pill. The whole row is the button; text() is
/// the title. Arrow keys move between rows.
class ChoiceRow : public PaintedButton
{
    Q_OBJECT

public:
    explicit ChoiceRow(QWidget *parent = nullptr);
    ChoiceRow(look::Glyph glyph, const QString &title, const QString &caption = {}, QWidget *parent = nullptr);

    void setGlyph(look::Glyph glyph);
    void setTitle(const QString &title);
    void setCaption(const QString &caption);
    QString caption() const { return m_caption; }

    /// A word or two at the end of the title. None if `text` is empty.
    void setPill(const QString &text, QColor look::Colors::*color = &look::Colors::success);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// Where things are, from left to right; mirrored for languages that are read from right to left.
    struct Places
    {
        QRect glyph;
        QRect title;
        QRect pill;
        QRect caption;
        QRect chevron;
    };
    Places places() const;
    void paintText(QPainter &painter, const Places &at) const;
    void describe();

    look::Glyph m_glyph = look::Glyph::Info;
    QString m_caption;
    QString m_pill;
    QColor look::Colors::*m_pillColor = &look::Colors::success;
};
