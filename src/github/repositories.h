// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/request.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QUrl>

namespace github {

/// One repository as lists show it.
struct Repository
{
    QString name;
    QString owner;
    QString description;
    QString language; ///< Empty where GitHub has found none.
    QUrl page;
    QString httpsCloneUrl;
    QString sshCloneUrl;
    QDateTime pushedAt; ///< Invalid where nothing has been pushed yet.
    int stars = 0;
    int forks = 0;
    bool isPrivate = false;
    bool isFork = false;
    bool isArchived = false;

    QString fullName() const { return owner + QLatin1Char('/') + name; }
};

/// A part of a list that comes in pages.
struct RepositoryPage
{
    QList<Repository> repositories;
    int lastPage = 0; ///< 0: the server did not say.

    /// Whether there is something behind this page, as far as it can tell.
    bool mayHaveNext() const;
};

/// Which list of repositories.
enum class RepositoryList { OwnAndMember, Starred };

/// `GET /user/repos` or `/user/starred`, 100 to a page, what was pushed last comes first. Pages count from 1.
Request<RepositoryPage> repositories(const QUrl &apiBaseUrl, RepositoryList list, int page);

} // namespace github
