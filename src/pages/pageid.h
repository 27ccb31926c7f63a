// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

/// The pages of the main window, in the order of the sidebar and of the shortcuts Alt+1 to Alt+6.
enum class PageId {
    Profile,
    Inbox,
    Repositories,
    PullRequests,
    Issues,
    Starred,
    Account,
};

/// The name of a page in the settings, such as "pull-requests".
QString keyOf(PageId id);

/// Nothing for a name that no page has.
std::optional<PageId> pageWithKey(const QString &key);
