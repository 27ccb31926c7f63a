// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/server/authorizationrequest.h"
#include "demo/web/clock.h"

#include <QHash>

namespace demo {

/// Authorization codes that have been issued and not yet redeemed. Each works once and for ten minutes, as on GitHub.
class AuthorizationCodes
{
public:
    explicit AuthorizationCodes(Clock now) : m_now(std::move(now)) {}

    /// A code for the request that this person has agreed to.
    QString issue(const AuthorizationRequest &request, const QString &login);

    struct Agreement
    {
        AuthorizationRequest request;
        QString login;
    };

    /// What a code was issued for; nothing if the code is unknown, used or expired.
    std::optional<Agreement> redeem(const QString &code);

private:
    struct Entry
    {
        Agreement agreement;
        QDateTime expiry;
    };

    const Clock m_now;
    QHash<QString, Entry> m_codes;
};

} // namespace demo
