// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/server/authorizationcodes.h"

#include "demo/web/secret.h"

namespace demo {

namespace {

constexpr int lifetime = 600; // Seconds.

} // namespace

QString AuthorizationCodes::issue(const AuthorizationRequest &request, const QString &login)
{
    const QDateTime now = m_now();
    m_codes.removeIf([&](const auto &code) { return code.value().expiry < now; });
    const QString code = newSecret();
    m_codes.insert(code, {{request, login}, now.addSecs(lifetime)});
    return code;
}

std::optional<AuthorizationCodes::Agreement> AuthorizationCodes::redeem(const QString &code)
{
    const auto entry = m_codes.constFind(code);
    if (entry == m_codes.constEnd() || m_now() > entry->expiry)
        return std::nullopt;
    return m_codes.take(code).agreement;
}

} // namespace demo
