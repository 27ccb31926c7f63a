// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loopback/httpmessage.h"

#include <QUrl>

#include <algorithm>

namespace loopback {

namespace {

constexpr QByteArrayView endOfHead = "\r\n\r\n";

QByteArrayView reasonPhrase(int status)
{
    switch (status) {
    case 200: return "OK";
    case 204: return "No Content";
    case 205: return "Reset Content";
    case 302: return "Found";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 413: return "Content Too Large";
    case 421: return "Misdirected Request";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 502: return "Bad Gateway";
    case 503: return "Service Unavailable";
    default: return "Status";
    }
}

bool isToken(QByteArrayView text)
{
    constexpr QByteArrayView others = "!#$%&'*+-.^_`|~";
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || others.contains(c);
    });
}

bool hasControlCharacters(QByteArrayView text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return (c >= 0 && c < 0x20 && c != '\t') || c == 0x7f; });
}

/// Servers write queries that are not valid ("100%", "a|b", "scope[]"), and browsers pass them on as they are.
QUrlQuery queryOf(const QByteArray &text)
{
    QUrl url;
    url.setQuery(QString::fromUtf8(text), QUrl::TolerantMode);
    return QUrlQuery(url.query(QUrl::FullyEncoded));
}

bool readRequestLine(const QByteArray &line, Request &request)
{
    const QList<QByteArray> parts = line.split(' ');
    if (parts.size() != 3 || !isToken(parts[0]) || !parts[1].startsWith('/'))
        return false;
    if (parts[2] != "HTTP/1.1" && parts[2] != "HTTP/1.0")
        return false;
    const qsizetype mark = parts[1].indexOf('?');
    const QByteArray path = mark < 0 ? parts[1] : parts[1].first(mark);
    const QUrl target = QUrl::fromEncoded("http://localhost" + path, QUrl::StrictMode);
    if (!target.isValid() || parts[1].contains('#') || hasControlCharacters(parts[1]))
        return false;
    request.method = parts[0];
    request.path = target.path(QUrl::FullyDecoded);
    request.query = mark < 0 ? QUrlQuery() : queryOf(parts[1].sliced(mark + 1));
    return true;
}

/// True for the headers that say where a request goes and where it ends.
bool decidesOnRequest(const QByteArray &header)
{
    constexpr QByteArrayView names[] = {"host", "content-length", "transfer-encoding"};
    return std::any_of(std::begin(names), std::end(names),
                       [&](QByteArrayView name) { return header.compare(name, Qt::CaseInsensitive) == 0; });
}

/// Leaves out others with control characters: other programs at 127.0.0.1 set cookies as they like.
bool readHeader(const QByteArray &line, Request &request)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 1 || !isToken(QByteArrayView(line).first(colon)))
        return false;
    const QByteArray name = line.first(colon);
    const QByteArray value = line.mid(colon + 1).trimmed();
    if (hasControlCharacters(value))
        return !decidesOnRequest(name);
    request.headers.append({name, value});
    return true;
}

QList<QByteArray> valuesOf(const Request &request, QByteArrayView name)
{
    QList<QByteArray> values;
    for (const auto &[key, value] : request.headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            values.append(value);
    }
    return values;
}

/// The body's length; nothing if the headers are ambiguous.
std::optional<qsizetype> contentLength(const Request &request)
{
    const QList<QByteArray> lengths = valuesOf(request, "content-length");
    if (lengths.isEmpty())
        return 0;
    const QByteArray &digits = lengths.first();
    const bool isNumber = !digits.isEmpty() && digits.size() < 16
        && std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (lengths.size() > 1 || !isNumber)
        return std::nullopt;
    return digits.toLongLong();
}

/// What the first line of a request says; nothing if it is cut off or not valid.
std::optional<Request> firstLine(const QByteArray &received)
{
    const qsizetype end = received.indexOf("\r\n");
    Request request;
    return end >= 0 && readRequestLine(received.first(end), request) ? std::optional(request) : std::nullopt;
}

} // namespace

QByteArray Request::header(QByteArrayView name) const
{
    return valuesOf(*this, name).value(0);
}

QByteArray Response::toBytes() const
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonPhrase(status).toByteArray() + "\r\n";
    const auto add = [&bytes](const QByteArray &name, const QByteArray &value) {
        bytes += name + ": " + value + "\r\n";
    };
    const auto has = [this](QByteArrayView name) {
        return std::any_of(headers.begin(), headers.end(),
                           [&](const Header &header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
    };
    for (const auto &[name, value] : headers)
        add(name, value);
    if (!contentType.isEmpty())
        add("Content-Type", contentType);
    if (status != 204 && status != 304)
        add("Content-Length", QByteArray::number(body.size()));
    if (!has("Cache-Control"))
        add("Cache-Control", "no-store");
    if (!has("Content-Security-Policy"))
        add("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
    add("Referrer-Policy", "no-referrer");
    add("X-Content-Type-Options", "nosniff");
    add("Connection", "close");
    return bytes + "\r\n" + body;
}

std::variant<std::monostate, Request, Refusal> parseRequest(const QByteArray &received, const QByteArray &host,
                                                            const Limits &limits)
{
    const qsizetype headLength = received.indexOf(endOfHead);
    if (headLength < 0 && received.size() <= limits.headBytes)
        return std::monostate();
    if (headLength < 0 || headLength > limits.headBytes)
        return Refusal{431, firstLine(received.first(limits.headBytes))};

    QList<QByteArray> lines = received.first(headLength).replace("\r\n", "\n").split('\n');
    Request request;
    if (!readRequestLine(lines.takeFirst(), request))
        return Refusal{400};
    if (!std::all_of(lines.begin(), lines.end(), [&](const QByteArray &line) { return readHeader(line, request); }))
        return Refusal{400};

    if (valuesOf(request, "host") != QList<QByteArray>{host})
        return Refusal{400};
    if (!request.header("transfer-encoding").isNull())
        return Refusal{501};
    const std::optional<qsizetype> length = contentLength(request);
    if (!length)
        return Refusal{400};
    if (*length > limits.bodyBytes)
        return Refusal{413};

    request.body = received.mid(headLength + endOfHead.size());
    if (request.body.size() < *length)
        return std::monostate();
    request.body.truncate(*length);
    return request;
}

QStringList formValues(const QUrlQuery &query, const QString &name)
{
    QStringList found;
    for (const auto &[rawName, rawValue] : query.queryItems(QUrl::FullyEncoded)) {
        const auto decoded = [](QString text) {
            return QUrl::fromPercentEncoding(text.replace(QLatin1Char('+'), QLatin1Char(' ')).toUtf8());
        };
        if (decoded(rawName) == name)
            found.append(decoded(rawValue));
    }
    return found;
}

std::optional<QString> formValue(const QUrlQuery &query, const QString &name)
{
    const QStringList values = formValues(query, name);
    return values.size() == 1 ? std::optional(values.first()) : std::nullopt;
}

} // namespace loopback
