// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/controls/paintedbutton.h"
#include "preferences/choices.h"

/// A small picture of the window in a color scheme, to choose it.
class SchemeSwatch : public PaintedButton
{
    Q_OBJECT

public:
    SchemeSwatch(Choices::Scheme scheme, const QString &name, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintWindow(QPainter &painter, const QRectF &area, bool isDark) const;
    QRectF picture() const;

    const Choices::Scheme m_scheme;
};
