// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/request.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QUrl>

namespace github {

/// One repository of a list.
struct Repository
{
    QString name;
    QString owner;
    QString description;
    QString language; ///< Empty if GitHub detected none.
    QUrl page;
    QString httpsCloneUrl;
    QString sshCloneUrl;
    QDateTime pushedAt; ///< UTC; invalid if nothing has been pushed.
    int stars = 0;
    int forks = 0;
    bool isPrivate = false;
    bool isFork = false;
    bool isArchived = false;

    QString fullName() const { return owner + QLatin1Char('/') + name; }
};

/// One page of a list.
struct RepositoryPage
{
    QList<Repository> repositories;
    int lastPage = 0; ///< 0 if the server did not say.

    /// True if the page is full, so that another one may follow.
    bool mayHaveNext() const;
};

/// Which list of repositories.
enum class RepositoryList { OwnAndMember, Starred };

/// `GET /user/repos` or `/user/starred`, 100 per page, the most recently pushed or starred first. Pages count from 1.
Request<RepositoryPage> repositories(const QUrl &apiBaseUrl, RepositoryList list, int page);

} // namespace github
