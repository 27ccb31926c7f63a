// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace richtext {

using Attributes = QList<std::pair<QString, QString>>;

/// A piece of HTML: text, or a tag.
struct HtmlToken
{
    enum class Kind { Text, StartTag, EndTag };

    Kind kind = Kind::Text;
    QString text; ///< Of text, or the name of a tag in lower case.
    Attributes attributes = {}; ///< Of a start tag.
};

/// Cuts HTML into tokens, in time that grows with its length only, whatever it is. Comments and declarations are left out,
/// and so is what scripts, styles and other elements of raw text contain. Attributes that mean nothing to us are left out,
/// too: those that run scripts, load something or change the look are none of them.
class HtmlTokens
{
public:
    /// `html` must outlive this object.
    explicit HtmlTokens(QStringView html) : m_html(html) {}

    /// Nothing at the end.
    std::optional<HtmlToken> next();

private:
    HtmlToken readText();
    std::optional<HtmlToken> readStartTag();
    std::optional<HtmlToken> readEndTag();
    void skipComment();
    void skipTo(QStringView end);
    void skipRawText(const QString &element);
    QString readName();
    void readAttribute(Attributes &attributes);
    QStringView readValue();
    bool isAtEnd() const { return m_at >= m_html.size(); }
    bool startsTag(qsizetype at) const;

    QStringView m_html;
    qsizetype m_at = 0;
};

} // namespace richtext
