// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/answer.h"

#include <QDateTime>
#include <QMap>

/// How many more requests of a kind a server takes, and until when that counts, as it said last.
struct RateLimit
{
    int limit = 0;
    int remaining = 0;
    QDateTime resetsAt; ///< UTC.
};

/// How much a server wants to be asked. GitHub counts apart what it calls resources ("core", "graphql", "search"), and
/// may besides want a pause of all of them: the secondary limit.
class RateLimits
{
public:
    /// Takes in what an answer says of the limits, and a pause that it asks for.
    void read(const http::Answer &answer, const QDateTime &now);

    /// The server has said "too many requests", and perhaps for how long.
    void pauseAfter429(std::chrono::seconds retryAfter, const QDateTime &now);

    /// Until when a resource is to be left alone; invalid where it may be asked now. A server that is asked past its
    /// limit may shut the whole account out: the last few requests are left alone.
    QDateTime closedUntil(const QString &resource, const QDateTime &now) const;

    /// By the name of the resource.
    const QMap<QString, RateLimit> &byResource() const { return m_byResource; }

    /// Which resource a request counts to; the answer says the same.
    static QString resourceOf(const QUrl &url);

private:
    QMap<QString, RateLimit> m_byResource;
    QDateTime m_pausedUntil;
};
