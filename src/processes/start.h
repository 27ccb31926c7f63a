// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/result.h"

#include <QByteArray>
#include <QStringList>

namespace processes {

/// One start of the program, with what the running instance needs to act on it.
struct Start
{
    QStringList arguments; ///< The first is the program's name.
    QString folder; ///< The base of relative paths.
    QByteArray activationToken; ///< Allows a window to come forward (xdg-activation); may be empty.

    /// This start, in the current folder, with the token from the environment.
    static Start withArguments(const QStringList &arguments);
};

/// A start as one line of JSON, with its line end.
QByteArray toLine(const Start &start);

/// Reads such a line. Malformed if it is none.
Result<Start> startFrom(const QByteArray &line);

} // namespace processes
