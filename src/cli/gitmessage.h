// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

class QIODevice;

namespace cli {

/// What Git tells a credential helper, and is told (gitcredentials(7)): lines of `key=value` up to an empty one. Servers
/// have a hand in these lines: a host comes from a URL that a repository names, and `wwwauth[]` from a server's answer.
struct GitMessage
{
    QString protocol;
    QString host; ///< With the port if the URL has one.
    QString username;
    QString password;

    /// Reads to the empty line or to the end. Ignores keys of other versions of Git. Malformed "too_long",
    /// "control_character" or "ambiguous" (a key with two values): Git does not write these, so there must be no answer.
    static Result<GitMessage> read(QIODevice &input);

    /// True if Git talks to this host, as Provider::authority() has it, and not in the clear: a token is sent by plain http
    /// on this computer only.
    bool isAbout(const QString &authority) const;
};

/// A line of an answer to Git.
struct GitAttribute
{
    QByteArray key;
    QString value;
};

/// The text of an answer, held to the same rules as a message. Malformed "control_character" or "too_long".
Result<QString> toGitAnswer(const QList<GitAttribute> &attributes);

} // namespace cli
