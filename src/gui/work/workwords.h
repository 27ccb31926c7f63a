// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/openwork.h"
#include "gui/rows/row.h"

/// What the rows of pull requests and issues say.
namespace words {

/// "Checks passed"; empty without checks.
QString checks(github::Checks checks);
QString reviewDecision(github::ReviewDecision decision);

/// The states of a pull request: draft, decision, checks.
QList<RowPill> statePills(const github::WorkItem &item);
QList<RowPill> labelPills(const github::WorkItem &item);

/// "owner/name #7 · bo", without what is empty.
QString workFacts(const github::WorkItem &item, const QString &viewer);

/// Joins what is not empty.
QString joinedFacts(QStringList facts);

} // namespace words
