// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/look/glyphs.h"

#include <QWidget>

#include <functional>

class GlyphLabel;
class QLabel;
class QPushButton;

/// In the middle of where content would be: why there is none, and one thing to do about it.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// Replaces what is said, and removes the action.
    void say(look::Glyph glyph, const QString &title, const QString &line = {});

    /// Adds the action.
    void offer(const QString &text, std::function<void()> action);

    QString title() const;
    QString line() const;

private:
    GlyphLabel *m_glyph;
    QLabel *m_title;
    QLabel *m_line;
    QPushButton *m_button;
    std::function<void()> m_action;
};
