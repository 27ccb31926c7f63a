// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/look/glyphs.h"

#include <QAction>
#include <QPointer>
#include <QString>
#include <QUrl>

/// Something that the palette finds: choosing it triggers an action, or opens a page in the browser, or copies a text.
struct PaletteEntry
{
    enum class Section { Pages, Repositories, Inbox, Commands };

    Section section = Section::Commands;
    look::Glyph glyph = look::Glyph::ChevronRight;
    QString title;
    QString detail = {}; ///< Beside the title; may be empty.
    QString hint = {}; ///< The shortcut; may be empty.
    QPointer<QAction> action = {};
    QUrl page = {};
    QString copied = {}; ///< What Ctrl+Shift+C copies; empty: nothing.

    bool operator==(const PaletteEntry &) const = default;
};

QString sectionName(PaletteEntry::Section section);
