// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QUrl>

#include <optional>

/// What the application tells the login view, one JSON object a line on standard input.
struct Command
{
    enum class Kind {
        Open, ///< {"command":"open","url":"…"}: show the window with this page.
        Close, ///< {"command":"close"}: end.
    };

    Kind kind;
    QUrl url;
};

/// Reads a line; nothing where it is not a command.
std::optional<Command> readCommand(const QByteArray &line);

/// True for https, and for plain http to this computer (127.0.0.1, [::1]): all that a login page needs.
bool isAllowedUrl(const QUrl &url);

/// What a person must see of a URL to know whom they give their password to: its host, in ASCII where it is not plain,
/// and its port where it is unusual.
QString originText(const QUrl &url);
