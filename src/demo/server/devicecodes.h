// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QElapsedTimer>
#include <QHash>
#include <QStringList>

#include <chrono>
#include <optional>

namespace demo {

/// Device codes that have been given out (RFC 8628), and what the person has decided about each.
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

    /// What the application is told that asks how things stand.
    enum class Standing {
        Unknown, ///< There is no such code, or it has brought its tokens already.
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
    };

    explicit DeviceCodes(const Policy &policy) : m_policy(policy) {}

    const Policy &policy() const { return m_policy; }

    Issued issue(const QStringList &scopes);
    Answer poll(const QString &deviceCode);

    /// What is asked for with a code that a person has typed; nothing where it does not wait for them (any more).
    std::optional<QStringList> scopesOf(const QString &userCode) const;
    void decide(const QString &userCode, bool allows);

    /// As if their time were over.
    void expire();

private:
    struct Entry
    {
        QString userCode;
        QStringList scopes;
        QDateTime expiry;
        std::chrono::seconds interval;
        QElapsedTimer lastPoll;
        std::optional<bool> decision;

        bool isOver() const { return QDateTime::currentDateTimeUtc() >= expiry; }
    };

    const Policy m_policy;
    QHash<QString, Entry> m_entries; ///< By device code.
};

} // namespace demo
