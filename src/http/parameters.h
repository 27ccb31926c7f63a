// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace http {

/// The parameters of a request, not yet encoded.
using Parameters = QList<std::pair<QString, QString>>;

/// Encodes a form or a query (RFC 6749 App. B). Omits parameters without a value (RFC 6749 §3.1).
QByteArray urlEncoded(const Parameters &parameters);

} // namespace http
