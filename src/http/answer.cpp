// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/answer.h"

#include "http/errorcodes.h"
#include "http/httpdate.h"
#include "http/log.h"
#include "http/proxy/proxyproblem.h"
#include "http/ratelimit.h"

#include <QDateTime>
#include <QMetaEnum>
#include <QNetworkReply>

#include <algorithm>

namespace http {

namespace {

constexpr char tooLargeProperty[] = "latchkeyTooLarge";

QString codeOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError: return errorcode::hostNotFound;
    case QNetworkReply::ConnectionRefusedError: return errorcode::connectionRefused;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: return errorcode::timedOut;
    case QNetworkReply::SslHandshakeFailedError: return errorcode::tlsFailed;
    default: return QStringLiteral("network");
    }
}

/// Without a guard in front of the proxy, as for http and SOCKS. With a proxy for http, Latchkey connects only to the proxy and
/// looks up only its name. Qt reports a SOCKS proxy that is gone as UnknownNetworkError (6.4).
ProxyFailure failureOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::HostNotFoundError: return ProxyFailure::NotFound;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ConnectionRefusedError: return ProxyFailure::Refused;
    case QNetworkReply::ProxyConnectionClosedError: return ProxyFailure::Closed;
    case QNetworkReply::ProxyTimeoutError: return ProxyFailure::Silent;
    case QNetworkReply::ProxyAuthenticationRequiredError: return ProxyFailure::NeedsPassword;
    default: return ProxyFailure::Unknown;
    }
}

/// Why the proxy let the request of a failed reply not through. Nothing if it did.
std::optional<ProxyProblem> proxyProblemOf(const QNetworkReply &reply)
{
    if (const auto noted = notedProblem(reply))
        return noted;
    const ProxyFailure failure = failureOf(reply.error());
    const bool isUnknown = failure == ProxyFailure::Unknown && reply.error() != QNetworkReply::UnknownProxyError
        && reply.error() != QNetworkReply::UnknownNetworkError;
    if (notedProxy(reply).isEmpty() || isUnknown)
        return std::nullopt;
    return ProxyProblem{failure};
}

/// Without errorString(), which repeats the URL.
QString describe(const QNetworkReply &reply)
{
    const char *name = QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(reply.error());
    return QStringLiteral("%1 from %2").arg(QLatin1String(name), reply.url().host());
}

/// To another origin, or without end. Qt does not tell the status (6.4).
bool isRefusedRedirect(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::InsecureRedirectError || error == QNetworkReply::TooManyRedirectsError;
}

/// Qt also reports UnknownContentError for 402, 422, 429 and other statuses, which are answers.
bool wasCutOff(QNetworkReply::NetworkError error, int status)
{
    return error == QNetworkReply::RemoteHostClosedError || error == QNetworkReply::ProtocolFailure
        || (error == QNetworkReply::UnknownContentError && status < 400);
}

/// The last one is Too Early (RFC 8470 §5.2).
bool doesNotCount(int status, TooManyRequests tooMany)
{
    return status >= 500 || (status == 429 && tooMany == TooManyRequests::IsAnError) || status == 408 || status == 425;
}

/// RFC 9110 §10.2.3: seconds, or a date. At most a day.
std::chrono::seconds retryAfter(const QNetworkReply &reply)
{
    constexpr qint64 day = 24 * 3600;
    const QByteArray value = reply.rawHeader("retry-after").trimmed();
    bool isNumber = false;
    qint64 seconds = value.toLongLong(&isNumber);
    if (!isNumber) {
        const QDateTime date = readHttpDate(value);
        seconds = date.isValid() ? QDateTime::currentDateTimeUtc().secsTo(date) : 0;
    }
    return std::chrono::seconds(std::clamp<qint64>(seconds, 0, day));
}

} // namespace

QByteArray Answer::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

Result<Answer> readAnswer(QNetworkReply &reply, TooManyRequests tooMany)
{
    Answer answer;
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    qCDebug(httpLog) << "answer" << answer.status << "from" << reply.url().host() << reply.url().path();

    if (reply.property(tooLargeProperty).toBool())
        return Error::malformed(QStringLiteral("too_large"), describe(reply));
    // QNetworkReply reports many HTTP statuses as errors, also a 307 to a request with a body. Those are answers.
    const bool isCutOff = wasCutOff(reply.error(), answer.status);
    const bool isAnswer = reply.error() == QNetworkReply::NoError
        || (answer.status >= 300 && reply.error() > QNetworkReply::UnknownProxyError && !isCutOff);
    if (!isAnswer && answer.status > 0 && isCutOff)
        return Error::malformed(QStringLiteral("cut_off"), describe(reply));
    if (isRefusedRedirect(reply.error()))
        return Error::denied(QStringLiteral("redirected"), describe(reply));
    if (const auto problem = isAnswer ? std::nullopt : proxyProblemOf(reply))
        return Error::unreachable(codeOf(*problem), notedProxy(reply));
    if (!isAnswer)
        return Error::unreachable(codeOf(reply.error()), describe(reply));

    answer.body = reply.readAll();
    answer.headers = reply.rawHeaderPairs();
    answer.retryAfter = retryAfter(reply);
    if (doesNotCount(answer.status, tooMany))
        return Error{Error::Kind::Unreachable, errorcode::codeOfStatus(answer.status), describe(reply),
                     requestedPause(answer, QDateTime::currentDateTimeUtc())};
    answer.mediaType = answer.header("content-type").split(';').first().trimmed().toLower();
    return answer;
}

void markTooLarge(QNetworkReply &reply)
{
    reply.setProperty(tooLargeProperty, true);
}

} // namespace http
