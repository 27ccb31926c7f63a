// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QPointer>

#include <chrono>
#include <functional>

class QWidget;
class ToastView;

/// Short messages at the bottom of a window: what was just done, perhaps with a way to undo it. Each stays for six seconds,
/// longer while the pointer or the focus is on it. A new one comes below the ones that are there; the same text again
/// replaces the old one. At most three are shown.
class Toast : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds duration{6};

    /// Messages for a window, which owns them. It must outlive this object.
    explicit Toast(QWidget *window);

    /// Shows a message, and announces it to screen readers.
    void say(const QString &text);
    void say(const QString &text, const QString &actionText, std::function<void()> action);

    /// Removes all messages.
    void clear();

    /// The message that came last, if it is still shown.
    QString text() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QList<ToastView *> shown() const;
    void makeRoomFor(const QString &text);
    void place() const;

    QWidget &m_window;
    QList<QPointer<ToastView>> m_views; ///< The oldest first.
};
