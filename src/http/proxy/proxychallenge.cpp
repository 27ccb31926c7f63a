// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/proxy/proxychallenge.h"

#include <QHash>

namespace http {

namespace {

constexpr int mostRequests = 3; ///< NTLM: without anything, with the first message, with the third.

#ifdef Q_OS_WIN
constexpr bool hasSystemAccount = true; ///< Windows answers NTLM with the name and the password of the person.
#else
constexpr bool hasSystemAccount = false;
#endif

/// The members of a list. A comma in a quoted string ends none (RFC 9110 §5.6).
QByteArrayList membersOf(const QByteArray &list)
{
    QByteArrayList members{QByteArray()};
    bool isQuoted = false;
    bool isEscaped = false;
    for (const char character : list) {
        if (character == ',' && !isQuoted) {
            members.append(QByteArray());
            continue;
        }
        members.last() += character;
        if (character == '"' && !isEscaped)
            isQuoted = !isQuoted;
        isEscaped = isQuoted && character == '\\' && !isEscaped;
    }
    return members;
}

/// The members of all headers with this name.
QByteArrayList valuesOf(const QByteArray &head, const QByteArray &name)
{
    QByteArrayList values;
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon < 0 || line.left(colon).trimmed().toLower() != name)
            continue;
        for (const QByteArray &member : membersOf(line.mid(colon + 1))) {
            if (!member.trimmed().isEmpty())
                values.append(member.trimmed());
        }
    }
    return values;
}

QByteArrayList wordsOf(const QByteArray &head, const QByteArray &name)
{
    QByteArrayList words;
    for (const QByteArray &value : valuesOf(head, name))
        words.append(value.toLower());
    return words;
}

/// "nonce="abc"", and not the beginning of another challenge (RFC 9110 §11.2).
bool isParameter(const QByteArray &member)
{
    const qsizetype equals = member.indexOf('=');
    return equals > 0 && !member.left(equals).trimmed().contains(' ');
}

/// The challenges or the answers to them: {"Basic realm="x"", "Digest realm="x", nonce="abc""}.
QByteArrayList challengesIn(const QByteArray &head, const QByteArray &name)
{
    QByteArrayList challenges;
    for (const QByteArray &member : valuesOf(head, name)) {
        if (isParameter(member) && !challenges.isEmpty())
            challenges.last() += ", " + member;
        else
            challenges.append(member);
    }
    return challenges;
}

/// The parameters of challenges, by scheme in lower case: {"ntlm": "TlRM…"}.
QHash<QByteArray, QByteArray> schemesIn(const QByteArray &head, const QByteArray &name)
{
    QHash<QByteArray, QByteArray> schemes;
    for (const QByteArray &challenge : challengesIn(head, name)) {
        const QByteArray scheme = challenge.split(' ').first();
        schemes.insert(scheme.toLower(), challenge.mid(scheme.size()).trimmed());
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
    const QByteArrayList words = wordsOf(answer, "connection") + wordsOf(answer, "proxy-connection");
    return words.contains("close") || (answer.startsWith("HTTP/1.0") && !words.contains("keep-alive"));
}

std::optional<qint64> contentLengthOf(const QByteArray &answer)
{
    const QByteArrayList lengths = valuesOf(answer, "content-length");
    const bool isOne = !lengths.isEmpty() && lengths.count(lengths.first()) == lengths.size();
    bool isNumber = false;
    const qint64 length = isOne ? lengths.first().toLongLong(&isNumber) : 0;
    const bool isKnown = isNumber && length >= 0 && valuesOf(answer, "transfer-encoding").isEmpty();
    return isKnown ? std::optional(length) : std::nullopt;
}

QByteArray challengeFrom(const QByteArray &answer)
{
    QByteArray challenge = "HTTP/1.1 407 Proxy Authentication Required\r\n";
    for (const QByteArray &offered : challengesIn(answer, "proxy-authenticate"))
        challenge += "Proxy-Authenticate: " + offered + "\r\n";
    return challenge + "Content-Length: 0\r\nProxy-Connection: keep-alive\r\n\r\n";
}

} // namespace http
