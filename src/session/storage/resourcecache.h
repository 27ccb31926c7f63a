// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "result/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QUrl>

#include <optional>

/// An answer of a resource server as it was last seen.
struct CachedAnswer
{
    QByteArray body;
    QByteArray etag;
    QDateTime fetchedAt; ///< UTC; when it was last known to be current.
};

/// The answers that one account has seen, in a folder of its own, so that they are there at once and without a network.
/// Never tokens. What cannot be read counts as not there; what cannot be written is done without.
class ResourceCache
{
public:
    explicit ResourceCache(const QString &folder) : m_folder(folder) {}

    std::optional<CachedAnswer> find(const QUrl &url) const;
    void store(const QUrl &url, const CachedAnswer &answer) const;

    /// Storage "cache_not_removed".
    Result<void> clear() const;

    /// In bytes.
    qint64 size() const;

private:
    QString fileOf(const QUrl &url) const;

    const QString m_folder;
};
