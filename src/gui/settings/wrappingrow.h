// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

/// Widgets beside each other, in more than one line if there is no room. Each has the size of its hint.
class WrappingRow : public QWidget
{
    Q_OBJECT

public:
    /// `gap` is between the widgets, at 100 %.
    explicit WrappingRow(int gap, QWidget *parent = nullptr);

    void add(QWidget *widget);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    int place(int width, bool isMeasured) const;

    const int m_gap;
    QWidgetList m_widgets;
};
