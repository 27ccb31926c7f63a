// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QScrollArea;
class QVBoxLayout;

/// A page of the sign-in window: its top and its bottom stay where they are, and what is between them scrolls. In a window
/// that is too low for that, everything scrolls.
class SteadyPage : public QWidget
{
    Q_OBJECT

public:
    explicit SteadyPage(QWidget *parent = nullptr);

    QVBoxLayout *top() const { return m_top; }
    QVBoxLayout *body() const { return m_body; }
    QVBoxLayout *bottom() const { return m_bottom; }

    /// Takes what the pages have in common: the heading, above all else, and the alerts, which must not push the buttons of
    /// the top away.
    void take(QWidget *heading, QWidget *alerts);

    /// The same for a page that has its own heading.
    void takeAlerts(QWidget *alerts);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void useZoom();
    void placeParts();
    bool isLow() const;

    QWidget *m_topPart;
    QWidget *m_bottomPart;
    QScrollArea *m_area;
    QVBoxLayout *m_top;
    QVBoxLayout *m_body;
    QVBoxLayout *m_bottom;
    QVBoxLayout *m_scrolled; ///< The body; in a low window also the other two.
    QVBoxLayout *m_layout;
};

/// The margin at both sides of the text in a window of this width.
int pageMargin(int width);
