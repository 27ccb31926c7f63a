// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/answer.h"

#include <QDateTime>
#include <QHash>
#include <QMap>
#include <QUrl>

/// How many more requests of one kind a server accepts, and until when, as it said last.
struct RateLimit
{
    qint64 limit = 0;
    qint64 remaining = 0;
    QDateTime resetsAt; ///< UTC; invalid if the server did not say so sensibly.
    QDateTime readAt; ///< A clock that says less has been set back since.
};

/// The limits of a server. GitHub counts requests per resource ("core", "graphql", "search"); its secondary limit pauses all
/// of them.
class RateLimits
{
public:
    /// Reads the limits, and a requested pause, from an answer of the server itself to a request with a token. A 401 has
    /// nothing to read: its limits are those of everybody who comes without a token.
    void read(const http::Answer &answer, const QDateTime &now);

    /// The server refuses the request of this answer because of a limit, as a GraphQL server does in the body.
    void pause(const http::Answer &answer, const QDateTime &now);

    /// A front end of the server limits this URL (429). It pauses for an hour at most.
    void pauseUrl(const QUrl &url, const http::Answer &answer, const QDateTime &now);

    /// How long to wait after an answer that http::isRateLimited(): as long as it asks, or else a minute, as GitHub advises.
    static std::chrono::seconds pauseAfter(const http::Answer &answer, const QDateTime &now);

    /// Until when a resource must not be asked; invalid if it may be asked now. The last few requests of a limit stay unused,
    /// since a server that is asked past its limit may lock the account out.
    QDateTime closedUntil(const QString &resource, const QDateTime &now) const;

    /// The same for a URL: until its resource may be asked, and pauseUrl() is over.
    QDateTime closedUntil(const QUrl &url, const QDateTime &now) const;

    /// The limits by name of the resource.
    const QMap<QString, RateLimit> &byResource() const { return m_byResource; }

    /// The resource that a request counts against.
    static QString resourceOf(const QUrl &url);

private:
    /// By a clock that may be set back: the pause is over then.
    struct Pause
    {
        QDateTime from;
        QDateTime until;

        bool isOver(const QDateTime &now) const { return !until.isValid() || now >= until || now < from; }
    };

    QMap<QString, RateLimit> m_byResource;
    Pause m_pause;
    QHash<QUrl, Pause> m_pausedUrls;
};
