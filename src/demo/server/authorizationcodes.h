// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/server/authorizationrequest.h"

#include <QDateTime>
#include <QHash>

namespace demo {

/// Authorization codes that have been given out and not come back yet. Each works once and for ten minutes, as GitHub
/// has it.
class AuthorizationCodes
{
public:
    QString issue(const AuthorizationRequest &request);

    /// What a code was given out for; nothing where it does not work (any more).
    std::optional<AuthorizationRequest> redeem(const QString &code);

    /// As if the ten minutes were over.
    void expire() { m_codes.clear(); }

private:
    struct Entry
    {
        AuthorizationRequest request;
        QDateTime expiry;
    };

    QHash<QString, Entry> m_codes;
};

} // namespace demo
