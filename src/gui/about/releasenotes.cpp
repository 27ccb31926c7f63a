// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/about/releasenotes.h"

#include <QFile>

QList<ReleaseNotes> releaseNotesIn(const QString &changelog)
{
    QList<ReleaseNotes> notes;
    const auto section = [&notes]() -> NotesSection & {
        if (notes.last().sections.isEmpty())
            notes.last().sections.append(NotesSection());
        return notes.last().sections.last();
    };
    const QStringList lines = changelog.split(QLatin1Char('\n'));
    for (const QString &line : lines) {
        if (line.startsWith(QLatin1String("## ")))
            notes.append({line.mid(3).trimmed(), {}});
        else if (notes.isEmpty() || line.trimmed().isEmpty())
            continue;
        else if (line.startsWith(QLatin1String("### ")))
            notes.last().sections.append({line.mid(4).trimmed(), {}});
        else if (line.startsWith(QLatin1String("- ")))
            section().points.append(line.mid(2).trimmed());
        else if (line.startsWith(QLatin1Char(' ')) && !section().points.isEmpty())
            section().points.last().append(QLatin1Char(' ') + line.trimmed());
    }
    return notes;
}

QList<ReleaseNotes> releaseNotes()
{
    QFile file(QStringLiteral(":/about/CHANGELOG.md"));
    return file.open(QIODevice::ReadOnly) ? releaseNotesIn(QString::fromUtf8(file.readAll())) : QList<ReleaseNotes>();
}
