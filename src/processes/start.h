// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/result.h"

#include <QByteArray>
#include <QStringList>

namespace processes {

/// One start of the program, as the instance that runs already needs to know it.
struct Start
{
    QStringList arguments; ///< With the program's name as the first.
    QString folder; ///< What relative paths are relative to.
    QByteArray activationToken; ///< What the desktop gave to whoever was started, for a window to come forward; may be empty.

    /// This start, with the folder that it is in and the token from the environment.
    static Start withArguments(const QStringList &arguments);
};

/// A start in one line of JSON, with its line end.
QByteArray toLine(const Start &start);

/// Reads such a line; Malformed where it is none.
Result<Start> startFrom(const QByteArray &line);

} // namespace processes
