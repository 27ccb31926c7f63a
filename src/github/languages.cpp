// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "github/languages.h"

#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

namespace github {

namespace {

QHash<QString, QColor> readColors()
{
    QHash<QString, QColor> colors;
    QFile file(QStringLiteral(":/github/languages.json"));
    if (!file.open(QIODevice::ReadOnly))
        return colors;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    for (auto entry = json.begin(); entry != json.end(); ++entry)
        colors.insert(entry.key().toLower(), QColor(entry.value().toString()));
    return colors;
}

} // namespace

/// Compared without case, because GitHub has changed the case of names: "Vim Script", "Vim script".
QColor languageColor(const QString &language)
{
    static const QHash<QString, QColor> colors = readColors();
    return colors.value(language.toLower(), QColor(0x8b, 0x94, 0x9e));
}

} // namespace github
