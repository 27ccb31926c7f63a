// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "richtext/blocks.h"

#include <QSet>

namespace richtext {

namespace {

const QSet<QString> &blocks()
{
    static const QSet<QString> names{
        QStringLiteral("article"), QStringLiteral("blockquote"), QStringLiteral("center"), QStringLiteral("dd"),
        QStringLiteral("details"), QStringLiteral("div"), QStringLiteral("dl"), QStringLiteral("dt"),
        QStringLiteral("figcaption"), QStringLiteral("figure"), QStringLiteral("h1"), QStringLiteral("h2"),
        QStringLiteral("h3"), QStringLiteral("h4"), QStringLiteral("h5"), QStringLiteral("h6"), QStringLiteral("hr"),
        QStringLiteral("li"), QStringLiteral("ol"), QStringLiteral("p"), QStringLiteral("pre"), QStringLiteral("section"),
        QStringLiteral("table"), QStringLiteral("ul"),
    };
    return names;
}

} // namespace

bool isBlockIn(const HtmlTree &tree, int number)
{
    const HtmlNode &node = tree[number];
    if (node.isText() || blocks().contains(node.element))
        return !node.isText();
    const bool isUnknown = node.element.contains(u'-'); // Such as GitHub's own elements.
    for (int child = isUnknown ? node.firstChild : -1; child >= 0; child = tree[child].next) {
        if (isBlockIn(tree, child))
            return true;
    }
    return false;
}

QString alignAttribute(const QString &alignment)
{
    return alignment.isEmpty() ? QString() : QStringLiteral(" align=\"%1\"").arg(alignment);
}

QString alignmentOf(const HtmlNode &node, const QString &around)
{
    const QString align = node.value("align").toLower();
    for (const char *known : {"left", "center", "right", "justify"}) {
        if (align == QLatin1String(known))
            return align;
    }
    return node.element == QLatin1String("center") ? node.element : around;
}

QString kindOfAlert(const HtmlNode &node)
{
    for (const char *kind : {"note", "tip", "important", "warning", "caution"}) {
        if (node.hasClass((QByteArray("markdown-alert-") + kind).constData()))
            return QLatin1String(kind);
    }
    return {};
}

} // namespace richtext
