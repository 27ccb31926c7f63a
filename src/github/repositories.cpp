// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "github/repositories.h"

#include "github/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace github {

namespace {

constexpr int repositoriesPerPage = 100; // GitHub's maximum.

/// The page number in the `rel="last"` URL of a Link header (RFC 8288); 0 if there is none.
int lastPageOf(const QByteArray &link)
{
    static const QRegularExpression last(QStringLiteral("<[^>]*[?&]page=(\\d+)[^>]*>\\s*;\\s*rel=\"last\""));
    return last.match(QString::fromLatin1(link)).captured(1).toInt();
}

Repository readRepository(const QJsonObject &json)
{
    return {.name = text(json, "name"),
            .owner = text(json.value(QLatin1String("owner")).toObject(), "login"),
            .description = text(json, "description"),
            .language = text(json, "language"),
            .page = webAddress(text(json, "html_url")),
            .httpsCloneUrl = text(json, "clone_url"),
            .sshCloneUrl = text(json, "ssh_url"),
            .pushedAt = QDateTime::fromString(text(json, "pushed_at"), Qt::ISODate),
            .stars = int(count(json, "stargazers_count").value_or(0)),
            .forks = int(count(json, "forks_count").value_or(0)),
            .isPrivate = json[u"private"].toBool(),
            .isFork = json[u"fork"].toBool(),
            .isArchived = json[u"archived"].toBool()};
}

Result<RepositoryPage> readPage(const http::Answer &answer)
{
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    if (!document.isArray())
        return Error::malformed(QStringLiteral("not_json"), QStringLiteral("not an array"));
    RepositoryPage page{{}, lastPageOf(answer.header("link"))};
    const QJsonArray entries = document.array();
    for (const QJsonValue &entry : entries) {
        const Repository repository = readRepository(entry.toObject());
        if (!repository.name.isEmpty())
            page.repositories.append(repository);
    }
    return page;
}

} // namespace

bool RepositoryPage::mayHaveNext() const
{
    return repositories.size() >= repositoriesPerPage;
}

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
