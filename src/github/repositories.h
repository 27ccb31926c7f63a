// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "github/api/page.h"
#include "github/api/request.h"

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
    qint64 stars = 0;
    qint64 forks = 0;
    bool isPrivate = false;
    bool isFork = false;
    bool isArchived = false;

    QString fullName() const { return owner + QLatin1Char('/') + name; }

    /// The same for the same repository on another page of the list; empty if that cannot be told.
    QString key() const { return owner.isEmpty() ? QString() : fullName().toLower(); }
};

using RepositoryPage = Page<Repository>;

constexpr int repositoriesPerPage = 100; ///< GitHub's maximum.

/// Which list of repositories.
enum class RepositoryList { OwnAndMember, Starred };

/// `GET /user/repos` or `/user/starred`, 100 per page, the most recently pushed or starred first. Pages count from 1.
/// Malformed "repositories" if not one entry can be read.
Request<RepositoryPage> repositories(const QUrl &apiBaseUrl, RepositoryList list, int page);

} // namespace github
