// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/api/log.h"
#include "result/result.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>

#include <optional>

namespace github {

/// What could be read of a list.
template<typename T>
struct Entries
{
    QList<T> readable;
    qsizetype unreadable = 0; ///< The number of entries that are null, of another type, or without a name.

    /// True if there are entries, and none of them could be read: that is a broken answer, not an empty list.
    bool areLost() const { return readable.isEmpty() && unreadable > 0; }
};

/// Reads each entry. `read` returns nothing for an object that it cannot read. Those left out are counted and logged.
template<typename Read>
auto readEntries(const QJsonArray &array, const char *what, Read read)
{
    Entries<typename decltype(read(QJsonObject()))::value_type> entries;
    for (const QJsonValue &value : array) {
        if (auto entry = value.isObject() ? read(value.toObject()) : std::nullopt)
            entries.readable.append(*std::move(entry));
        else
            ++entries.unreadable;
    }
    if (entries.unreadable > 0)
        qCWarning(githubLog) << entries.unreadable << "of" << array.size() << what << "cannot be read";
    return entries;
}

/// The array that an answer's body is. Malformed "not_json" if it is none.
inline Result<QJsonArray> readArray(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isArray())
        return Error::malformed(QStringLiteral("not_json"), QStringLiteral("not an array"));
    return document.array();
}

/// Malformed `what`: none of the entries of a list can be read.
template<typename T>
Error unreadableEntries(const Entries<T> &entries, const QString &what)
{
    return Error::malformed(what, QStringLiteral("none of %1 entries can be read").arg(entries.unreadable));
}

} // namespace github
