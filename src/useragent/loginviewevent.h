// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

/// What the login view tells, one JSON object a line on its standard output.
struct LoginViewEvent
{
    enum class Kind {
        Ready, ///< {"event":"ready"}: a page will appear at once.
        Canceled, ///< {"event":"canceled"}: the person has closed it.
        Failed, ///< {"event":"failed","reason":"…"}: it cannot go on.
        Other, ///< Nothing that matters here.
    };

    Kind kind;
    QString reason; ///< Of Failed: a word in the style of an error code.
};

/// Reads a line; nothing where it is not an event. The page that the other process shows may have taken it over, so
/// nothing but plain words is let through.
std::optional<LoginViewEvent> readLoginViewEvent(const QByteArray &line);
