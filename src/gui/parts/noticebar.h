// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QUrl>

#include <functional>

class QLabel;
class QPushButton;

/// A sentence above the content, with at most one button. Hidden while it is empty.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    enum class Tone { Plain, Warning };

    explicit NoticeBar(QWidget *parent = nullptr);

    /// Shows a sentence without a button.
    void say(const QString &text, Tone tone = Tone::Plain);

    /// Shows an error. The button opens `page`, where the person can resolve it, or if that is empty, tries again.
    void warn(const QString &text, const QUrl &page, const std::function<void()> &tryAgain);

    /// Adds a button with this text, or changes the one that is there. Only after say() or warn().
    void offer(const QString &buttonText, std::function<void()> action);

    /// Adds a button that opens a page in the browser. Only after say() or warn().
    void offerPage(const QUrl &page);

    /// Removes text and button, and hides the bar.
    void clear();
    QString text() const;

private:
    QLabel *m_label;
    QPushButton *m_button;
    std::function<void()> m_action;
};
