// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QString>

namespace richtext {

/// How a document looks.
struct Style
{
    QColor text;
    QColor secondaryText;
    QColor link;
    QColor border; ///< Of tables, and beside quotes.
    QColor code; ///< Behind code.
    QColor success;
    QColor attention;
    QColor danger;
    QColor done;
    QString codeFont; ///< A family.
    qreal textSize = 13; ///< Pixels.
    bool isDark = false;
};

} // namespace richtext
