// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/overlays/overlayfocus.h"

class QLabel;
class QScrollArea;
class QVBoxLayout;

/// A question or a form over a window, which stays where it is and cannot be used meanwhile. Esc and a click beside it close
/// it. Hidden until open().
class Sheet : public QWidget
{
    Q_OBJECT

public:
    explicit Sheet(QWidget *window);

    void setTitle(const QString &title);
    QString title() const;

    /// What stands below the title.
    QVBoxLayout *body() const { return m_body; }

    /// Shows it over the window. The focus goes to the first widget inside, or where setFocus() puts it afterwards.
    void open();

    /// Hides it, and gives the focus back. Does nothing if it is not open.
    void dismiss();

Q_SIGNALS:
    /// It was closed, by the person or by dismiss().
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool hasShortcut(const QKeyEvent &event) const;
    void placePanel();

    QScrollArea *m_panel;
    QWidget *m_content;
    QRect m_surface; ///< What is painted: the panel, and the round corners above and below it.
    QLabel *m_title;
    QVBoxLayout *m_body;
    OverlayFocus m_focus;
};
