// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/request.h"

#include <QColor>
#include <QDate>
#include <QList>
#include <QString>
#include <QUrl>

namespace github {

/// How a day's contributions compare with the rest of its year, according to GitHub.
enum class ContributionLevel { None, First, Second, Third, Fourth };

struct ContributionDay
{
    QDate date;
    int count = 0;
    ContributionLevel level = ContributionLevel::None;
};

/// A year of contributions, ordered by day.
struct ContributionCalendar
{
    int total = 0;
    QList<ContributionDay> days;

    /// Consecutive days with contributions up to the last day, which may itself still have none.
    int currentStreak() const;
    int longestStreak() const;
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
};

/// A name with a link: an organization, or an account elsewhere.
struct NamedLink
{
    QString name;
    QUrl page;
};

/// Commits to one repository in the time of the calendar.
struct RepositoryActivity
{
    NamedLink repository;
    int commits = 0;
};

/// What the overview shows in addition to the profile, from one query.
struct Overview
{
    QString status; ///< Without its emoji.
    QList<NamedLink> organizations;
    QList<NamedLink> socialAccounts;
    QList<PinnedItem> pinned;
    ContributionCalendar calendar;
    QList<int> years; ///< Years with contributions, the newest first.
    int commits = 0;
    int issues = 0;
    int pullRequests = 0;
    int reviews = 0;
    QList<RepositoryActivity> activity;
};

/// The overview, by GitHub's GraphQL API, with the contributions of a calendar year, or of the last twelve months for
/// year 0. Scope `read:user`.
Request<Overview> overview(const QUrl &graphqlUrl, int year = 0);

/// `GET /repos/LOGIN/LOGIN/readme`: the Markdown of the profile README.
Request<QByteArray> profileReadme(const QUrl &apiBaseUrl, const QString &login);

} // namespace github
