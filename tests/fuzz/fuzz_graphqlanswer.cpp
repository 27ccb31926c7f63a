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
    const qsizetype streak = calendar.currentStreak();
    REQUIRE(streak >= 0 && streak <= calendar.longestStreak() && calendar.longestStreak() <= calendar.days.size());
}

void lookAtLinks(const std::optional<github::Excerpt<github::NamedLink>> &links)
{
    if (!links)
        return;
    REQUIRE(links->leftOut() >= 0);
    for (const github::NamedLink &link : links->entries)
        REQUIRE(isWebOrNothing(link.page));
}

/// An answer to the overview's query.
void look(const QByteArray &input)
{
    static const auto question = github::overview(QUrl(QStringLiteral("https://api.github.com/graphql")));
    const Result<github::Overview> overview = question.read({.status = 200, .body = input});
    if (!overview) {
        const QString code = overview.error().code;
        REQUIRE(isMalformed(overview.error()) || code == QLatin1String("rate_limited") || code == QLatin1String("forbidden"));
        return;
    }
    lookAtLinks(overview->organizations);
    lookAtLinks(overview->socialAccounts);
    if (overview->pinned) {
        for (const github::PinnedItem &item : overview->pinned->entries)
            REQUIRE(isWebOrNothing(item.page) && item.stars >= 0 && item.forks >= 0);
    }
    if (!overview->contributions)
        return;
    lookAtCalendar(overview->contributions->calendar);
    REQUIRE(overview->contributions->activity.leftOut() >= 0);
    for (const github::RepositoryActivity &activity : overview->contributions->activity.entries)
        REQUIRE(isWebOrNothing(activity.repository.page));
}

} // namespace fuzz_graphqlanswer

FUZZ_TARGET(graphqlanswer)
