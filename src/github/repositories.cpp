// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "github/repositories.h"

#include "github/api/entries.h"
#include "github/api/json.h"

namespace github {

namespace {

/// Nothing for one without a name.
std::optional<Repository> readRepository(const QJsonObject &json)
{
    if (text(json, "name").isEmpty())
        return std::nullopt;
    return Repository{.name = text(json, "name"),
                      .owner = text(json.value(QLatin1String("owner")).toObject(), "login"),
                      .description = text(json, "description"),
                      .language = text(json, "language"),
                      .page = webAddress(text(json, "html_url")),
                      .httpsCloneUrl = text(json, "clone_url"),
                      .sshCloneUrl = text(json, "ssh_url"),
                      .pushedAt = QDateTime::fromString(text(json, "pushed_at"), Qt::ISODate),
                      .stars = count(json, "stargazers_count").value_or(0),
                      .forks = count(json, "forks_count").value_or(0),
                      .isPrivate = json[u"private"].toBool(),
                      .isFork = json[u"fork"].toBool(),
                      .isArchived = json[u"archived"].toBool()};
}

Result<RepositoryPage> readPage(const http::Answer &answer)
{
    const Result<QJsonArray> array = readArray(answer.body);
    if (!array)
        return array.error();
    const auto entries = readEntries(*array, "repositories", readRepository);
    if (entries.areLost())
        return unreadableEntries(entries, QStringLiteral("repositories"));
    return RepositoryPage{entries.readable, http::pageLinks(answer), array->size() >= repositoriesPerPage,
                          entries.unreadable};
}

} // namespace

Request<RepositoryPage> repositories(const QUrl &apiBaseUrl, RepositoryList list, int page)
{
    Q_ASSERT(page >= 1);
    const bool isStarred = list == RepositoryList::Starred;
    const QString query = QStringLiteral("sort=%1&per_page=%2&page=%3")
                              .arg(isStarred ? QStringLiteral("created") : QStringLiteral("pushed")).arg(repositoriesPerPage).arg(page);
    return {gitHubRequest(apiBaseUrl, isStarred ? QStringLiteral("/user/starred") : QStringLiteral("/user/repos"), query),
            readPage};
}

} // namespace github
