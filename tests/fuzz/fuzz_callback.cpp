// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz.h"

#include "loopback/httpmessage.h"

#include <QUrl>

#include <set>

namespace fuzz_callback {

using namespace loopback;

const QByteArray host = "127.0.0.1:5000";

/// The parameters of an authorization response. Each value is unambiguous, and the same after being sent again.
void lookAtQuery(const QUrlQuery &query)
{
    for (const char *parameter : {"code", "state", "error", "error_description", "iss"}) {
        const QString name = QLatin1String(parameter);
        const auto value = formValue(query, name);
        if (!value)
            continue;
        const QString again = name + QLatin1Char('=') + QString::fromLatin1(QUrl::toPercentEncoding(*value));
        REQUIRE(formValue(QUrlQuery(again), name) == *value);
        REQUIRE(!formValue(QUrlQuery(again + QLatin1Char('&') + again), name));
    }
}

void lookAtRequest(const Request &request, const QByteArray &input)
{
    const Limits limits;
    REQUIRE(!request.method.isEmpty() && !request.method.contains(' '));
    REQUIRE(request.path.startsWith(QLatin1Char('/')));
    REQUIRE(request.header("HOST") == host);
    REQUIRE(request.body.size() <= limits.bodyBytes);
    for (const auto &[name, value] : request.headers)
        REQUIRE(!name.isEmpty() && !value.contains('\n') && !value.contains('\r') && !value.contains('\0'));
    lookAtQuery(request.query);

    // What comes after it changes nothing.
    const auto again = parseRequest(input + "GET / HTTP/1.1\r\n", host, limits);
    const auto *same = std::get_if<Request>(&again);
    REQUIRE(same && same->method == request.method && same->path == request.path && same->query == request.query);
    REQUIRE(same->headers == request.headers && same->body == request.body);
}

/// An incomplete request is neither accepted nor refused.
void lookAtPrefix(const QByteArray &input)
{
    const qsizetype length = uchar(input[0]) * input.size() / 256;
    REQUIRE(!std::holds_alternative<Refusal>(parseRequest(input.first(length), host, {})));
}

void look(const QByteArray &input)
{
    const Limits limits;
    const auto outcome = parseRequest(input, host, limits);
    if (const auto *request = std::get_if<Request>(&outcome)) {
        lookAtRequest(*request, input);
        lookAtPrefix(input);
    } else if (const auto *refusal = std::get_if<Refusal>(&outcome)) {
        REQUIRE((std::set{400, 413, 431, 501}.contains(refusal->status)));
        // A client that goes on sending is not believed any more than before.
        REQUIRE(!std::holds_alternative<Request>(parseRequest(input + "\r\n\r\n", host, limits))
                || !input.contains("\r\n\r\n"));
    } else {
        REQUIRE(input.size() <= limits.headBytes + limits.bodyBytes + 4);
    }
}

} // namespace fuzz_callback

FUZZ_TARGET(callback)
