// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/controls/paintedbutton.h"

#include <QColor>

/// A round sample of an accent, to choose it.
class AccentButton : public PaintedButton
{
    Q_OBJECT

public:
    /// `name` is read by screen readers and stands in the tooltip.
    explicit AccentButton(const QString &name, QWidget *parent = nullptr);

    /// Invalid: Latchkey's own.
    void setAccent(const QColor &accent);

    /// Marks the one that follows the desktop.
    void setDesktop(bool isDesktop);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor m_accent;
    bool m_isDesktop = false;
};
