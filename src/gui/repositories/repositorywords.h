// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/repositories.h"
#include "gui/rows/row.h"

/// What the rows and the actions of repositories say.
namespace words {

QList<RowPill> repositoryPills(const github::Repository &repository);
QList<RowFigure> repositoryFigures(const github::Repository &repository);

/// Whether a repository is cloned by SSH, as the person has chosen. For the process; false at first.
void setClonesBySsh(bool clonesBySsh);

/// As chosen, if the repository has such an address.
QString cloneAddress(const github::Repository &repository);

/// How to get a copy of a repository.
struct CloneCommand
{
    QString gitHubCli; ///< "gh repo clone owner/name", with the host where that is not github.com.
    QString git; ///< "git clone https://…", or by SSH.
};
CloneCommand cloneCommand(const github::Repository &repository);

} // namespace words
