// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "richtext/richtext.h"

#include "richtext/documentwriter.h"

namespace richtext {

namespace {

/// GitHub's `data-path`; empty if the HTML does not begin with it.
QString fileOf(const HtmlTree &tree)
{
    const int first = tree.find(0, "div");
    return first == tree[0].firstChild && first >= 0 ? tree[first].value("data-path") : QString();
}

} // namespace

Document sanitized(const QString &html, const Place &place, const Options &options)
{
    const HtmlTree tree = parseHtml(html);
    return DocumentWriter(tree, inFolderOf(fileOf(tree), place), options).write();
}

} // namespace richtext
