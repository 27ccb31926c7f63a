// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "richtext/documentwriter.h"

#include "richtext/blocks.h"
#include "richtext/rowsof.h"

// The part of DocumentWriter that writes blocks.
namespace richtext {

namespace {

constexpr int deepestTables = 3;

bool isCheckBox(const HtmlNode &node)
{
    return node.element == QLatin1String("input") && node.value("type") == QLatin1String("checkbox");
}

/// The check box that a list item begins with; -1 if it begins with something else.
int checkBoxOf(const HtmlTree &tree, int item)
{
    for (int child = tree[item].firstChild; child >= 0; child = tree[child].next) {
        const HtmlNode &node = tree[child];
        if (isCheckBox(node))
            return child;
        if (node.element == QLatin1String("p") || node.element == QLatin1String("label"))
            return checkBoxOf(tree, child);
        if (!node.isText() || !node.text.trimmed().isEmpty())
            break;
    }
    return -1;
}

bool hasPicture(const HtmlTree &tree, int node)
{
    return tree.find(node, "img") >= 0;
}

} // namespace

/// False if it is no block.
bool DocumentWriter::writeBlock(int number, const Surroundings &around)
{
    const HtmlNode &node = m_tree[number];
    const QString &element = node.element;
    const auto is = [&](const char *name) { return element == QLatin1String(name); };
    const bool isHeading = element.size() == 2 && element[0] == u'h' && element[1] >= u'1' && element[1] <= u'6';
    if (isHeading)
        writeHeading(number, around);
    else if (around.isSummary)
        return false;
    else if (is("p") || is("figcaption"))
        writeParagraph(number, around);
    else if (is("div") || is("center") || is("figure") || is("section") || is("article"))
        writeDivision(number, around);
    else if (is("ul") || is("ol"))
        writeList(number, around);
    else if (is("li"))
        writeListItem(number, around);
    else if (is("dl") || is("dt") || is("dd"))
        wrap(u'<' + element + u'>', QStringLiteral("</") + element + u'>', number, around);
    else if (is("pre"))
        writeCode(number, around);
    else if (is("blockquote"))
        writeQuote(number, around);
    else if (is("details"))
        writeDetails(number, around);
    else if (is("table"))
        writeTable(number, around);
    else if (is("hr"))
        put(rule());
    else
        return false;
    return true;
}

QString DocumentWriter::rule() const
{
    return QStringLiteral("<hr style=\"background-color:%1\"/>").arg(m_options.style.border.name());
}

void DocumentWriter::writeParagraph(int number, Surroundings around)
{
    around.alignment = alignmentOf(m_tree[number], around.alignment);
    const QString lineHeight = hasPicture(m_tree, number) ? QString() : QStringLiteral("line-height:130%;");
    wrap(QStringLiteral("<p%1 style=\"margin-top:0;margin-bottom:%2px;%3\">")
             .arg(alignAttribute(around.alignment)).arg(around.isInList ? 4 : 12).arg(lineHeight),
         QStringLiteral("</p>"), number, around);
}

void DocumentWriter::writeDivision(int number, Surroundings around)
{
    const HtmlNode &node = m_tree[number];
    if (const QString kind = kindOfAlert(node); !kind.isEmpty())
        return writeAlert(number, kind, around);
    if (node.hasClass("markdown-heading")) {
        if (const int anchor = m_tree.find(number, "a"); anchor >= 0)
            noteAnchors(m_tree[anchor]); // It stands behind the heading.
    }
    if (node.hasClass("footnotes"))
        put(rule());
    around.alignment = alignmentOf(node, around.alignment);
    wrap(QStringLiteral("<div%1>").arg(alignAttribute(around.alignment)), QStringLiteral("</div>"), number, around);
}

void DocumentWriter::writeHeading(int number, Surroundings around)
{
    static constexpr qreal sizes[]{1.75, 1.45, 1.2, 1.0, 0.92, 0.88};
    const HtmlNode &node = m_tree[number];
    const int level = node.element[1].digitValue();
    QString style = QStringLiteral("font-weight:600;") + sized(sizes[level - 1]);
    if (level == 6)
        style += QStringLiteral("color:%1;").arg(m_options.style.secondaryText.name());
    if (around.isSummary)
        return wrap(QStringLiteral("<span style=\"%1\">").arg(style), QStringLiteral("</span>"), number, around);
    around.alignment = alignmentOf(node, around.alignment);
    wrap(QStringLiteral("<h%1%2 style=\"margin-top:18px;margin-bottom:8px;%3\">").arg(level).arg(alignAttribute(around.alignment), style),
         QStringLiteral("</h%1>").arg(level), number, around);
}

void DocumentWriter::writeList(int number, Surroundings around)
{
    const HtmlNode &node = m_tree[number];
    QString start = u'<' + node.element;
    bool hasStart = false;
    const int first = node.value("start").toInt(&hasStart);
    if (node.element == QLatin1String("ol") && hasStart)
        start += QStringLiteral(" start=\"%1\"").arg(std::clamp(first, 0, 1000000));
    const QString type = node.value("type");
    if (type.size() == 1 && QStringLiteral("1aAiI").contains(type))
        start += QStringLiteral(" type=\"%1\"").arg(type);
    const int margin = around.isInList ? 0 : 12;
    around.isInList = true;
    wrap(start + QStringLiteral(" style=\"margin-top:0;margin-bottom:%1px\">").arg(margin), QStringLiteral("</") + node.element + u'>',
         number, around);
}

/// Qt has no check boxes of HTML. It draws those of list items with these classes.
void DocumentWriter::writeListItem(int number, const Surroundings &around)
{
    const int box = checkBoxOf(m_tree, number);
    const QString state = box < 0 ? QString()
        : m_tree[box].has("checked") ? QStringLiteral(" class=\"checked\"") : QStringLiteral(" class=\"unchecked\"");
    wrap(QStringLiteral("<li%1 style=\"margin-top:3px;margin-bottom:3px\">").arg(state), QStringLiteral("</li>"), number, around);
}

/// In a table of one cell, because blocks have no padding in Qt. Lines are wrapped: a document scrolls as a whole.
void DocumentWriter::writeCode(int number, Surroundings around)
{
    around.isPreformatted = true;
    const QString start = QStringLiteral("<pre style=\"margin:0;white-space:pre-wrap;font-family:'%1';%2\">")
                              .arg(m_options.style.codeFont, sized(0.92));
    const QString end = QStringLiteral("</pre>");
    if (++around.depth > deepestTables)
        return wrap(start, end, number, around);
    --m_cellsLeft;
    put(QStringLiteral("<table width=\"100%\" cellspacing=\"0\" cellpadding=\"10\" bgcolor=\"%1\" style=\"margin-top:4px;margin-bottom:12px\">"
                       "<tr><td>").arg(m_options.style.code.name()));
    wrap(start, end, number, around);
    put(QStringLiteral("</td></tr></table>"));
}

/// Content with a bar at its left.
void DocumentWriter::writeBeside(const QColor &bar, const QColor &text, Surroundings &around, const std::function<void()> &content)
{
    if (++around.depth > deepestTables) {
        put(QStringLiteral("<div style=\"margin-left:16px\">"));
        content();
        return put(QStringLiteral("</div>"));
    }
    m_cellsLeft -= 3;
    put(QStringLiteral("<table width=\"100%\" cellspacing=\"0\" cellpadding=\"0\" style=\"margin-top:4px;margin-bottom:12px\"><tr>"
                       "<td width=\"4\" bgcolor=\"%1\"></td><td style=\"padding-left:14px;color:%2\">").arg(bar.name(), text.name()));
    content();
    put(QStringLiteral("</td></tr></table>"));
}

void DocumentWriter::writeQuote(int number, Surroundings around)
{
    writeBeside(m_options.style.border, m_options.style.secondaryText, around, [&] { writeChildren(number, around); });
}

/// GitHub's title has a picture that Qt cannot draw, and the same word as the class.
void DocumentWriter::writeAlert(int number, const QString &kind, Surroundings around)
{
    const Style &style = m_options.style;
    const bool isNote = kind == QLatin1String("note");
    const QColor color = isNote ? style.link
        : kind == QLatin1String("tip") ? style.success
        : kind == QLatin1String("important") ? style.done
        : kind == QLatin1String("warning") ? style.attention : style.danger;
    const QString glyph = isNote || kind == QLatin1String("tip") ? QStringLiteral("info") : QStringLiteral("alert");
    writeBeside(color, style.text, around, [&] {
        for (int child = m_tree[number].firstChild; child >= 0 && !isFull(); child = m_tree[child].next) {
            if (!m_tree[child].hasClass("markdown-alert-title")) {
                writeNode(child, around);
                continue;
            }
            wrap(QStringLiteral("<p style=\"margin-top:2px;margin-bottom:6px;font-weight:600;color:%1\"><img src=\"%2:%3-%4\" style=\"vertical-align:middle\"/>&nbsp; ")
                     .arg(color.name(), glyphScheme, glyph, color.name().sliced(1)),
                 QStringLiteral("</p>"), child, around);
        }
    });
}

/// Its summary is a link that opens and closes it.
void DocumentWriter::writeDetails(int number, Surroundings around)
{
    const int details = m_details++;
    const bool isOpen = m_tree[number].has("open") != m_options.toggledDetails.contains(details);
    put(QStringLiteral("<p%1 style=\"margin-top:0;margin-bottom:8px\"><a href=\"%2:%3\" style=\"color:%4;text-decoration:none\">"
                       "<img src=\"%5:%6-%7\" style=\"vertical-align:middle\"/>&nbsp;")
            .arg(alignAttribute(around.alignment), detailsScheme).arg(details).arg(m_options.style.text.name(), glyphScheme,
                 isOpen ? QLatin1String("chevrondown") : QLatin1String("chevronright"), m_options.style.secondaryText.name().sliced(1)));
    const int summary = [&] {
        for (int child = m_tree[number].firstChild; child >= 0; child = m_tree[child].next) {
            if (m_tree[child].element == QLatin1String("summary"))
                return child;
        }
        return -1;
    }();
    Surroundings line = around;
    line.isSummary = true;
    if (summary >= 0)
        writeChildren(summary, line);
    else
        put(QStringLiteral("Details"));
    put(QStringLiteral("</a></p>"));
    if (!isOpen)
        return;
    put(QStringLiteral("<div style=\"margin-left:4px\">"));
    for (int child = m_tree[number].firstChild; child >= 0 && !isFull(); child = m_tree[child].next) {
        if (child != summary)
            writeNode(child, around);
    }
    put(QStringLiteral("</div>"));
}

void DocumentWriter::writeTable(int number, Surroundings around)
{
    const QString alignment = alignmentOf(m_tree[number], around.alignment);
    around.alignment.clear();
    const bool isTable = ++around.depth <= deepestTables;
    if (isTable)
        put(QStringLiteral("<table border=\"1\" cellspacing=\"0\" cellpadding=\"6\"%1 style=\"border-collapse:collapse;border-style:solid;"
                           "border-color:%2;margin-top:4px;margin-bottom:12px\">")
                .arg(alignment == QLatin1String("center") || alignment == QLatin1String("right") ? alignAttribute(alignment) : QString(),
                     m_options.style.border.name()));
    for (const QList<int> &row : rowsOf(m_tree, number)) {
        if (isFull())
            break;
        put(isTable ? QStringLiteral("<tr>") : QStringLiteral("<p>"));
        const int columns = columnsOf(m_tree, row);
        for (const int cell : row) {
            if (isFull())
                break;
            if (isTable)
                writeCell(cell, shareOf(m_tree, cell, columns), around);
            else
                writeChildren(cell, around);
        }
        put(isTable ? QStringLiteral("</tr>") : QStringLiteral("</p>"));
    }
    put(isTable ? QStringLiteral("</table>") : QString());
}

void DocumentWriter::writeCell(int cell, qreal share, Surroundings around)
{
    const HtmlNode &node = m_tree[cell];
    noteAnchors(node);
    around.share *= share;
    around.alignment = alignmentOf(node, {});
    QString start = u'<' + node.element + alignAttribute(around.alignment);
    int covered = 1;
    for (const char *span : {"colspan", "rowspan"}) {
        const int count = std::clamp(node.value(span).toInt(), 1, 20);
        covered *= count;
        if (count > 1)
            start += QStringLiteral(" %1=\"%2\"").arg(QLatin1String(span)).arg(count);
    }
    m_cellsLeft -= covered;
    const QString width = node.value("width");
    if (const double percent = width.chopped(width.isEmpty() ? 0 : 1).toDouble(); width.endsWith(u'%') && percent > 0)
        start += QStringLiteral(" width=\"%1%\"").arg(std::clamp(int(percent), 1, 100));
    const QString vertical = node.value("valign").toLower();
    if (vertical == QLatin1String("top") || vertical == QLatin1String("bottom"))
        start += QStringLiteral(" valign=\"%1\"").arg(vertical);
    else
        start += QStringLiteral(" valign=\"middle\"");
    wrap(start + u'>', QStringLiteral("</") + node.element + u'>', cell, around);
}

} // namespace richtext
