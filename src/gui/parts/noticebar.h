// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QUrl>

#include <functional>

class QLabel;
class QPushButton;

/// A sentence above the content, with at most one thing to press. Hidden while there is nothing to say.
class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    enum class Tone { Plain, Warning };

    explicit NoticeBar(QWidget *parent = nullptr);

    void say(const QString &text, Tone tone = Tone::Plain);

    /// Warns of trouble and offers the way out: the page of an organization or a server where there is one, or another try.
    void warn(const QString &text, const QUrl &page, const std::function<void()> &tryAgain);

    /// Offers something to press beside the text.
    void offer(const QString &buttonText, std::function<void()> action);

    /// Offers to open a page in the browser.
    void offerPage(const QUrl &page);

    void clear();
    QString text() const;

private:
    QLabel *m_label;
    QPushButton *m_button;
    std::function<void()> m_action;
};
