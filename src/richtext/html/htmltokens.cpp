// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "richtext/html/htmltokens.h"

#include "richtext/html/entities.h"

#include <QSet>

namespace richtext {

namespace {

constexpr qsizetype longestName = 40;
constexpr qsizetype longestValue = 8 * 1024;
constexpr qsizetype mostAttributes = 24;

const QSet<QString> &knownAttributes()
{
    static const QSet<QString> names{
        QStringLiteral("align"),   QStringLiteral("alt"),     QStringLiteral("checked"), QStringLiteral("class"),
        QStringLiteral("colspan"), QStringLiteral("data-canonical-src"), QStringLiteral("data-path"),
        QStringLiteral("height"),  QStringLiteral("href"),    QStringLiteral("id"),      QStringLiteral("media"),
        QStringLiteral("name"),    QStringLiteral("open"),    QStringLiteral("reversed"), QStringLiteral("rowspan"),
        QStringLiteral("src"),     QStringLiteral("srcset"),  QStringLiteral("start"),   QStringLiteral("title"),
        QStringLiteral("type"),    QStringLiteral("valign"),  QStringLiteral("width"),
    };
    return names;
}

/// Elements whose content is not HTML, or is not for people who read.
const QSet<QString> &rawTextElements()
{
    static const QSet<QString> names{
        QStringLiteral("iframe"),   QStringLiteral("math"),  QStringLiteral("noembed"),  QStringLiteral("noframes"),
        QStringLiteral("noscript"), QStringLiteral("script"), QStringLiteral("style"),   QStringLiteral("svg"),
        QStringLiteral("template"), QStringLiteral("textarea"), QStringLiteral("title"), QStringLiteral("xmp"),
    };
    return names;
}

bool isSpace(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f';
}

bool isLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

} // namespace

std::optional<HtmlToken> HtmlTokens::next()
{
    while (!isAtEnd()) {
        if (!startsTag(m_at))
            return readText();
        const QChar second = m_html[m_at + 1];
        if (second == u'!' || second == u'?')
            skipComment();
        else if (auto tag = second == u'/' ? readEndTag() : readStartTag())
            return tag;
    }
    return std::nullopt;
}

/// A < that begins no tag is text.
bool HtmlTokens::startsTag(qsizetype at) const
{
    if (m_html[at] != u'<' || at + 1 >= m_html.size())
        return false;
    const QChar second = m_html[at + 1];
    return isLetter(second) || second == u'/' || second == u'!' || second == u'?';
}

HtmlToken HtmlTokens::readText()
{
    const qsizetype begin = m_at++; // The first character is text even if it is a <.
    m_at = m_html.indexOf(u'<', m_at);
    if (m_at < 0)
        m_at = m_html.size();
    return {HtmlToken::Kind::Text, withoutEntities(m_html.sliced(begin, m_at - begin))};
}

void HtmlTokens::skipComment()
{
    const bool isComment = m_html.sliced(m_at).startsWith(u"<!--");
    m_at += 2;
    skipTo(isComment ? u"-->" : u">");
}

/// To behind `end`, or to the end of the HTML: so nothing is looked for twice.
void HtmlTokens::skipTo(QStringView end)
{
    const qsizetype found = m_html.indexOf(end, m_at);
    m_at = found < 0 ? m_html.size() : found + end.size();
}

/// Up to the end tag, which is read as any other.
void HtmlTokens::skipRawText(const QString &element)
{
    const qsizetype end = m_html.indexOf(QStringLiteral("</") + element, m_at, Qt::CaseInsensitive);
    m_at = end < 0 ? m_html.size() : end;
}

QString HtmlTokens::readName()
{
    const qsizetype begin = m_at;
    const auto isPart = [](QChar c) { return !isSpace(c) && c != u'/' && c != u'>' && c != u'='; };
    while (!isAtEnd() && isPart(m_html[m_at]))
        ++m_at;
    return m_html.sliced(begin, std::min(m_at - begin, longestName)).toString().toLower();
}

std::optional<HtmlToken> HtmlTokens::readEndTag()
{
    m_at += 2;
    const QString name = readName();
    skipTo(u">");
    return name.isEmpty() ? std::nullopt : std::optional(HtmlToken{HtmlToken::Kind::EndTag, name});
}

/// Nothing for a tag that does not end.
std::optional<HtmlToken> HtmlTokens::readStartTag()
{
    ++m_at;
    HtmlToken tag{HtmlToken::Kind::StartTag, readName()};
    while (!isAtEnd() && m_html[m_at] != u'>') {
        if (isSpace(m_html[m_at]) || m_html[m_at] == u'/')
            ++m_at;
        else
            readAttribute(tag.attributes);
    }
    if (isAtEnd())
        return std::nullopt;
    ++m_at;
    if (rawTextElements().contains(tag.text))
        skipRawText(tag.text);
    return tag;
}

void HtmlTokens::readAttribute(Attributes &attributes)
{
    if (m_html[m_at] == u'=')
        ++m_at; // Part of the name (HTML 13.2.5.32), which is none that we know.
    const QString name = readName();
    const QStringView value = readValue();
    const auto isSame = [&](const auto &other) { return other.first == name; };
    if (knownAttributes().contains(name) && value.size() <= longestValue && attributes.size() < mostAttributes
        && std::none_of(attributes.begin(), attributes.end(), isSame))
        attributes.append({name, withoutEntities(value)});
}

QStringView HtmlTokens::readValue()
{
    const auto skipSpaces = [this] {
        while (!isAtEnd() && isSpace(m_html[m_at]))
            ++m_at;
    };
    skipSpaces();
    if (isAtEnd() || m_html[m_at] != u'=')
        return {};
    ++m_at;
    skipSpaces();
    if (isAtEnd())
        return {};
    const QChar quote = m_html[m_at];
    if (quote == u'"' || quote == u'\'') {
        const qsizetype begin = ++m_at;
        const qsizetype end = m_html.indexOf(quote, begin);
        m_at = end < 0 ? m_html.size() : end + 1;
        return end < 0 ? QStringView() : m_html.sliced(begin, end - begin);
    }
    const qsizetype begin = m_at;
    while (!isAtEnd() && !isSpace(m_html[m_at]) && m_html[m_at] != u'>')
        ++m_at;
    return m_html.sliced(begin, m_at - begin);
}

} // namespace richtext
