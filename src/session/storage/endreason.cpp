// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/storage/endreason.h"

#include <QLatin1String>

#include <algorithm>
#include <array>
#include <utility>

namespace {

constexpr std::array<std::pair<EndReason, const char *>, 14> endReasons{{
    {EndReason::SignedOut, "signed_out"},
    {EndReason::SignedOutElsewhere, "signed_out_elsewhere"},
    {EndReason::Revoked, "revoked"},
    {EndReason::Suspended, "suspended"},
    {EndReason::Expired, "expired"},
    {EndReason::RefreshExpired, "refresh_expired"},
    {EndReason::RefreshRefused, "refresh_refused"},
    {EndReason::RefreshUnsaved, "refresh_unsaved"},
    {EndReason::RefreshLost, "refresh_lost"},
    {EndReason::RefreshNotStored, "refresh_not_stored"},
    {EndReason::RefreshUnexplained, "refresh_unexplained"},
    {EndReason::InteractionRequired, "interaction_required"},
    {EndReason::IdTokenRefused, "id_token_refused"},
    {EndReason::EntryGone, "entry_gone"},
}};

} // namespace

QString toText(EndReason reason)
{
    const auto *found = std::find_if(endReasons.begin(), endReasons.end(), [&](const auto &one) { return one.first == reason; });
    Q_ASSERT(found != endReasons.end());
    return QLatin1String(found->second);
}

std::optional<EndReason> endReasonFromText(const QString &text)
{
    const auto *found = std::find_if(endReasons.begin(), endReasons.end(),
                                     [&](const auto &one) { return text == QLatin1String(one.second); });
    return found == endReasons.end() ? std::nullopt : std::optional(found->first);
}
