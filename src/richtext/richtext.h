// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "richtext/addresses.h"
#include "richtext/picture.h"
#include "richtext/style.h"

#include <QList>
#include <QSet>
#include <QString>

/// HTML from a server, made fit for QTextDocument: elements, attributes and addresses of an allow-list, in the way in which Qt
/// shows them best. The size of the result has limits, so that the window stays quick.
namespace richtext {

/// What links of a document lead to, beside pages: a part to open or close, by its number.
inline constexpr QLatin1String detailsScheme("details");

/// The name of the picture with this number, and of the glyph with this name, in the document's HTML.
inline constexpr QLatin1String pictureScheme("picture");
inline constexpr QLatin1String glyphScheme("glyph");

struct Options
{
    Style style;
    QSet<int> toggledDetails; ///< Parts that the person has opened, or closed if they begin open.
};

struct Document
{
    QString html; ///< For QTextDocument::setHtml().
    QList<Picture> pictures;
    bool isCut = false; ///< There is more than is shown.
};

/// What a server's HTML shows. GitHub's rendering of a README names the file in its first element; relative addresses are
/// resolved against that.
Document sanitized(const QString &html, const Place &place, const Options &options);

} // namespace richtext
