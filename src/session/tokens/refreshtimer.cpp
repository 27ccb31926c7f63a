// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/tokens/refreshtimer.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds longestLook = 30s;

} // namespace

std::chrono::milliseconds refreshLead(const oauth::TokenSet &tokens)
{
    const std::chrono::milliseconds lifetime(tokens.obtainedAt.msecsTo(tokens.expiresAt));
    return std::min<std::chrono::milliseconds>(5min, lifetime / 10);
}

bool isDueForRefresh(const oauth::TokenSet &tokens, const QDateTime &now)
{
    return tokens.isRefreshable() && tokens.expiresAt.isValid()
        && now >= tokens.expiresAt.addMSecs(-refreshLead(tokens).count());
}

RefreshTimer::RefreshTimer(Clock clock, QObject *parent) : QObject(parent), m_clock(std::move(clock))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RefreshTimer::look);
}

void RefreshTimer::start(const oauth::TokenSet &tokens)
{
    m_failures = 0;
    m_notBefore = {};
    m_timer.stop();
    if (tokens.isRefreshable() && tokens.expiresAt.isValid())
        waitUntil(tokens.expiresAt.addMSecs(-refreshLead(tokens).count()));
}

void RefreshTimer::retryLater(std::chrono::seconds retryAfter)
{
    const std::chrono::milliseconds delay = std::min<std::chrono::milliseconds>(5s * (1 << std::min(m_failures, 6)), 5min);
    m_failures += 1;
    const double jitter = 0.75 + QRandomGenerator::global()->generateDouble() / 2;
    m_notBefore = retryAfter.count() > 0 ? m_clock().addSecs(retryAfter.count()) : QDateTime();
    const QDateTime next = m_clock().addMSecs(qint64(double(delay.count()) * jitter));
    waitUntil(m_notBefore.isValid() ? std::max(next, m_notBefore) : next);
}

void RefreshTimer::wake()
{
    if (!m_timer.isActive())
        return;
    if (m_failures > 0)
        waitUntil(m_notBefore.isValid() ? std::max(m_notBefore, m_clock()) : m_clock());
    else
        look();
}

void RefreshTimer::waitUntil(const QDateTime &time)
{
    m_dueAt = time;
    const std::chrono::milliseconds left(m_clock().msecsTo(time));
    m_timer.start(std::clamp<std::chrono::milliseconds>(left, 0ms, longestLook));
}

void RefreshTimer::look()
{
    if (m_clock() >= m_dueAt)
        Q_EMIT due();
    else
        waitUntil(m_dueAt);
}

#include "moc_refreshtimer.cpp"
