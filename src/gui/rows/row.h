// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/look/colors.h"
#include "gui/look/glyphs.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

/// A word or two about the state of a row's subject.
struct RowPill
{
    QString text;
    QColor look::Colors::*color = &look::Colors::secondaryText;
    QColor dot = {}; ///< Of a label of the server, whose colors may not be readable as text. Invalid: none.
};

/// A small fact with a sign: a language, stars.
struct RowFigure
{
    QString text;
    QString words; ///< For screen readers.
    std::optional<look::Glyph> glyph = {};
    QColor dot = {}; ///< In place of the glyph.
};

/// What a row of a list shows.
struct Row
{
    enum class Kind {
        Entry,
        Heading, ///< Above a group of entries. Has a title and, in `facts`, their number.
        Placeholder, ///< For an entry that the server has not sent yet.
    };

    Kind kind = Kind::Entry;
    QString group = {}; ///< The heading above, for screen readers.
    look::Glyph glyph = look::Glyph::Info;
    QColor look::Colors::*glyphColor = &look::Colors::secondaryText;
    QString glyphWords = {}; ///< What the glyph says, for screen readers.
    bool isUnread = false; ///< With a dot.
    bool isStrong = false;
    QString owner = {}; ///< Before the title, with a slash between.
    QString title = {};
    QList<RowPill> titlePills = {}; ///< Behind the title.
    QList<RowPill> pills = {}; ///< At the start of the second line.
    QString facts = {}; ///< The rest of the second line.
    QList<RowFigure> figures = {}; ///< At the end of the second line.
    QDateTime at = {}; ///< At the end of the first line. UTC; may be invalid.
};

/// The row in words, for screen readers.
QString spoken(const Row &row, const QDateTime &now);
