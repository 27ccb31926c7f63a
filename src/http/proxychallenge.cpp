// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/proxychallenge.h"

#include <QHash>

namespace http {

namespace {

constexpr int mostRequests = 3; ///< NTLM: without anything, with the first message, with the third.

#ifdef Q_OS_WIN
constexpr bool hasSystemAccount = true; ///< Windows answers NTLM with the name and the password of the person.
#else
constexpr bool hasSystemAccount = false;
#endif

/// The values of a header with this name, by their first words in lower case: {"ntlm": "TlRM…"}.
QHash<QByteArray, QByteArray> schemesIn(const QByteArray &head, const QByteArray &name)
{
    QHash<QByteArray, QByteArray> schemes;
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon < 0 || line.left(colon).trimmed().toLower() != name)
            continue;
        const QByteArray value = line.mid(colon + 1).trimmed();
        const QByteArray scheme = value.split(' ').first();
        schemes.insert(scheme.toLower(), value.mid(scheme.size()).trimmed());
    }
    return schemes;
}

/// Of a request without an answer to any challenge.
std::optional<ProxyProblem> problemOfFirst(const QHash<QByteArray, QByteArray> &offered, bool hasName)
{
    const bool isByPassword = offered.contains("basic") || offered.contains("digest");
    const bool isByAccount = offered.contains("ntlm") || offered.contains("negotiate");
    const bool mayWork = offered.contains("negotiate") || (offered.contains("ntlm") && (hasName || hasSystemAccount));
    if (mayWork || (isByPassword && hasName))
        return std::nullopt;
    return ProxyProblem{isByAccount && !isByPassword ? ProxyFailure::NeedsNtlm : ProxyFailure::NeedsPassword};
}

} // namespace

std::optional<ProxyProblem> problemOfChallenge(const QByteArray &request, const QByteArray &answer, bool hasName,
                                               int requestCount)
{
    const auto offered = schemesIn(answer, "proxy-authenticate");
    const auto sent = schemesIn(request, "proxy-authorization");
    if (sent.isEmpty())
        return problemOfFirst(offered, hasName);
    const QByteArray scheme = sent.constBegin().key();
    const bool isByAccount = scheme == "ntlm" || scheme == "negotiate";
    if (!isByAccount || requestCount >= mostRequests)
        return ProxyProblem{hasName ? ProxyFailure::WrongPassword : ProxyFailure::NeedsNtlm};
    const bool isChallenged = !offered.value(scheme).isEmpty() && !closesConnection(answer);
    return isChallenged ? std::nullopt : std::optional(ProxyProblem{ProxyFailure::NeedsNtlm});
}

bool closesConnection(const QByteArray &answer)
{
    const auto words = schemesIn(answer, "connection");
    const auto ofProxy = schemesIn(answer, "proxy-connection");
    const bool isKept = words.contains("keep-alive") || ofProxy.contains("keep-alive");
    return words.contains("close") || ofProxy.contains("close") || (answer.startsWith("HTTP/1.0") && !isKept);
}

std::optional<qint64> contentLengthOf(const QByteArray &answer)
{
    const auto lengths = schemesIn(answer, "content-length");
    bool isNumber = false;
    const qint64 length = lengths.isEmpty() ? 0 : lengths.constBegin().key().toLongLong(&isNumber);
    return isNumber && length >= 0 && schemesIn(answer, "transfer-encoding").isEmpty() ? std::optional(length) : std::nullopt;
}

QByteArray challengeFrom(const QByteArray &answer)
{
    QByteArray challenge = "HTTP/1.1 407 Proxy Authentication Required\r\n";
    for (const QByteArray &line : answer.split('\n')) {
        if (line.left(line.indexOf(':')).trimmed().toLower() == "proxy-authenticate")
            challenge += line.trimmed() + "\r\n";
    }
    return challenge + "Content-Length: 0\r\nProxy-Connection: keep-alive\r\n\r\n";
}

} // namespace http
