// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewers.h"

#include "github/overview.h"

namespace fuzz_graphqlanswer {

void lookAtCalendar(const github::ContributionCalendar &calendar)
{
    const auto isEarlier = [](const auto &left, const auto &right) { return left.date < right.date; };
    REQUIRE(std::is_sorted(calendar.days.begin(), calendar.days.end(), isEarlier));
    for (const github::ContributionDay &day : calendar.days) {
        REQUIRE(day.date.isValid());
        REQUIRE(day.level >= github::ContributionLevel::None && day.level <= github::ContributionLevel::Fourth);
    }
    const int streak = calendar.currentStreak();
    REQUIRE(streak >= 0 && streak <= calendar.longestStreak() && calendar.longestStreak() <= calendar.days.size());
}

/// An answer to the overview's query.
void look(const QByteArray &input)
{
    static const auto question = github::overview(QUrl(QStringLiteral("https://api.github.com/graphql")));
    const Result<github::Overview> overview = question.read({.status = 200, .body = input});
    if (!overview) {
        REQUIRE(isMalformed(overview.error()));
        return;
    }
    lookAtCalendar(overview->calendar);
    for (const github::PinnedItem &item : overview->pinned)
        REQUIRE(isWebOrNothing(item.page) && item.stars >= 0 && item.forks >= 0);
    for (const auto &links : {overview->organizations, overview->socialAccounts}) {
        for (const github::NamedLink &link : links)
            REQUIRE(isWebOrNothing(link.page));
    }
    for (const github::RepositoryActivity &activity : overview->activity)
        REQUIRE(isWebOrNothing(activity.repository.page));
}

} // namespace fuzz_graphqlanswer

FUZZ_TARGET(graphqlanswer)
