// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "result/pastedword.h"

#include <algorithm>
#include <utility>

namespace {

constexpr std::pair<char16_t, char16_t> quotes[] = {{u'"', u'"'}, {u'\'', u'\''}, {u'`', u'`'}, {u'\u201c', u'\u201d'}, {u'\u2018', u'\u2019'}};

bool isNothing(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Format;
}

QStringView withoutNothing(QStringView text)
{
    while (!text.isEmpty() && isNothing(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isNothing(text.back()))
        text.chop(1);
    return text;
}

bool isQuoted(QStringView text)
{
    return text.size() > 2 && std::any_of(std::begin(quotes), std::end(quotes), [text](const auto &pair) {
        return text.front() == pair.first && text.back() == pair.second;
    });
}

} // namespace

QString pastedWord(const QString &text)
{
    const QStringView word = withoutNothing(text);
    return (isQuoted(word) ? withoutNothing(word.sliced(1).chopped(1)) : word).toString();
}
