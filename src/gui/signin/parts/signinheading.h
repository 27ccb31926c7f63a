// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/look/glyphs.h"

#include <QWidget>

class GlyphLabel;
class QLabel;

/// Above every page of the sign-in window but the first: the server's glyph, what is done, and the host.
class SignInHeading : public QWidget
{
    Q_OBJECT

public:
    explicit SignInHeading(QWidget *parent = nullptr);

    void say(look::Glyph glyph, const QString &title, const QString &line);

private:
    GlyphLabel *m_glyph;
    QLabel *m_title;
    QLabel *m_line;
};
