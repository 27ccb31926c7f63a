// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "result/printabletext.h"

#include <QList>

#include <algorithm>

namespace {

constexpr char32_t zeroWidthNonJoiner = 0x200c;
constexpr char32_t zeroWidthJoiner = 0x200d;
constexpr char32_t nextLine = 0x85;

bool isBreak(char32_t c)
{
    return (c >= U'\t' && c <= U'\r') || c == nextLine || QChar::category(c) == QChar::Separator_Line
        || QChar::category(c) == QChar::Separator_Paragraph;
}

bool isNoncharacter(char32_t c)
{
    return (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
}

bool isInvisible(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Surrogate: return true;
    case QChar::Other_Format: return c != zeroWidthNonJoiner && c != zeroWidthJoiner;
    default: return isNoncharacter(c);
    }
}

bool isPlain(QChar c)
{
    return c >= QLatin1Char(' ') && c < QChar(0x7f);
}

} // namespace

QString printableLines(const QString &text)
{
    if (std::all_of(text.begin(), text.end(), isPlain))
        return text;
    QList<char32_t> printable;
    const QList<uint> codePoints = text.toUcs4();
    printable.reserve(codePoints.size());
    for (const char32_t c : codePoints) {
        if (c == U'\n')
            printable.append(c);
        else if (isBreak(c))
            printable.append(U' ');
        else if (!isInvisible(c))
            printable.append(c);
    }
    return QString::fromUcs4(printable.constData(), printable.size());
}

QString printableText(const QString &text)
{
    return printableLines(text).simplified();
}

QString startOf(const QString &text, qsizetype size)
{
    const bool splitsCharacter = size > 0 && size < text.size() && text[size - 1].isHighSurrogate();
    return text.left(splitsCharacter ? size - 1 : size);
}

QString cutTo(const QString &text, qsizetype size)
{
    return text.size() > size ? startOf(text, size) + QChar(0x2026) : text;
}

bool isPrintable(const QString &text)
{
    return printableText(text) == text;
}
