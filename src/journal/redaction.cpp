// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/redaction.h"

#include <QRegularExpression>

#include <array>

namespace journal {

namespace {

const QLatin1String mark("***");

/// Patterns are never destroyed: the destructors that run last may still log.
const QRegularExpression *pattern(const QString &text)
{
    return new QRegularExpression(text);
}

/// The name of a secret with its sign, such as `code=`, `"access_token": ` or `%22state%22%3A`, as capture 1, and then
/// the rest of the line. The name may follow anything, such as an escape. `code:` and `state:` without quotes are words
/// of a sentence.
const QRegularExpression *namedSecret()
{
    const QString name =
        QStringLiteral("(?:token|secret|password|nonce|cookie|authorization|code[_-]?(?:challenge|verifier)|"
                       "client[_-]?assertion|token[_-]?hint|(?:authorization|device|user)[_-]?code)[_-]*");
    const QString word = QStringLiteral("(?:state|(?<!exit|error|status|exit_|error_|status_)code)[_-]*");
    const QString quote = QStringLiteral("(?:\\\\*[\"']|%(?:25)*2[27]|&quot;)");
    const QString sign = QStringLiteral("(?:=|%(?:25)*3[AD])");
    const QString noValue = QStringLiteral("(\\\\*[\"'])\\2|\\{\\\\*[\"']"); // An empty text, or an object.
    const QString credentials = QStringLiteral("(?:bearer|basic)(?:[ \\t+]|%20)++(?!(?:realm|error|scope|charset)=)");
    return pattern(
        QStringLiteral(
            "(?i)((?:%1[ \\t]*:(?!:)|(?:%1|%2)(?:[ \\t]*%4|%3[ \\t]*(?:[:,]|%4)))[ \\t]*+(?!%5)|%6)[^\\r\\n]+")
            .arg(name, word, quote, sign, noValue, credentials));
}

/// True if no person would write this: long, and with letters and digits mixed or with many changes of case.
bool looksRandom(QStringView word)
{
    constexpr qsizetype shortest = 20; // GitHub's authorization codes.
    const auto kindOf = [](QChar c) { return c.isDigit() ? 0 : c.isUpper() ? 1 : c.isLower() ? 2 : 3; };
    std::array<bool, 4> has{};
    qsizetype changes = 0;
    for (qsizetype i = 0; i < word.size(); ++i) {
        has[std::size_t(kindOf(word[i]))] = true;
        changes += i > 0 && kindOf(word[i]) != kindOf(word[i - 1]);
    }
    return word.size() >= shortest && ((has[0] && (has[1] || has[2])) || changes * 5 > word.size() * 2);
}

/// Masks words that are secrets: GitHub tokens (`gho_…`), JWTs (`{"` in base64 is `eyJ`) and random text.
QString withoutSecretWords(const QString &text)
{
    static const QRegularExpression *const words = pattern(QStringLiteral("[\\w-]*eyJ[\\w.-]*|[\\w-]{10,}"));
    static const QRegularExpression *const token = pattern(QStringLiteral("eyJ|gh._[\\w-]{10}|github_pat_"));
    QString clean;
    qsizetype end = 0;
    for (const QRegularExpressionMatch &match : words->globalMatch(text)) {
        if (!token->match(match.captured()).hasMatch() && !looksRandom(match.capturedView()))
            continue;
        clean += QStringView(text).sliced(end, match.capturedStart() - end);
        clean += mark;
        end = match.capturedEnd();
    }
    return clean += QStringView(text).sliced(end);
}

} // namespace

QString redacted(const QString &text)
{
    static const QRegularExpression *const named = namedSecret();
    static const QRegularExpression *const userInfo = pattern(QStringLiteral("(://)[^/?#\\s\"'<>]*(?:(?=@)|\\*{3})"));
    QString clean = text.isValidUtf16() ? text : QString::fromUtf8(text.toUtf8()); // Patterns match valid text only.
    clean.replace(*named, QLatin1String("\\1") + mark);
    clean.replace(*userInfo, QLatin1String("\\1") + mark);
    return withoutSecretWords(clean);
}

} // namespace journal
