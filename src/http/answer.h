// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <utility>

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

/// The value of a header, compared without regard to case; null where there is none.
inline QByteArray headerIn(const HttpHeaders &headers, QByteArrayView name)
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

/// What a resource server answered: its body, and its headers where it was asked just now. What comes from the cache has
/// none.
struct Answer
{
    Answer(QByteArray answeredBody = {}, HttpHeaders answeredHeaders = {})
        : body(std::move(answeredBody)), headers(std::move(answeredHeaders))
    {}

    QByteArray body;
    HttpHeaders headers;

    QByteArray header(QByteArrayView name) const { return headerIn(headers, name); }
};
