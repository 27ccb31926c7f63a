// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "richtext/documentwriter.h"

#include "result/printabletext.h"
#include "richtext/badge.h"
#include "richtext/blocks.h"
#include "richtext/syntaxcolors.h"

#include <QRegularExpression>

namespace richtext {

namespace {

// What Qt lays out without holding up the window.
constexpr qsizetype mostText = 100 * 1024;
constexpr qsizetype costOfLine = 40; // A short line takes as much room as one of this many characters.
constexpr int mostTags = 8000;
constexpr int mostCells = 1500;
constexpr qsizetype mostPictures = 150;
constexpr qsizetype longestAnchor = 200;

/// Elements that Qt has under the same name, and shows as browsers do.
const QSet<QString> &plainInline()
{
    static const QSet<QString> names{
        QStringLiteral("b"),   QStringLiteral("cite"), QStringLiteral("dfn"), QStringLiteral("em"),
        QStringLiteral("i"),   QStringLiteral("s"),    QStringLiteral("strong"), QStringLiteral("sub"), QStringLiteral("sup"),
        QStringLiteral("var"), QStringLiteral("small"),
    };
    return names;
}

/// Elements that are left out with all that they contain.
const QSet<QString> &dropped()
{
    static const QSet<QString> names{
        QStringLiteral("audio"),    QStringLiteral("base"),   QStringLiteral("button"), QStringLiteral("canvas"),
        QStringLiteral("clipboard-copy"), QStringLiteral("dialog"), QStringLiteral("embed"), QStringLiteral("head"),
        QStringLiteral("iframe"),   QStringLiteral("input"),  QStringLiteral("link"),   QStringLiteral("map"),
        QStringLiteral("math"),     QStringLiteral("meta"),   QStringLiteral("object"), QStringLiteral("rp"),
        QStringLiteral("script"),   QStringLiteral("select"), QStringLiteral("style"),  QStringLiteral("svg"),
        QStringLiteral("template"), QStringLiteral("textarea"), QStringLiteral("title"),
    };
    return names;
}

/// "12", "12px" and "50%".
Length lengthOf(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^\\s*([0-9]{1,5}(?:\\.[0-9]{1,3})?)\\s*(px|%)?\\s*$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return {};
    const bool isPercent = match.captured(2) == QLatin1String("%");
    return {std::min(match.captured(1).toDouble(), isPercent ? 100.0 : 4096.0), isPercent};
}

/// GitHub names pictures for one scheme by the fragment of their address.
bool isForOtherScheme(const HtmlNode &image, bool isDark)
{
    const QLatin1String other(isDark ? "#gh-light-mode-only" : "#gh-dark-mode-only");
    return image.value("src").endsWith(other) || image.value("data-canonical-src").endsWith(other);
}

bool isBlank(const HtmlNode &node)
{
    return node.isText() && node.text.trimmed().isEmpty();
}

QString firstOf(const QString &srcset)
{
    return srcset.trimmed().section(u' ', 0, 0).section(u',', 0, 0);
}

} // namespace

DocumentWriter::DocumentWriter(const HtmlTree &tree, const Place &place, const Options &options)
    : m_tree(tree), m_place(place), m_options(options), m_textLeft(mostText), m_tagsLeft(mostTags), m_cellsLeft(mostCells)
{}

Document DocumentWriter::write()
{
    m_document.isCut = m_tree.isCut;
    writeChildren(0, {});
    return m_document;
}

bool DocumentWriter::isFull()
{
    if (m_textLeft > 0 && m_tagsLeft > 0 && m_cellsLeft > 0)
        return false;
    m_document.isCut = true;
    return true;
}

/// As deep as parseHtml() lets a tree be. What stands loose behind a block gets one: Qt would add it to the block before.
void DocumentWriter::writeChildren(int node, const Surroundings &around)
{
    bool isBehindBlock = false;
    bool isLoose = false;
    const auto end = [&] {
        if (std::exchange(isLoose, false))
            put(QStringLiteral("</div>"));
    };
    for (int child = m_tree[node].firstChild; child >= 0 && !isFull(); child = m_tree[child].next) {
        const bool isBlock = isBlockIn(m_tree, child);
        if (isBlock) {
            end();
            isBehindBlock = true;
        } else if (isBehindBlock && !isBlank(m_tree[child]) && !around.isSummary && !around.isPreformatted) {
            put(QStringLiteral("<div%1>").arg(alignAttribute(around.alignment)));
            isLoose = true;
            isBehindBlock = false;
        }
        writeNode(child, around);
    }
    end();
}

void DocumentWriter::writeNode(int number, const Surroundings &around)
{
    const HtmlNode &node = m_tree[number];
    if (node.isText())
        return writeText(node.text, around);
    if (dropped().contains(node.element) || node.hasClass("sr-only"))
        return;
    --m_tagsLeft;
    noteAnchors(node);
    if (!writeInline(number, around) && !writeBlock(number, around))
        writeChildren(number, around);
}

void DocumentWriter::writeText(const QString &text, const Surroundings &around)
{
    const QString whole = printableLines(text.left(m_textLeft));
    const QString shown = around.isPreformatted ? whole.section(u'\n', 0, int(m_textLeft / costOfLine)) : whole;
    m_document.isCut = m_document.isCut || text.size() > m_textLeft || shown.size() < whole.size();
    m_textLeft -= text.size() + (around.isPreformatted ? shown.count(u'\n') * costOfLine : 0);
    if (const QString words = shown.trimmed(); !words.isEmpty())
        flushAnchors(words.front().unicode() < 0x80);
    put(shown.toHtmlEscaped());
}

void DocumentWriter::wrap(const QString &start, const QString &end, int node, const Surroundings &around)
{
    put(start);
    writeChildren(node, around);
    put(end);
}

QString DocumentWriter::sized(qreal factor) const
{
    return QStringLiteral("font-size:%1px;").arg(qRound(m_options.style.textSize * factor));
}

/// False if it is no element within a line.
bool DocumentWriter::writeInline(int number, const Surroundings &around)
{
    const HtmlNode &node = m_tree[number];
    const QString &element = node.element;
    const auto is = [&](const char *name) { return element == QLatin1String(name); };
    const auto span = [&](const QString &style) {
        wrap(QStringLiteral("<span style=\"%1\">").arg(style), QStringLiteral("</span>"), number, around);
    };
    if (plainInline().contains(element))
        wrap(u'<' + element + u'>', QStringLiteral("</") + element + u'>', number, around);
    else if (is("ins") || is("u"))
        wrap(QStringLiteral("<u>"), QStringLiteral("</u>"), number, around);
    else if (is("strike") || is("del"))
        wrap(QStringLiteral("<s>"), QStringLiteral("</s>"), number, around);
    else if (is("a"))
        writeLink(number, around);
    else if (is("img"))
        writePicture(number, {}, around);
    else if (is("picture"))
        writePictureOfScheme(number, around);
    else if (is("video"))
        writeVideo(number);
    else if (is("br"))
        put(around.isSummary ? QStringLiteral(" ") : QStringLiteral("<br/>"));
    else if (is("wbr"))
        put(QStringLiteral("&#8203;"));
    else if (is("q"))
        wrap(QStringLiteral("“"), QStringLiteral("”"), number, around);
    else if (is("mark"))
        span(QStringLiteral("background-color:%1;").arg(m_options.style.code.name()));
    else if ((is("code") || is("tt") || is("samp") || is("kbd")) && !around.isPreformatted)
        span(QStringLiteral("font-family:'%1';background-color:%2;").arg(m_options.style.codeFont, m_options.style.code.name())
             + sized(0.92));
    else if (is("span") && around.isPreformatted && node.value("class").startsWith(QLatin1String("pl-")))
        span(QStringLiteral("color:%1;").arg(colorOfSyntax(node.value("class"), m_options.style).name()));
    else
        return false;
    return true;
}

void DocumentWriter::writeLink(int number, const Surroundings &around)
{
    const HtmlNode &node = m_tree[number];
    if (node.hasClass("anchor"))
        return; // GitHub's mark beside a heading.
    const QUrl address = linkAddress(node.value("href"), m_place);
    if (address.isEmpty())
        return writeChildren(number, around);
    const QString title = printableText(node.value("title"));
    wrap(QStringLiteral("<a href=\"%1\"%2 style=\"color:%3;text-decoration:none\">")
             .arg(QString::fromLatin1(address.toEncoded()).toHtmlEscaped(),
                  title.isEmpty() ? QString() : QStringLiteral(" title=\"%1\"").arg(title.toHtmlEscaped()),
                  m_options.style.link.name()),
         QStringLiteral("</a>"), number, around);
}

/// `chosen` is the address of the source that fits; empty for that of the element.
void DocumentWriter::writePicture(int number, const QString &chosen, const Surroundings &around)
{
    const HtmlNode &node = m_tree[number];
    const bool isDark = m_options.style.isDark;
    if (chosen.isEmpty() && isForOtherScheme(node, isDark))
        return;
    const QString canonical = node.value("data-canonical-src");
    const QString author = canonical.isEmpty() ? node.value("src") : canonical;
    const Badge badge = badgeOf(node.value("alt"), author);
    if (m_document.pictures.size() >= mostPictures) {
        m_document.isCut = true;
        return writeText(badge.text(), around);
    }
    flushAnchors();
    const QString align = node.value("align").toLower();
    const bool floats = (align == QLatin1String("left") || align == QLatin1String("right")) && !around.isSummary;
    put(QStringLiteral("<img src=\"%1:%2\" style=\"%3\"/>")
            .arg(pictureScheme).arg(m_document.pictures.size())
            .arg(floats ? QStringLiteral("float:") + align : QStringLiteral("vertical-align:middle")));
    m_document.pictures.append({.url = isBadgeWithText(author) ? QUrl() : pictureAddress(chosen.isEmpty() ? node.value("src") : chosen, m_place),
                                .title = printableText(node.value("title")),
                                .badge = badge,
                                .width = lengthOf(node.value("width")),
                                .height = lengthOf(node.value("height")),
                                .share = around.share});
}

void DocumentWriter::writePictureOfScheme(int number, const Surroundings &around)
{
    QString chosen;
    for (int child = m_tree[number].firstChild; child >= 0; child = m_tree[child].next) {
        const HtmlNode &source = m_tree[child];
        const QString media = source.value("media");
        const bool fits = media.contains(m_options.style.isDark ? QLatin1String("dark") : QLatin1String("light"))
            && media.contains(QLatin1String("prefers-color-scheme"));
        if (source.element == QLatin1String("source") && fits && chosen.isEmpty())
            chosen = firstOf(source.value("srcset"));
    }
    const int image = m_tree.find(number, "img");
    if (image >= 0)
        writePicture(image, chosen, around);
}

void DocumentWriter::writeVideo(int number)
{
    const QUrl address = linkAddress(m_tree[number].value("src"), m_place);
    if (address.isEmpty() || address.isRelative())
        return;
    flushAnchors();
    put(QStringLiteral("<a href=\"%1\" style=\"color:%2\">▶ %3</a>")
            .arg(QString::fromLatin1(address.toEncoded()).toHtmlEscaped(), m_options.style.link.name(),
                 address.fileName().toHtmlEscaped()));
}

/// GitHub puts `user-content-` before each name, and leaves it out of links.
void DocumentWriter::noteAnchors(const HtmlNode &node)
{
    for (const QString &name : {node.value("id"), node.element == QLatin1String("a") ? node.value("name") : QString()}) {
        if (name.isEmpty() || name.size() > longestAnchor || m_anchors.contains(name))
            continue;
        m_anchors.insert(name);
        m_pendingAnchors.append(name);
    }
}

/// Qt gives the name to the next half of a character, which may have two and may be written together with others: then a
/// space without width carries it.
void DocumentWriter::flushAnchors(bool isBeforeWholeCharacter)
{
    const QStringList names = std::exchange(m_pendingAnchors, {});
    for (const QString &name : names)
        put(QStringLiteral("<a name=\"%1\"></a>").arg(name.toHtmlEscaped()));
    if (!names.isEmpty() && !isBeforeWholeCharacter)
        put(QStringLiteral("&#8203;"));
}

} // namespace richtext
