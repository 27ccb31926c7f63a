// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

/// A heading of the changelog with its points.
struct NotesSection
{
    QString heading;
    QStringList points;
};

/// What has changed in one version.
struct ReleaseNotes
{
    QString version; ///< As "0.1.0, unreleased".
    QList<NotesSection> sections;
};

/// Reads a changelog: a heading of two hashes for each version, of three for a section, and a list in each.
QList<ReleaseNotes> releaseNotesIn(const QString &changelog);

/// Those of this program.
QList<ReleaseNotes> releaseNotes();
