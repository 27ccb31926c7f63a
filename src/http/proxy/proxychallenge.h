// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/proxy/proxyproblem.h"

#include <QByteArray>

#include <optional>

namespace http {

/// Reads a 407 to a CONNECT, which Qt would answer. Nothing if an answer can help: Basic and Digest once, with the name of
/// the proxy's URL; NTLM and Negotiate while the proxy sends challenges, at most three requests on one connection.
/// `hasName` is true if the URL has a name.
std::optional<ProxyProblem> problemOfChallenge(const QByteArray &request, const QByteArray &answer, bool hasName,
                                               int requestCount);

/// True if a proxy closes the connection after this answer (RFC 9112 §9.3).
bool closesConnection(const QByteArray &answer);

/// The length of the body. Nothing if the answer does not say.
std::optional<qint64> contentLengthOf(const QByteArray &answer);

/// A 407 with the challenges of this answer alone, without a body, on a connection that stays open. Each challenge has a
/// separate line, since Qt reads only the first of a line.
QByteArray challengeFrom(const QByteArray &answer);

} // namespace http
