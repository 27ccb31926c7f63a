// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "provider/provider.h"
#include "result/result.h"

#include <QString>

/// Turns an error code into what a person needs to know. The only place that says what a code means; where it happened and
/// what follows from it is added by the caller.
namespace errortext {

/// Where a person reads the text: advice for a window names its controls, advice for a terminal names commands.
enum class Surface { Window, Terminal };

/// What happened, and what to do about it: sentences of at most 14 words in the person's language.
struct Text
{
    QString happened;
    QString advice;

    /// Both, with a space between them.
    QString toString() const { return happened + QLatin1Char(' ') + advice; }
};

/// The server that an error is about, as sentences name it.
struct Subject
{
    QString server; ///< As people know it: "GitHub".
    QString host;
    QString redirectUri = {}; ///< The one to register; a port is not part of it.
    quint16 redirectPort = 0; ///< 0 if the system chooses.
    QString scope = {}; ///< The requested scopes, separated by spaces.

    static Subject of(const Provider &provider);
};

/// The text for an error. An error code that is not in the table comes from a server, and is repeated in the text.
Text textOf(const Error &error, const Subject &subject, Surface surface);

inline Text textOf(const Error &error, const Provider &provider, Surface surface)
{
    return textOf(error, Subject::of(provider), surface);
}

} // namespace errortext
