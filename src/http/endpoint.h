// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QUrl>

namespace http {

/// True for https, and for plain http to 127.0.0.1 and [::1] (RFC 8252 §8.3), without user name and fragment.
bool isSafeEndpoint(const QUrl &url);

/// True if scheme, host and port are the same (RFC 6454 §5). A missing port is the scheme's default. False without a
/// host.
bool isSameOrigin(const QUrl &left, const QUrl &right);

} // namespace http
