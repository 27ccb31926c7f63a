// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

/// Buttons at the end of a row, or below each other and as wide as the row if they do not fit side by side.
class ButtonRow : public QWidget
{
    Q_OBJECT

public:
    explicit ButtonRow(QWidget *parent = nullptr);

    /// Adds a button at the end. With `isAtStart` it is at the start of the row, away from the others.
    void add(QWidget *button, bool isAtStart = false);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QList<QWidget *> shownButtons() const;
    bool isTooNarrow(int width) const { return width < sizeHint().width(); }
    void arrange();

    QList<QWidget *> m_buttons;
    int m_atStart = 0; ///< So many of them, from the first on.
};
