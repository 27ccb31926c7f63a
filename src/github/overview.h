// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/api/request.h"

#include <QColor>
#include <QDate>
#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

namespace github {

/// How a day's contributions compare with the rest of its year, according to GitHub.
enum class ContributionLevel { None, First, Second, Third, Fourth };

struct ContributionDay
{
    QDate date;
    qint64 count = 0;
    ContributionLevel level = ContributionLevel::None;

    bool operator==(const ContributionDay &) const = default;
};

/// A year of contributions, ordered by day.
struct ContributionCalendar
{
    qint64 total = 0;
    QList<ContributionDay> days;

    /// Consecutive days with contributions up to the last day, which may itself still have none.
    qsizetype currentStreak() const;
    qsizetype longestStreak() const;

    bool operator==(const ContributionCalendar &) const = default;
};

/// A repository or gist pinned to the profile.
struct PinnedItem
{
    QString name;
    QString description;
    QUrl page;
    QString language;
    QColor languageColor; ///< Invalid if there is none.
    qint64 stars = 0;
    qint64 forks = 0;
    bool isPrivate = false;
    bool isArchived = false;

    bool operator==(const PinnedItem &) const = default;
};

/// A name with a link: an organization, or an account elsewhere.
struct NamedLink
{
    QString name;
    QUrl page;

    bool operator==(const NamedLink &) const = default;
};

/// The first entries of a list.
template<typename T>
struct Excerpt
{
    QList<T> entries;
    qint64 total = 0; ///< At least the number of entries.

    qint64 leftOut() const { return total - entries.size(); }
    bool operator==(const Excerpt &) const = default;
};

/// Commits to one repository in the time of the calendar.
struct RepositoryActivity
{
    NamedLink repository;
    qint64 commits = 0;

    bool operator==(const RepositoryActivity &) const = default;
};

/// The contributions of a calendar year, or of the last twelve months.
struct Contributions
{
    ContributionCalendar calendar;
    QList<int> years; ///< Years with contributions, the newest first.
    qint64 commits = 0;
    qint64 issues = 0;
    qint64 pullRequests = 0;
    qint64 reviews = 0;
    Excerpt<RepositoryActivity> activity;

    bool operator==(const Contributions &) const = default;
};

/// What the overview shows in addition to the profile, from one query. A part is missing if the server left it out, or if
/// nothing of it can be read.
struct Overview
{
    QString status; ///< Without its emoji.
    std::optional<Excerpt<NamedLink>> organizations;
    std::optional<Excerpt<NamedLink>> socialAccounts;
    std::optional<Excerpt<PinnedItem>> pinned;
    std::optional<Contributions> contributions;
    bool isDamaged = false; ///< A part is missing although the person may see it.

    bool isPartial() const { return !organizations || !socialAccounts || !pinned || !contributions; }
    bool operator==(const Overview &) const = default;
};

/// The overview, by GitHub's GraphQL API, with the contributions of a calendar year, or of the last twelve months for
/// year 0. Scope `read:user`. If all parts are missing: Denied "forbidden" if the person may see none, or Malformed "overview".
/// Otherwise as graphQlData().
Request<Overview> overview(const QUrl &graphqlUrl, int year = 0);

} // namespace github
