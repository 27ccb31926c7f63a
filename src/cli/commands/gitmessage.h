// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

class QIODevice;

namespace cli {

/// A question of Git to a credential helper (gitcredentials(7)): lines of `key=value` up to an empty one. Do not trust them:
/// the host may come from a URL in a repository, and `wwwauth[]` comes from a server.
struct GitMessage
{
    QString protocol;
    QString host; ///< With the port if the URL has one.
    QString username;
    QString password;

    /// Reads to the empty line or to the end. Ignores unknown keys. Malformed "too_long", "control_character" or "ambiguous"
    /// (a key with two values): Git does not write these, so give no answer.
    static Result<GitMessage> read(QIODevice &input);

    /// True if Git talks to this host, given as by Provider::authority(). False for plain http, except on this computer: the
    /// token would be readable on the network.
    bool isAbout(const QString &authority) const;
};

/// A line of an answer to Git.
struct GitAttribute
{
    QByteArray key;
    QString value;
};

/// The text of an answer. Malformed "too_long", as for a message, or "control_character": also for those of Unicode, since Git
/// prints the name, and no other name would be right.
Result<QString> toGitAnswer(const QList<GitAttribute> &attributes);

} // namespace cli
