// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QString>
#include <QUrl>

namespace richtext {

/// A length as an author writes it.
struct Length
{
    qreal amount = 0; ///< 0: none was given.
    bool isPercent = false;
};

/// What stands for a picture that is not shown: a label in two parts, as on a badge. Either may be empty.
struct Badge
{
    QString label;
    QString message;
    QColor color; ///< Of the message; invalid if it is not known.

    QString text() const { return label.isEmpty() || message.isEmpty() ? label + message : label + QStringLiteral(": ") + message; }
};

struct Picture
{
    QUrl url; ///< Empty if it must not be fetched.
    QString title;
    Badge badge;
    Length width;
    Length height;
    qreal share = 1; ///< Of the document's width, which is less in a table.
};

} // namespace richtext
