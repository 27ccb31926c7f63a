// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/tokens/refreshschedule.h"

#include <algorithm>

std::chrono::milliseconds refreshLead(const oauth::TokenSet &tokens)
{
    const std::chrono::milliseconds lifetime(tokens.obtainedAt.msecsTo(tokens.expiresAt));
    return std::min<std::chrono::milliseconds>(std::chrono::minutes(5), lifetime / 10);
}

QDateTime refreshTimeOf(const oauth::TokenSet &tokens)
{
    if (!tokens.isRefreshable() || !tokens.expiresAt.isValid())
        return {};
    return tokens.expiresAt.addMSecs(-refreshLead(tokens).count());
}

QDateTime timedRefreshOf(const oauth::TokenSet &tokens, std::chrono::milliseconds pause)
{
    const QDateTime time = refreshTimeOf(tokens);
    return time.isValid() && tokens.obtainedAt.isValid() ? std::max(time, tokens.obtainedAt.addMSecs(pause.count())) : time;
}

bool isDueForRefresh(const oauth::TokenSet &tokens, const QDateTime &now)
{
    const QDateTime time = refreshTimeOf(tokens);
    return time.isValid() && now >= time;
}

bool isStillValid(const oauth::TokenSet &tokens, const QDateTime &now)
{
    return !tokens.expiresAt.isValid() || now < tokens.expiresAt;
}
