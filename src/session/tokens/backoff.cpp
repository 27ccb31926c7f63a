// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/tokens/backoff.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace std::chrono_literals;

QDateTime BackOff::fail(const QDateTime &now, std::chrono::seconds retryAfter)
{
    const std::chrono::milliseconds delay = std::min<std::chrono::milliseconds>(5s * (1 << std::min(m_failures, 6)), 5min);
    m_failures += 1;
    m_notBefore = retryAfter.count() > 0 ? now.addSecs(retryAfter.count()) : QDateTime();
    const double jitter = 0.75 + QRandomGenerator::global()->generateDouble() / 2;
    const QDateTime next = now.addMSecs(qint64(double(delay.count()) * jitter));
    return m_notBefore.isValid() ? std::max(next, m_notBefore) : next;
}
