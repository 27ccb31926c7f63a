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

/// The values of a header, by their first words in lower case: {"ntlm": "TlRM…"}.
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

bool closes(const QByteArray &head)
{
    return schemesIn(head, "connection").contains("close") || schemesIn(head, "proxy-connection").contains("close");
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
    const bool isChallenged = !offered.value(scheme).isEmpty() && !closes(answer);
    return isChallenged ? std::nullopt : std::optional(ProxyProblem{ProxyFailure::NeedsNtlm});
}

} // namespace http
