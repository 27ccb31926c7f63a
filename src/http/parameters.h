// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace http {

/// The parameters of a request, not encoded yet.
using Parameters = QList<std::pair<QString, QString>>;

/// As a form or a query (RFC 6749 App. B). A parameter without a value counts as not there (RFC 6749 §3.1).
QByteArray urlEncoded(const Parameters &parameters);

} // namespace http
