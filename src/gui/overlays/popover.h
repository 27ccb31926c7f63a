// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/overlays/overlayfocus.h"

#include <QFrame>

class Dimmer;
class QVBoxLayout;

/// A panel with a shadow that belongs to a control: choices, or details. A child of the window and not another window,
/// so it needs no position from the desktop. Esc, a press beside it, and a focus that goes elsewhere close it. Hidden
/// until openBelow().
class Popover : public QFrame
{
    Q_OBJECT

public:
    explicit Popover(QWidget *window);
    ~Popover() override;

    QVBoxLayout *body() const { return m_body; }

    /// Shows it below `anchor`, or above where there is more room, and at least as wide.
    void openBelow(const QWidget *anchor);

    /// Shows it in the middle of the window, near the top, as wide as `width` at 100 %. The window is darker meanwhile.
    void openOnTop(int width);

    /// Hides it, and gives the focus back. Does nothing if it is not open.
    void dismiss();

Q_SIGNALS:
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QSize sizeFor(int width) const;
    void openAt(const QRect &surface);
    void placeAgain();

    QVBoxLayout *m_body;
    OverlayFocus m_focus;
    QPointer<const QWidget> m_anchor; ///< Null on top.
    QPointer<Dimmer> m_dimmer; ///< Only on top.
    int m_width = 0; ///< On top.
};
