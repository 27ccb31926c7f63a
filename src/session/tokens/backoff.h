// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>

#include <chrono>

/// How long to wait after failures in a row: 5 s, doubled up to 5 minutes, with 25 % of jitter either way, and at least as
/// long as the server asks for (Retry-After, RFC 9110 §10.2.3).
class BackOff
{
public:
    /// Counts one more failure, and says when to try again.
    QDateTime fail(const QDateTime &now, std::chrono::seconds retryAfter);

    /// Something worked.
    void reset() { *this = {}; }

    bool hasFailed() const { return m_failures > 0; }

    /// The earliest time that the server accepts another try at: `now` unless it asked to wait.
    QDateTime earliest(const QDateTime &now) const { return m_notBefore.isValid() ? std::max(m_notBefore, now) : now; }

    /// The clock has been set back.
    void setBack(std::chrono::milliseconds time) { m_notBefore = m_notBefore.addMSecs(-time.count()); }

private:
    int m_failures = 0;
    QDateTime m_notBefore; ///< As the server asked last; invalid if it did not.
};
