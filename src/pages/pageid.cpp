// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pages/pageid.h"

namespace {

constexpr std::pair<PageId, QLatin1String> keys[] = {
    {PageId::Profile, QLatin1String("profile")},
    {PageId::Inbox, QLatin1String("inbox")},
    {PageId::Repositories, QLatin1String("repositories")},
    {PageId::PullRequests, QLatin1String("pull-requests")},
    {PageId::Issues, QLatin1String("issues")},
    {PageId::Starred, QLatin1String("starred")},
    {PageId::Account, QLatin1String("account")},
};

} // namespace

QString keyOf(PageId id)
{
    for (const auto &[page, key] : keys) {
        if (page == id)
            return key;
    }
    return {};
}

std::optional<PageId> pageWithKey(const QString &key)
{
    for (const auto &[page, name] : keys) {
        if (name == key)
            return page;
    }
    return std::nullopt;
}
