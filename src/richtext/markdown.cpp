// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "richtext/markdown.h"

#ifdef LATCHKEY_MARKDOWN
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <cstdlib>
#include <memory>
#endif

namespace richtext {

namespace {

constexpr qsizetype longestMarkdown = 128 * 1024; // A document shows 100 KB.

} // namespace

#ifdef LATCHKEY_MARKDOWN
QString fromMarkdown(const QString &markdown)
{
    cmark_gfm_core_extensions_ensure_registered();
    constexpr int options = CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8; // Without CMARK_OPT_UNSAFE.
    const std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)> parser(cmark_parser_new(options), &cmark_parser_free);
    for (const char *name : {"table", "strikethrough", "autolink", "tagfilter", "tasklist"}) {
        if (cmark_syntax_extension *extension = cmark_find_syntax_extension(name))
            cmark_parser_attach_syntax_extension(parser.get(), extension);
    }
    const QByteArray text = markdown.left(longestMarkdown).toUtf8();
    cmark_parser_feed(parser.get(), text.constData(), size_t(text.size()));
    const std::unique_ptr<cmark_node, decltype(&cmark_node_free)> document(cmark_parser_finish(parser.get()), &cmark_node_free);
    const std::unique_ptr<char, decltype(&std::free)> html(
        cmark_render_html(document.get(), options, cmark_parser_get_syntax_extensions(parser.get())), &std::free);
    return QString::fromUtf8(html.get());
}
#else
QString fromMarkdown(const QString &markdown)
{
    return QStringLiteral("<pre>") + markdown.left(longestMarkdown).toHtmlEscaped() + QStringLiteral("</pre>");
}
#endif

} // namespace richtext
