// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

/// An event from the login view: one JSON object per line on its standard output.
struct LoginViewEvent
{
    enum class Kind {
        Ready, ///< {"event":"ready"}: a page will appear at once.
        Canceled, ///< {"event":"canceled"}: the person closed the window.
        BrowserRequested, ///< {"event":"browser"}: the person wants their own browser for the same request.
        Failed, ///< {"event":"failed","reason":"…"}: the login view cannot continue.
        Other, ///< Irrelevant here.
    };

    Kind kind;
    QString reason; ///< For Failed: an error code.
};

/// Reads a line; nothing if it is not an event. A hostile page may have taken over the other process, so only plain
/// words are accepted.
std::optional<LoginViewEvent> readLoginViewEvent(const QByteArray &line);
