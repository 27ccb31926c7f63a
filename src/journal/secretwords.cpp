// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/secretwords.h"

#include <QString>

#include <algorithm>
#include <array>

namespace journal {

namespace {

int characterClass(QChar c)
{
    return c.isDigit() ? 0 : c.isUpper() ? 1 : c.isLower() ? 2 : 3;
}

/// True for what no person writes: long, and letters and digits mixed, or case changing all the time.
bool looksRandom(QStringView word)
{
    constexpr qsizetype shortest = 20; // GitHub's authorization codes.
    if (word.size() < shortest)
        return false;
    std::array<bool, 4> has{};
    qsizetype changes = 0;
    for (qsizetype i = 0; i < word.size(); ++i) {
        has[std::size_t(characterClass(word[i]))] = true;
        changes += i > 0 && characterClass(word[i]) != characterClass(word[i - 1]);
    }
    return (has[0] && (has[1] || has[2])) || changes * 5 > word.size() * 2;
}

/// As `gho_…`, `ghr_…`.
bool looksLikeGitHubToken(QStringView word)
{
    constexpr qsizetype shortest = 10; // Theirs have 36 characters after the prefix.
    for (qsizetype at = word.indexOf(QLatin1String("gh")); at >= 0; at = word.indexOf(QLatin1String("gh"), at + 1)) {
        if (word.size() - at >= 4 + shortest && word[at + 3] == QLatin1Char('_'))
            return true;
    }
    return word.contains(QLatin1String("github_pat_"));
}

} // namespace

Name classify(QStringView word)
{
    QString name;
    for (const QChar c : word) {
        if (c != QLatin1Char('_') && c != QLatin1Char('-'))
            name.append(c.toLower());
    }
    const auto isOneOf = [&](std::initializer_list<const char *> names) {
        return std::any_of(names.begin(), names.end(), [&](const char *other) { return name == QLatin1String(other); });
    };
    if (isOneOf({"authorization", "proxyauthorization", "cookie", "setcookie"}))
        return Name::SecretLine;
    if (isOneOf({"code", "state"}))
        return Name::Ambiguous;
    const bool isSecret = name.endsWith(QLatin1String("token")) || name.endsWith(QLatin1String("secret"))
        || name.endsWith(QLatin1String("password"))
        || isOneOf({"authorizationcode", "clientassertion", "codechallenge", "codeverifier", "devicecode",
                    "idtokenhint", "nonce", "usercode"});
    return isSecret ? Name::Secret : Name::Harmless;
}

bool looksSecret(QStringView word)
{
    return looksLikeGitHubToken(word) || looksRandom(word);
}

} // namespace journal
