// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/answer.h"
#include "result/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QUrl>

#include <optional>

/// The last answer of a resource server.
struct CachedAnswer
{
    QByteArray body;
    QByteArray etag;
    QDateTime fetchedAt; ///< UTC; when it was last known to be current.
    http::Headers headers = {}; ///< Only those about the body are kept: Content-Type, Link and X-Poll-Interval.
};

/// The answers that one account has received, in its folder, so that they can be shown at once and without a network. Never
/// tokens. Unreadable entries count as missing; write errors are logged and otherwise ignored.
class ResourceCache
{
public:
    explicit ResourceCache(const QString &folder) : m_folder(folder) {}

    std::optional<CachedAnswer> find(const QUrl &url) const;
    void store(const QUrl &url, const CachedAnswer &answer) const;

    /// Removes one answer. Does nothing if there is none.
    void remove(const QUrl &url) const;

    /// Storage "cache_not_removed".
    Result<void> clear() const;

    /// The size of all answers in bytes.
    qint64 size() const;

private:
    QString fileOf(const QUrl &url) const;

    const QString m_folder;
};
