// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/redaction.h"

#include "journal/secretwords.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace journal {

namespace {

const QLatin1String mark("***");

/// Patterns are never destroyed: a line may be written by whatever is destroyed last.
const QRegularExpression &pattern(const char *text)
{
    return *new QRegularExpression(QLatin1String(text));
}

bool isHex(QStringView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return QStringView(u"0123456789abcdefABCDEF").contains(c); });
}

bool isWordCharacter(QChar c)
{
    return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || (c >= QLatin1Char('A') && c <= QLatin1Char('Z'))
        || (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || c == QLatin1Char('_') || c == QLatin1Char('-');
}

/// Goes through a text once, from word to word.
class Redactor
{
public:
    explicit Redactor(const QString &text) : m_text(text) { }

    QString run()
    {
        while (m_position < m_text.size()) {
            if (isWordCharacter(m_text[m_position]))
                takeWord();
            else if (!takeUserInfo())
                keepUntil(m_position + 1);
        }
        return m_clean;
    }

private:
    struct Span
    {
        qsizetype begin;
        qsizetype end;
    };

    void takeWord();
    bool takeUserInfo();
    void redact(const Span &secret);
    std::optional<Span> secretAt(qsizetype begin, qsizetype endOfWord) const;
    std::optional<Span> secretNamedBy(const Span &word) const;
    qsizetype endOfWord(qsizetype begin) const;
    Name nameIn(const Span &word) const;
    qsizetype escapeLength(const Span &word) const;
    std::optional<Span> valueAfter(qsizetype end, Name name) const;
    std::optional<Span> credentialsAfter(QStringView word, qsizetype end) const;
    qsizetype endOfQuoted(qsizetype begin, QStringView quote) const;
    qsizetype endOfMatch(const QRegularExpression &pattern, qsizetype begin) const;
    qsizetype endOfEncoded(qsizetype begin, qsizetype depth) const;

    QStringView view(qsizetype begin, qsizetype end) const { return QStringView(m_text).sliced(begin, end - begin); }

    QRegularExpressionMatch match(const QRegularExpression &pattern, qsizetype begin) const
    {
        // The text is known to be valid; to look again each time would take quadratic time.
        return pattern.match(m_text, begin, QRegularExpression::NormalMatch,
                             QRegularExpression::AnchorAtOffsetMatchOption
                                 | QRegularExpression::DontCheckSubjectStringMatchOption);
    }

    void keepUntil(qsizetype end)
    {
        m_clean += view(m_position, end);
        m_position = end;
    }

    const QString &m_text;
    qsizetype m_position = 0;
    QString m_clean;
};

void Redactor::takeWord()
{
    const Span word{m_position, endOfWord(m_position)};
    const auto named = secretNamedBy(word);
    const qsizetype begin = word.begin + escapeLength(word);
    if (const auto own = secretAt(begin, word.end))
        redact(*own);
    else if (named)
        redact(*named);
    else
        keepUntil(word.end);
}

/// What a word that is secret itself belongs to.
std::optional<Redactor::Span> Redactor::secretAt(qsizetype begin, qsizetype endOfWord) const
{
    static const QRegularExpression &jwt = pattern("[A-Za-z0-9_.-]+");
    const QStringView word = view(begin, endOfWord);
    if (word.contains(QLatin1String("eyJ"))) // The JSON of a JWT's header.
        return Span{begin, endOfMatch(jwt, begin)};
    return looksSecret(word) ? std::optional(Span{begin, endOfWord}) : std::nullopt;
}

/// A secret may end in the name of another one, which then goes on after it: "token: Bearer …". What stands between the
/// two stays, so that the text is read in the same way once more.
void Redactor::redact(const Span &secret)
{
    keepUntil(secret.begin);
    m_clean += mark;
    m_position = secret.end;
    for (qsizetype at = secret.begin; at < m_position;) {
        const Span word{at, endOfWord(at)};
        const auto inner = word.end > at ? secretNamedBy(word) : std::nullopt;
        if (inner && inner->end > m_position) {
            if (inner->begin > m_position)
                (m_clean += view(m_position, inner->begin)) += mark;
            m_position = inner->end;
        }
        at = std::max(word.end, at + 1);
    }
}

/// The value that a word names, or the credentials that it announces.
std::optional<Redactor::Span> Redactor::secretNamedBy(const Span &word) const
{
    if (const Name name = nameIn(word); name != Name::Harmless) {
        if (const auto value = valueAfter(word.end, name))
            return value;
    }
    return credentialsAfter(view(word.begin, word.end), word.end);
}

qsizetype Redactor::endOfWord(qsizetype begin) const
{
    qsizetype end = begin;
    while (end < m_text.size() && isWordCharacter(m_text[end]))
        ++end;
    return end;
}

/// `https://name:password@host`
bool Redactor::takeUserInfo()
{
    static const QRegularExpression &userInfo = pattern("(://)[^/?#\\s\"'<>]*(?=@)");
    const auto found = match(userInfo, m_position);
    if (found.hasMatch())
        redact({found.capturedEnd(1), found.capturedEnd()});
    return found.hasMatch();
}

/// How much of a word belongs to a percent sign before it: of "%26code" and of "%2526code" all but the name.
qsizetype Redactor::escapeLength(const Span &word) const
{
    static const QRegularExpression &escape = pattern("(?:25)*[0-9A-Fa-f]{2}");
    if (word.begin == 0 || m_text[word.begin - 1] != QLatin1Char('%'))
        return 0;
    const auto found = match(escape, word.begin);
    return found.hasMatch() ? found.capturedLength() : 0;
}

/// The name may have the rest of an escape before it: "%26code", "%2526code", "\u0026code", "\ncode".
Name Redactor::nameIn(const Span &span) const
{
    QStringView word = view(span.begin, span.end);
    Name name = classify(word);
    const QChar before = span.begin > 0 ? m_text[span.begin - 1] : QChar();
    if (before == QLatin1Char('%')) {
        for (; name == Name::Harmless && word.size() > 2 && isHex(word.first(2)); name = classify(word))
            word = word.sliced(2);
    } else if (before == QLatin1Char('\\')) {
        for (const qsizetype escape : {1, 3, 5}) {
            if (name == Name::Harmless && word.size() > escape)
                name = classify(word.sliced(escape));
        }
    }
    return name;
}

/// The value that belongs to the name which ends there: from `=`, `":"`, `%3D` and the like to its own end.
std::optional<Redactor::Span> Redactor::valueAfter(qsizetype end, Name name) const
{
    static const QRegularExpression &opening =
        pattern("(?<close>\\\\*[\"']|%(?:25)*2[27]|&quot;)?[ \\t]*(?<sign>=|:(?!:)|,|%(?<depth>(?:25)*)3[DdAa])[ \\t]*"
                "(?:QVariant\\(\\w+, ?)?[\\[(]?[ \\t]*(?<open>\\\\*[\"']|%(?:25)*2[27]|&quot;)?");
    static const QRegularExpression &restOfLine = pattern("[^\\r\\n\"]*");
    static const QRegularExpression &jsonScalar = pattern("[^\\s\"',}\\]&]*");
    static const QRegularExpression &formValue = pattern("(?:[^\\s\"'&<>#\\\\]++|\\\\(?![\"']))*+");

    const auto found = match(opening, end);
    if (!found.hasMatch())
        return std::nullopt;
    const QStringView sign = found.capturedView(QStringLiteral("sign"));
    const bool isNameQuoted = !found.capturedView(QStringLiteral("close")).isEmpty();
    if (!isNameQuoted && (sign == QLatin1String(",") || (sign == QLatin1String(":") && name == Name::Ambiguous)))
        return std::nullopt;

    Span value{found.capturedEnd(), 0};
    if (const QStringView quote = found.capturedView(QStringLiteral("open")); !quote.isEmpty())
        value.end = endOfQuoted(value.begin, quote);
    else if (name == Name::SecretLine)
        value.end = endOfMatch(restOfLine, value.begin);
    else if (sign.startsWith(QLatin1Char('%')))
        value.end = endOfEncoded(value.begin, found.capturedLength(QStringLiteral("depth")));
    else
        value.end = endOfMatch(isNameQuoted ? jsonScalar : formValue, value.begin);
    const bool isObject = value.begin < m_text.size() && m_text[value.begin] == QLatin1Char('{');
    return value.end > value.begin && !isObject ? std::optional(value) : std::nullopt;
}

/// `Bearer …` and `Basic …`, but not the challenge `Bearer realm="…"`.
std::optional<Redactor::Span> Redactor::credentialsAfter(QStringView word, qsizetype end) const
{
    // Before it there may be the rest of an escape.
    const bool isScheme = word.endsWith(QLatin1String("bearer"), Qt::CaseInsensitive)
        || word.endsWith(QLatin1String("basic"), Qt::CaseInsensitive);
    if (!isScheme)
        return std::nullopt;
    static const QRegularExpression &credentials =
        pattern("(?:[ \\t+]|%20)+(?!(?:realm|error|scope|charset)=)(?<secret>[^\\s\"'<>,;&\\\\]+)");
    const auto found = match(credentials, end);
    return found.hasMatch() ? std::optional(Span{found.capturedStart(1), found.capturedEnd(1)}) : std::nullopt;
}

/// Where the quote comes again that opened, and not escaped once more; the end of the text where it does not.
qsizetype Redactor::endOfQuoted(qsizetype begin, QStringView quote) const
{
    const QChar first = quote.last(1).front();
    const bool isPlain = first == QLatin1Char('"') || first == QLatin1Char('\'');
    const QStringView closing = isPlain ? quote.last(1) : quote;
    const qsizetype escapes = isPlain ? quote.size() - 1 : 0;
    for (qsizetype at = m_text.indexOf(closing, begin); at >= 0; at = m_text.indexOf(closing, at + 1)) {
        qsizetype backslashes = 0;
        while (at - backslashes > begin && m_text[at - backslashes - 1] == QLatin1Char('\\'))
            ++backslashes;
        if (backslashes <= escapes)
            return at - backslashes;
    }
    return m_text.size();
}

qsizetype Redactor::endOfMatch(const QRegularExpression &pattern, qsizetype begin) const
{
    const auto found = match(pattern, begin);
    return found.hasMatch() ? found.capturedEnd() : m_text.size();
}

/// Where a value ends whose sign was encoded `depth` + 1 times: at an `&` or a quote encoded as often, or less.
qsizetype Redactor::endOfEncoded(qsizetype begin, qsizetype depth) const
{
    static const QRegularExpression &plain = pattern("[^\\s\"'&<>#\\\\%]*");
    static const QRegularExpression &encodedEnd = pattern("%((?:25)*)2[26]");
    qsizetype end = endOfMatch(plain, begin);
    while (end < m_text.size() && m_text[end] == QLatin1Char('%')) {
        const auto found = match(encodedEnd, end);
        if (found.hasMatch() && found.capturedLength(1) <= depth)
            break;
        end = endOfMatch(plain, end + 1);
    }
    return end;
}

} // namespace

QString redacted(const QString &text)
{
    if (text.isValidUtf16())
        return Redactor(text).run();
    const QString repaired = QString::fromUtf8(text.toUtf8()); // A pattern matches nowhere in half a character.
    return Redactor(repaired).run();
}

} // namespace journal
