// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "result/englishplurals.h"

#include <QRegularExpression>

QString EnglishPlurals::translate(const char *, const char *text, const char *, int count) const
{
    return count < 0 ? QString() : withEnglishPlural(QString::fromUtf8(text), count);
}

QString withEnglishPlural(const QString &text, int count)
{
    static const QRegularExpression forms(QStringLiteral("\\((?:(\\w*)\\|)?(\\w+)\\)"));
    QString result = text;
    for (auto match = forms.match(result); match.hasMatch(); match = forms.match(result, match.capturedStart()))
        result.replace(match.capturedStart(), match.capturedLength(), match.captured(count == 1 ? 1 : 2));
    return result;
}

#include "moc_englishplurals.cpp"
