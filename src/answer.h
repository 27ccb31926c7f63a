// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

/// What a resource server answered: its body, and its headers where it was asked just now. What comes from the cache has
/// none.
struct Answer
{
    Answer(QByteArray answeredBody = {}, QList<std::pair<QByteArray, QByteArray>> answeredHeaders = {})
        : body(std::move(answeredBody)), headers(std::move(answeredHeaders))
    {}

    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers;

    /// The value of a header, compared without regard to case; null where there is none.
    QByteArray header(const char *name) const
    {
        for (const auto &[key, value] : headers) {
            if (key.compare(name, Qt::CaseInsensitive) == 0)
                return value;
        }
        return {};
    }
};
