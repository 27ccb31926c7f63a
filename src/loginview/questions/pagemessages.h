// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QUrl>

#include <optional>

class QWidget;

/// A message of a page: JavaScript's alert(), confirm() and prompt(), and the question of `beforeunload`.
struct PageMessage
{
    enum class Kind { Alert, Confirm, Prompt, Leave };

    Kind kind;
    QUrl origin; ///< Whose script it is; empty for a frame without an origin.
    QString text;
    QString proposal = {}; ///< For Prompt.
};

/// Shows the messages of a page in dialogs, and lets the person silence a page that repeats them.
class PageMessages
{
    Q_DECLARE_TR_FUNCTIONS(PageMessages)

public:
    /// The person's answer: what they typed, or an empty text for the other kinds; nothing if they declined. A silenced page
    /// gets no answer at once, but may be left.
    std::optional<QString> show(const PageMessage &message, QWidget *window);

    /// The person has opened or reloaded a page: it may speak again.
    void reset();

    bool isOpen() const { return m_isOpen; }

private:
    std::optional<QString> ask(const PageMessage &message, QWidget *window);

    int m_count = 0;
    bool m_isSilenced = false; ///< All of the page, whose parts may have any number of origins.
    bool m_isOpen = false;
};
