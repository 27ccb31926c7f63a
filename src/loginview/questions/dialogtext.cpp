// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loginview/questions/dialogtext.h"

#include "result/printabletext.h"

#include <QStringList>

namespace {

constexpr qsizetype mostLines = 10;
constexpr qsizetype longestWord = 24;

QString breakable(const QString &text)
{
    QString result;
    qsizetype wordSize = 0;
    for (const QChar c : text) {
        wordSize = c.isSpace() ? 0 : wordSize + 1;
        if (wordSize > longestWord && !c.isLowSurrogate()) {
            result += QChar(0x200b);
            wordSize = 1;
        }
        result += c;
    }
    return result;
}

} // namespace

QString dialogText(const QString &text, qsizetype maximum)
{
    // First, as a page may send megabytes.
    QStringList lines = printableLines(cutTo(text, maximum)).trimmed().split(QLatin1Char('\n'));
    if (lines.size() > mostLines)
        lines = lines.mid(0, mostLines - 1) + QStringList{QString(QChar(0x2026))};
    return breakable(lines.join(QLatin1Char('\n')));
}
