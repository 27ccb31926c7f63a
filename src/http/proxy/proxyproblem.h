// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QNetworkProxy>
#include <QString>

class QNetworkReply;

namespace http {

/// Why a proxy let no request through.
enum class ProxyFailure {
    NotFound, ///< Its name has no address.
    Refused, ///< Nothing listens there, or no network leads there.
    Closed, ///< It closed the connection without an answer.
    Silent, ///< It does not answer in time.
    Unreadable, ///< Its answer is not HTTP.
    NeedsPassword, ///< It asks for a name and a password (407), and its URL has none.
    WrongPassword, ///< It does not accept those of its URL.
    NeedsNtlm, ///< It offers only NTLM or Kerberos (RFC 4559), and they do not work here.
    Denied, ///< It answered with another status than 200 or 407.
    Broken, ///< It opened the way to the server, but closed it before a byte came back.
    Unsupported, ///< Its kind: not http or SOCKS5.
    NotTls, ///< It opened the way, but not to a server that speaks TLS.
    Unknown, ///< Qt does not say more.
};

struct ProxyProblem
{
    ProxyFailure failure = ProxyFailure::Unknown;
    int status = 0; ///< With Denied.
};

/// "proxy.example.org:3128", without the user name and the password that its URL may have.
QString nameOf(const QNetworkProxy &proxy);

/// True if requests go to the server directly.
bool isDirect(const QNetworkProxy &proxy);

/// Marks a proxy of a kind that Latchkey cannot use, as of "https://" and "socks4://". It is never asked.
void markUnsupported(QNetworkProxy &proxy);
bool isSupported(const QNetworkProxy &proxy);

/// The error code of readAnswer(): "proxy_timed_out", "proxy_403".
QString codeOf(const ProxyProblem &problem);

/// Records for readAnswer() that the request of a reply went through a proxy, and why that failed, if it is known.
void noteProxy(QNetworkReply &reply, const QNetworkProxy &proxy);
void noteProblem(QNetworkReply &reply, const ProxyProblem &problem);

/// What was recorded. The name is empty without a proxy.
QString notedProxy(const QNetworkReply &reply);
std::optional<ProxyProblem> notedProblem(const QNetworkReply &reply);

/// True for "proxy", "proxy_closed", "proxy_403" and their like: the request did not get through the proxy.
bool isProxyFailure(const QString &code);

} // namespace http
