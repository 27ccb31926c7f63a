// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>

namespace http {

/// The time in a header such as Date or Retry-After (RFC 9110 §5.6.7), in UTC; invalid if it is none. Qt's own reader of
/// RFC 2822 dates does not know "GMT" (Qt 6.4).
QDateTime readHttpDate(const QByteArray &header);

} // namespace http
