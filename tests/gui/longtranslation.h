// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTranslator>

/// Makes every text longer by about a half, as German or Finnish would, and marks both ends.
class LongTranslation : public QTranslator
{
public:
    bool isEmpty() const override { return false; }

    QString translate(const char *, const char *source, const char *, int) const override
    {
        const QString text = QString::fromUtf8(source);
        if (text.isEmpty())
            return {};
        const QString filler = QStringLiteral(" ëxträ").repeated(1 + int(text.size()) / 14);
        return QChar(0x27e6) + text + filler + QChar(0x27e7);
    }
};
