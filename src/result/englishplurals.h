// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTranslator>

/// The plurals of texts in English, which need no translation file: "%n fork(s)", "%n repositor(y|ies)". Qt itself would show the
/// brackets. Installed before the translation of another language, which is asked first.
class EnglishPlurals : public QTranslator
{
    Q_OBJECT

public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *text, const char *disambiguation, int count) const override;
};

/// The form of a text for this count.
QString withEnglishPlural(const QString &text, int count);
