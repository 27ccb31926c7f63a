// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "http/proxyproblem.h"

#include <QByteArray>

#include <optional>

namespace http {

/// Reads a 407 to a CONNECT, which Qt would answer. Nothing if an answer can help: Basic and Digest once, with the name of
/// the proxy's URL; NTLM and Negotiate while the proxy sends challenges, at most three requests on one connection.
/// `hasName` is true if the URL has a name.
std::optional<ProxyProblem> problemOfChallenge(const QByteArray &request, const QByteArray &answer, bool hasName,
                                               int requestCount);

} // namespace http
