// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace richtext {

/// The HTML of a Markdown text, by the rules of GitHub, for servers that do not render it. HTML in the text is left out. A
/// build without cmark-gfm shows the text as it is.
QString fromMarkdown(const QString &markdown);

} // namespace richtext
