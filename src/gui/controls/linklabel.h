// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/controls/paintedbutton.h"
#include "gui/controls/wrappinglabel.h"
#include "gui/look/glyphs.h"

#include <optional>

/// Rich text with links, which open in the browser. Their color follows the palette; Qt's labels keep the old one. The
/// text is escaped by its author (see link() of labels.h).
class LinkLabel : public WrappingLabel
{
    Q_OBJECT

public:
    explicit LinkLabel(QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
};

/// A button that looks like a link, for what happens in Latchkey.
class LinkButton : public PaintedButton
{
    Q_OBJECT

public:
    explicit LinkButton(QWidget *parent = nullptr);
    explicit LinkButton(const QString &text, QWidget *parent = nullptr);

    /// A glyph before the text.
    void setGlyph(look::Glyph glyph);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int glyphRoom() const;

    std::optional<look::Glyph> m_glyph;
};
