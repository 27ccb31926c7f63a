// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

class QIODevice;

namespace cli {

/// What Git tells a credential helper, and is told (gitcredentials(7)): lines of `key=value` up to an empty one.
struct GitMessage
{
    QString protocol;
    QString host; ///< With the port where the URL has one.
    QString username;
    QString password;

    /// Reads up to the empty line or the end. Keys of other versions of Git are left out, and so is what cannot be read.
    static GitMessage read(QIODevice &input);
};

} // namespace cli
