// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "richtext/html/htmltokens.h"

#include <QList>

namespace richtext {

/// An element, or a text. Others are meant by their numbers in HtmlTree; -1 is none.
struct HtmlNode
{
    QString element = {}; ///< In lower case; empty for text.
    QString text = {};
    Attributes attributes = {};
    int parent = -1;
    int firstChild = -1;
    int lastChild = -1;
    int next = -1; ///< Sibling.

    bool isText() const { return element.isEmpty(); }
    bool has(const char *attribute) const;

    /// Empty if there is none.
    QString value(const char *attribute) const;
    bool hasClass(const char *name) const;
};

/// What HTML contains. Node 0 is the root.
struct HtmlTree
{
    QList<HtmlNode> nodes;
    bool isCut = false; ///< It is longer, or has more parts, than anybody reads.

    const HtmlNode &operator[](int node) const { return nodes[node]; }

    /// The first element with this name below a node; -1 if there is none.
    int find(int node, const char *element) const;
};

/// The tree of HTML. Tags may be missing or nested wrongly, as in tag soup; elements that are nested deeper than anybody does
/// by hand are left out, their content not.
HtmlTree parseHtml(const QString &html);

} // namespace richtext
