// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrlQuery>

#include <optional>
#include <utility>
#include <variant>

namespace loopback {

using Header = std::pair<QByteArray, QByteArray>;

/// One HTTP request as it arrived (RFC 9112). The target is in origin form and has been checked to be a valid URL.
struct Request
{
    QByteArray method;
    QString path; ///< Decoded, without the query.
    QUrlQuery query; ///< As in the target; decode values with formValue().
    QList<Header> headers;
    QByteArray body;

    /// The value of a header, compared without regard to case; null where there is none.
    QByteArray header(QByteArrayView name) const;
};

/// What is answered. Content-Length, Connection and the headers that keep the page out of caches, frames and referrers
/// are added when it is sent.
struct Response
{
    int status = 200;
    QByteArray contentType = {};
    QByteArray body = {};
    QList<Header> headers = {};

    QByteArray toBytes() const;
};

/// A request that is refused before anybody is asked: the HTTP status to answer with.
struct Refusal
{
    int status;
};

/// How much of a request is read before it is refused.
struct Limits
{
    qsizetype headBytes = 16 * 1024;
    qsizetype bodyBytes = 64 * 1024;
};

/// Reads a request from what has been received so far: nothing while it is incomplete. Only requests whose one Host
/// header is `host` are taken, so that a rebound DNS name reaches nothing (RFC 9112 §3.2).
std::variant<std::monostate, Request, Refusal> parseRequest(const QByteArray &received, const QByteArray &host,
                                                            const Limits &limits);

/// The only value of `name` in a query or a form, decoded as application/x-www-form-urlencoded ('+' is a space);
/// nothing where it is absent or comes twice.
std::optional<QString> formValue(const QUrlQuery &query, const QString &name);

} // namespace loopback
