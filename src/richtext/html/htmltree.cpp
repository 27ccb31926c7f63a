// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "richtext/html/htmltree.h"

#include <QHash>
#include <QSet>

namespace richtext {

namespace {

constexpr qsizetype longestHtml = 1024 * 1024; // GitHub renders the first 512 KB.
constexpr qsizetype mostTokens = 80000;
constexpr qsizetype deepest = 60;

const QSet<QString> &voidElements()
{
    static const QSet<QString> names{
        QStringLiteral("area"), QStringLiteral("base"), QStringLiteral("br"),    QStringLiteral("col"),
        QStringLiteral("embed"), QStringLiteral("hr"),  QStringLiteral("img"),   QStringLiteral("input"),
        QStringLiteral("link"), QStringLiteral("meta"), QStringLiteral("param"), QStringLiteral("source"),
        QStringLiteral("track"), QStringLiteral("wbr"),
    };
    return names;
}

/// Elements that only a start tag beside them ends, and those that keep them from being seen by it.
struct Implied
{
    QStringList ends;
    QStringList bounds;
};

QHash<QString, Implied> impliedEnds()
{
    const auto list = [](std::initializer_list<const char *> names) {
        QStringList result;
        for (const char *name : names)
            result.append(QLatin1String(name));
        return result;
    };
    QHash<QString, Implied> table;
    const auto add = [&](std::initializer_list<const char *> starts, std::initializer_list<const char *> ends,
                         std::initializer_list<const char *> bounds) {
        for (const char *start : starts)
            table.insert(QLatin1String(start), {list(ends), list(bounds)});
    };
    add({"blockquote", "details", "div", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "pre", "table", "ul"}, {"p"},
        {"li", "td", "th", "details"});
    add({"li"}, {"li"}, {"ul", "ol", "table"});
    add({"dt", "dd"}, {"dt", "dd"}, {"dl", "table"});
    add({"td", "th"}, {"td", "th"}, {"tr", "table"});
    add({"tr"}, {"tr"}, {"table"});
    add({"tbody", "thead", "tfoot"}, {"tbody", "thead", "tfoot"}, {"table"});
    return table;
}

class TreeBuilder
{
public:
    HtmlTree build(const QString &html)
    {
        m_tree.nodes.append(HtmlNode{.element = QStringLiteral("body")});
        m_tree.isCut = html.size() > longestHtml;
        HtmlTokens tokens(QStringView(html).first(std::min(longestHtml, html.size())));
        for (qsizetype count = 0; auto token = tokens.next(); ++count) {
            if (count >= mostTokens) {
                m_tree.isCut = true;
                break;
            }
            add(*std::move(token));
        }
        return std::move(m_tree);
    }

private:
    void add(HtmlToken token)
    {
        switch (token.kind) {
        case HtmlToken::Kind::Text: return addText(token.text);
        case HtmlToken::Kind::EndTag: return end({token.text}, boundsOf(token.text));
        case HtmlToken::Kind::StartTag: return start(std::move(token));
        }
    }

    /// An end tag in a cell ends nothing around the table.
    static const QStringList &boundsOf(const QString &element)
    {
        static const QStringList ofTables{QStringLiteral("table"), QStringLiteral("tbody"), QStringLiteral("thead"),
                                          QStringLiteral("tfoot"), QStringLiteral("tr"), QStringLiteral("td"),
                                          QStringLiteral("th")};
        static const QStringList table{QStringLiteral("table")};
        static const QStringList cells{QStringLiteral("td"), QStringLiteral("th")};
        return ofTables.contains(element) ? table : cells;
    }

    void start(HtmlToken token)
    {
        static const QHash<QString, Implied> implied = impliedEnds();
        if (const auto found = implied.constFind(token.text); found != implied.constEnd())
            end(found->ends, found->bounds);
        const bool isVoid = voidElements().contains(token.text);
        if (m_open.size() >= deepest && !isVoid)
            return;
        const int node = append({.element = token.text, .attributes = std::move(token.attributes)});
        if (!isVoid)
            m_open.append(node);
    }

    /// Ends the innermost open element with one of these names, and all in it. Does nothing if a bound is nearer.
    void end(const QStringList &names, const QStringList &bounds)
    {
        for (qsizetype i = m_open.size() - 1; i > 0; --i) {
            const QString &element = m_tree.nodes[m_open[i]].element;
            if (names.contains(element))
                return m_open.resize(i);
            if (bounds.contains(element))
                return;
        }
    }

    void addText(const QString &text)
    {
        const int last = m_tree.nodes[m_open.last()].lastChild;
        if (last >= 0 && m_tree.nodes[last].isText())
            m_tree.nodes[last].text += text;
        else
            append({.text = text});
    }

    int append(HtmlNode node)
    {
        const int number = int(m_tree.nodes.size());
        node.parent = m_open.last();
        m_tree.nodes.append(std::move(node));
        HtmlNode &parent = m_tree.nodes[m_open.last()];
        if (parent.firstChild < 0)
            parent.firstChild = number;
        else
            m_tree.nodes[parent.lastChild].next = number;
        parent.lastChild = number;
        return number;
    }

    HtmlTree m_tree;
    QList<int> m_open{0};
};

} // namespace

bool HtmlNode::has(const char *attribute) const
{
    return std::any_of(attributes.begin(), attributes.end(),
                       [&](const auto &one) { return one.first == QLatin1String(attribute); });
}

QString HtmlNode::value(const char *attribute) const
{
    const auto found = std::find_if(attributes.begin(), attributes.end(),
                                    [&](const auto &one) { return one.first == QLatin1String(attribute); });
    return found == attributes.end() ? QString() : found->second;
}

bool HtmlNode::hasClass(const char *name) const
{
    return value("class").split(u' ').contains(QLatin1String(name));
}

int HtmlTree::find(int node, const char *element) const
{
    int at = nodes[node].firstChild;
    while (at >= 0) {
        if (nodes[at].element == QLatin1String(element))
            return at;
        int next = nodes[at].firstChild;
        while (next < 0 && at != node) {
            next = nodes[at].next;
            at = nodes[at].parent;
        }
        at = next;
    }
    return -1;
}

HtmlTree parseHtml(const QString &html)
{
    return TreeBuilder().build(html);
}

} // namespace richtext
