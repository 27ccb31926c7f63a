// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "loginview/protocol/surroundings.h"

#include <QByteArray>
#include <QUrl>

#include <optional>

/// A command from the application to the login view: one JSON object per line on standard input.
struct Command
{
    enum class Kind {
        Open, ///< {"command":"open","url":"…","surroundings":{…}}: show the window with this page.
        Look, ///< {"command":"look","surroundings":{…}}: look otherwise. The window stays where it is.
        Close, ///< {"command":"close"}: end.
    };

    Kind kind;
    QUrl url;
    Surroundings surroundings = {}; ///< For Open and Look.
};

/// Reads a line; nothing if it is not a command.
std::optional<Command> readCommand(const QByteArray &line);

/// True for https, and for plain http to this computer (127.0.0.1, [::1]). Login pages need no other schemes.
bool isAllowedUrl(const QUrl &url);

/// The part of a URL that tells a person who gets their password: the host, in ASCII unless it is unambiguous, and the
/// port unless it is the default.
QString originText(const QUrl &url);
