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

/// How much a day counts beside the others of its year, as GitHub says it.
enum class ContributionLevel { None, First, Second, Third, Fourth };

struct ContributionDay
{
    QDate date;
    int count = 0;
    ContributionLevel level = ContributionLevel::None;
};

/// A year of contributions, in the order of the days.
struct ContributionCalendar
{
    int total = 0;
    QList<ContributionDay> days;

    /// Days in a row up to the last one that have contributions; today may still be without.
    int currentStreak() const;
    int longestStreak() const;
};

/// A repository or a gist that the person shows first.
struct PinnedItem
{
    QString name;
    QString description;
    QUrl page;
    QString language;
    QColor languageColor; ///< Invalid where there is none.
    qint64 stars = 0;
    qint64 forks = 0;
    bool isPrivate = false;
    bool isArchived = false;
};

/// A name that leads somewhere: an organization, an account elsewhere.
struct NamedLink
{
    QString name;
    QUrl page;
};

/// Commits of the calendar's time in one repository.
struct RepositoryActivity
{
    NamedLink repository;
    int commits = 0;
};

/// What the overview shows beside the profile, from one question.
struct Overview
{
    QString status; ///< Without its emoji.
    QList<NamedLink> organizations;
    QList<NamedLink> socialAccounts;
    QList<PinnedItem> pinned;
    ContributionCalendar calendar;
    QList<int> years; ///< With contributions, the newest first.
    int commits = 0;
    int issues = 0;
    int pullRequests = 0;
    int reviews = 0;
    QList<RepositoryActivity> activity;
};

/// The overview by GitHub's GraphQL API, with the contributions of a calendar year, or of the last twelve months where
/// the year is 0. Scope `read:user`.
Request<Overview> overview(const QUrl &graphqlUrl, int year = 0);

/// `GET /repos/LOGIN/LOGIN/readme` as its Markdown: what the person writes about themselves.
Request<QByteArray> profileReadme(const QUrl &apiBaseUrl, const QString &login);

} // namespace github
