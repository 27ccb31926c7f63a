// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/server/devicecodes.h"

#include "demo/web/secret.h"

#include <QRandomGenerator>

#include <algorithm>

namespace demo {

namespace {

using namespace std::chrono_literals;

/// A poll may come this much early: clocks and networks are not exact.
constexpr std::chrono::milliseconds tolerance = 100ms;

/// Eight consonants, so that they cannot spell a word (RFC 8628 §6.1).
QString newUserCode()
{
    constexpr QLatin1String letters("BCDFGHJKLMNPQRSTVWXZ");
    QString code;
    for (int i = 0; i < 8; ++i)
        code += letters[QRandomGenerator::system()->bounded(int(letters.size()))];
    return code.insert(4, QLatin1Char('-'));
}

/// People type lower case, spaces and no dash.
bool isSame(const QString &code, const QString &typed)
{
    const auto letters = [](const QString &text) {
        QString result;
        std::copy_if(text.begin(), text.end(), std::back_inserter(result), [](QChar c) { return c.isLetterOrNumber(); });
        return result.toUpper();
    };
    return letters(code) == letters(typed);
}

} // namespace

DeviceCodes::Issued DeviceCodes::issue(const QStringList &scopes)
{
    const QDateTime now = m_now();
    m_entries.removeIf([anHourAgo = now.addSecs(-3600)](const auto &entry) { return entry.value().expiry < anHourAgo; });
    const Issued issued{newSecret(), newUserCode()};
    m_entries.insert(issued.deviceCode,
                     {issued.userCode, scopes, now.addSecs(m_policy.lifetime.count()), m_policy.interval, {}, {}, {}});
    return issued;
}

DeviceCodes::Answer DeviceCodes::poll(const QString &deviceCode)
{
    const auto entry = m_entries.find(deviceCode);
    if (entry == m_entries.end())
        return {Standing::Unknown};
    if (isOver(*entry))
        return {Standing::Expired};
    const bool isTooSoon =
        entry->lastPoll.isValid() && std::chrono::milliseconds(entry->lastPoll.elapsed()) + tolerance < entry->interval;
    entry->lastPoll.start();
    if (isTooSoon) {
        entry->interval += 5s;
        return {Standing::AskedTooSoon, entry->interval};
    }
    if (!entry->decision)
        return {Standing::Pending, entry->interval};
    const Entry decided = m_entries.take(deviceCode);
    return *decided.decision ? Answer{Standing::Granted, {}, decided.scopes, decided.login} : Answer{Standing::Denied};
}

std::optional<QStringList> DeviceCodes::scopesOf(const QString &userCode) const
{
    for (const Entry &entry : m_entries) {
        if (isSame(entry.userCode, userCode) && !isOver(entry) && !entry.decision)
            return entry.scopes;
    }
    return std::nullopt;
}

void DeviceCodes::decide(const QString &userCode, const QString &login, bool allows)
{
    for (Entry &entry : m_entries) {
        if (!isSame(entry.userCode, userCode) || isOver(entry))
            continue;
        entry.decision = allows;
        entry.login = login;
    }
}

} // namespace demo
