// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrlQuery>

#include <chrono>
#include <optional>
#include <utility>
#include <variant>

namespace loopback {

using Header = std::pair<QByteArray, QByteArray>;

/// One HTTP request (RFC 9112). Its target is in origin form and a valid URL.
struct Request
{
    QByteArray method;
    QString path; ///< Decoded, without the query.
    QUrlQuery query; ///< Still encoded; read values with formValue().
    QList<Header> headers;
    QByteArray body;

    /// The value of a header, compared without regard to case; null if there is none.
    QByteArray header(QByteArrayView name) const;
};

/// An HTTP response. Sending adds Content-Length, Connection, and the headers that keep the page out of caches, frames
/// and referrers.
struct Response
{
    int status = 200;
    QByteArray contentType = {};
    QByteArray body = {};
    QList<Header> headers = {};

    QByteArray toBytes() const;
};

/// A request that does not reach the handler.
struct Refusal
{
    int status; ///< Of the answer.
    std::optional<Request> request = std::nullopt; ///< If its headers are too large: what its first line says.
};

/// How much of a request is read, and for how long, before it is refused.
struct Limits
{
    qsizetype headBytes = 64 * 1024; ///< Browsers send the cookies of every program that was ever on 127.0.0.1, on any port.
    qsizetype bodyBytes = 64 * 1024;
    std::chrono::milliseconds time{10000};
};

/// Reads a request from the bytes received so far: nothing while it is incomplete. Accepts only requests whose one Host
/// header is `host`, so that a rebound DNS name reaches nothing (RFC 9112 §3.2).
std::variant<std::monostate, Request, Refusal> parseRequest(const QByteArray &received, const QByteArray &host,
                                                            const Limits &limits);

/// The values of `name` in a query or a form, decoded as application/x-www-form-urlencoded ('+' is a space).
QStringList formValues(const QUrlQuery &query, const QString &name);

/// The only value of `name`. Nothing if it is absent or repeated.
std::optional<QString> formValue(const QUrlQuery &query, const QString &name);

} // namespace loopback
