// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPointer>

class QFocusFrame;
class QWidget;

namespace look {

/// Shows which widget has the keyboard's focus, by a ring around it, as long as the person uses the keyboard. Text fields show
/// it always.
///
/// The window's attribute WA_KeyboardFocusChange says whether the keyboard is used. Qt sets it with Tab and keeps it until the
/// window is hidden; this also clears it with the mouse, and sets it if code gives the focus away after a key.
///
/// A widget with the property `paintsOwnFocusRing` gets no ring from here, nor do lists, whose rows have one. The property
/// `focusRingRadius` is the radius of the widget's own corners at 100 %, in place of that of a button.
class KeyboardFocus : public QObject
{
    Q_OBJECT

public:
    /// Watches the application. The ring is for widgets of ours alone if the others are painted by a style of the platform.
    explicit KeyboardFocus(bool isForAll, QObject *parent = nullptr);
    ~KeyboardFocus() override;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void enter(QWidget &widget, Qt::FocusReason reason);
    void leave(Qt::FocusReason reason);
    void turnToMouse(QWidget &pressed);
    bool isRinged(const QWidget &widget) const;

    const bool m_isForAll;
    bool m_isKeyboardUsed = false;
    QPointer<QFocusFrame> m_frame; ///< Owned by the window of the widget that has the focus.
};

} // namespace look
