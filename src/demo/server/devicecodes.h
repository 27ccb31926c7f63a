// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/web/clock.h"

#include <QElapsedTimer>
#include <QHash>
#include <QStringList>

#include <chrono>
#include <optional>

namespace demo {

/// Device codes that have been issued (RFC 8628), and the person's decision about each.
class DeviceCodes
{
public:
    struct Policy
    {
        std::chrono::seconds lifetime;
        std::chrono::seconds interval;
    };

    struct Issued
    {
        QString deviceCode;
        QString userCode; ///< What the person types.
    };

    /// The answer to a poll (RFC 8628 §3.5).
    enum class Standing {
        Unknown, ///< There is no such code, or it has been exchanged for tokens already.
        Expired,
        AskedTooSoon, ///< From now on the interval is longer.
        Pending,
        Denied,
        Granted, ///< Said once.
    };

    struct Answer
    {
        Standing standing;
        std::chrono::seconds interval{0};
        QStringList scopes = {};
        QString login = {}; ///< Who has agreed.
    };

    DeviceCodes(const Policy &policy, Clock now) : m_policy(policy), m_now(std::move(now)) {}

    const Policy &policy() const { return m_policy; }

    Issued issue(const QStringList &scopes);
    Answer poll(const QString &deviceCode);

    /// The scopes requested with a user code; nothing if the code does not wait for a decision.
    std::optional<QStringList> scopesOf(const QString &userCode) const;
    void decide(const QString &userCode, const QString &login, bool allows);

private:
    struct Entry
    {
        QString userCode;
        QStringList scopes;
        QDateTime expiry;
        std::chrono::seconds interval;
        QElapsedTimer lastPoll;
        std::optional<bool> decision;
        QString login; ///< Of the person who has decided.
    };

    bool isOver(const Entry &entry) const { return m_now() >= entry.expiry; }

    const Policy m_policy;
    const Clock m_now;
    QHash<QString, Entry> m_entries; ///< By device code.
};

} // namespace demo
