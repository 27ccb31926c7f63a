// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/notifications.h"
#include "github/openwork.h"
#include "gui/rows/row.h"

/// What the rows of the inbox say.
namespace words {

/// A term for a type of GitHub's, such as "Discussion"; empty for an unknown one.
QString notificationType(const QString &type);

/// A term for a reason of GitHub's: "Review requested"; empty for an unknown one.
QString notificationReason(const QString &reason);

/// Why the row is there, as far as that is known. `work` is the pull request or issue, or null.
QList<RowPill> notificationPills(const github::Notification &notification, const github::WorkItem *work);

/// "owner/name #7 · bo · checks passed".
QString notificationFacts(const github::Notification &notification, const github::WorkItem *work, const QString &viewer);

/// True if a workflow has failed. GitHub says so only in the title.
bool isFailedWorkflow(const github::Notification &notification);

struct GlyphOfType
{
    look::Glyph glyph;
    QColor look::Colors::*color;
};
GlyphOfType notificationGlyph(const github::Notification &notification, const github::WorkItem *work);

} // namespace words
