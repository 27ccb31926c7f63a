// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/api/samplerepository.h"

#include <QJsonArray>

namespace demo {

namespace {

const QString site = QStringLiteral("https://demo.invalid");
const QString api = QStringLiteral("https://demo.invalid/api/v3");

/// The same number for the same name on every machine.
qint64 numberOf(const QString &name)
{
    quint32 number = 2166136261U; // FNV-1a
    for (const char byte : name.toUtf8())
        number = (number ^ quint8(byte)) * 16777619U;
    return number % 90000000 + 1000000;
}

QJsonObject ownerOf(const QString &login)
{
    const qint64 id = login == QLatin1String("ada-demo") ? 8150042 : login == QLatin1String("bo-demo") ? 20715091 : numberOf(login);
    const QString url = api + QStringLiteral("/users/") + login;
    QJsonObject owner{{QStringLiteral("login"), login},
                      {QStringLiteral("id"), id},
                      {QStringLiteral("node_id"), QStringLiteral("U_kgDO%1").arg(id, 8, 36, QLatin1Char('0'))},
                      {QStringLiteral("avatar_url"), site + QStringLiteral("/avatars/u/%1").arg(id)},
                      {QStringLiteral("gravatar_id"), QString()},
                      {QStringLiteral("url"), url},
                      {QStringLiteral("html_url"), site + QLatin1Char('/') + login},
                      {QStringLiteral("type"), login.endsWith(QLatin1String("-demo")) ? QStringLiteral("User") : QStringLiteral("Organization")},
                      {QStringLiteral("user_view_type"), QStringLiteral("public")},
                      {QStringLiteral("site_admin"), false}};
    for (const auto &[key, rest] : {std::pair("followers_url", "/followers"), {"following_url", "/following{/other_user}"},
                                    {"gists_url", "/gists{/gist_id}"}, {"starred_url", "/starred{/owner}{/repo}"},
                                    {"subscriptions_url", "/subscriptions"}, {"organizations_url", "/orgs"}, {"repos_url", "/repos"},
                                    {"events_url", "/events{/privacy}"}, {"received_events_url", "/received_events"}})
        owner.insert(QLatin1String(key), url + QLatin1String(rest));
    return owner;
}

void addApiUrls(QJsonObject &repository, const QString &url)
{
    repository.insert(QStringLiteral("url"), url);
    for (const auto &[key, rest] :
         {std::pair("archive_url", "/{archive_format}{/ref}"), {"assignees_url", "/assignees{/user}"}, {"blobs_url", "/git/blobs{/sha}"},
          {"branches_url", "/branches{/branch}"}, {"collaborators_url", "/collaborators{/collaborator}"},
          {"comments_url", "/comments{/number}"}, {"commits_url", "/commits{/sha}"}, {"compare_url", "/compare/{base}...{head}"},
          {"contents_url", "/contents/{+path}"}, {"contributors_url", "/contributors"}, {"deployments_url", "/deployments"},
          {"downloads_url", "/downloads"}, {"events_url", "/events"}, {"forks_url", "/forks"},
          {"git_commits_url", "/git/commits{/sha}"}, {"git_refs_url", "/git/refs{/sha}"}, {"git_tags_url", "/git/tags{/sha}"},
          {"hooks_url", "/hooks"}, {"issue_comment_url", "/issues/comments{/number}"}, {"issue_events_url", "/issues/events{/number}"},
          {"issues_url", "/issues{/number}"}, {"keys_url", "/keys{/key_id}"}, {"labels_url", "/labels{/name}"},
          {"languages_url", "/languages"}, {"merges_url", "/merges"}, {"milestones_url", "/milestones{/number}"},
          {"notifications_url", "/notifications{?since,all,participating}"}, {"pulls_url", "/pulls{/number}"},
          {"releases_url", "/releases{/id}"}, {"stargazers_url", "/stargazers"}, {"statuses_url", "/statuses/{sha}"},
          {"subscribers_url", "/subscribers"}, {"subscription_url", "/subscription"}, {"tags_url", "/tags"}, {"teams_url", "/teams"},
          {"trees_url", "/git/trees{/sha}"}})
        repository.insert(QLatin1String(key), url + QLatin1String(rest));
}

void addWebUrls(QJsonObject &repository, const QString &fullName)
{
    const QString page = site + QLatin1Char('/') + fullName;
    repository.insert(QStringLiteral("html_url"), page);
    repository.insert(QStringLiteral("git_url"), QStringLiteral("git://demo.invalid/%1.git").arg(fullName));
    repository.insert(QStringLiteral("ssh_url"), QStringLiteral("git@demo.invalid:%1.git").arg(fullName));
    repository.insert(QStringLiteral("clone_url"), page + QStringLiteral(".git"));
    repository.insert(QStringLiteral("svn_url"), page);
    repository.insert(QStringLiteral("mirror_url"), QJsonValue::Null);
    repository.insert(QStringLiteral("homepage"), QJsonValue::Null);
}

void addCounts(QJsonObject &repository, const QJsonObject &entry)
{
    for (const auto &[key, from] : {std::pair("forks_count", "forks"), {"forks", "forks"}, {"stargazers_count", "stars"},
                                    {"watchers_count", "stars"}, {"watchers", "stars"}, {"open_issues_count", "issues"},
                                    {"open_issues", "issues"}})
        repository.insert(QLatin1String(key), entry[QLatin1String(from)].toInt());
    repository.insert(QStringLiteral("size"), 100 + numberOf(entry[u"name"].toString()) % 9000);
}

void addTraits(QJsonObject &repository, const QJsonObject &entry, bool isOwn)
{
    const bool isPrivate = entry[u"private"].toBool();
    for (const char *key : {"private", "fork", "archived"})
        repository.insert(QLatin1String(key), entry[QLatin1String(key)].toBool());
    for (const char *key : {"is_template", "has_projects", "has_wiki", "has_pages", "has_discussions", "disabled", "web_commit_signoff_required"})
        repository.insert(QLatin1String(key), false);
    for (const char *key : {"has_issues", "has_downloads", "allow_forking"})
        repository.insert(QLatin1String(key), true);
    repository.insert(QStringLiteral("visibility"), isPrivate ? QStringLiteral("private") : QStringLiteral("public"));
    repository.insert(QStringLiteral("permissions"), QJsonObject{{QStringLiteral("admin"), isOwn}, {QStringLiteral("maintain"), isOwn},
                                                                 {QStringLiteral("push"), true}, {QStringLiteral("triage"), true},
                                                                 {QStringLiteral("pull"), true}});
}

void addTimes(QJsonObject &repository, const QJsonObject &entry, const QDateTime &now)
{
    const QString pushed = now.addSecs(-3600LL * entry[u"hours_ago"].toInt()).toString(Qt::ISODate);
    repository.insert(QStringLiteral("pushed_at"), pushed);
    repository.insert(QStringLiteral("updated_at"), pushed);
    repository.insert(QStringLiteral("created_at"), QStringLiteral("%1-02-20T12:00:00Z").arg(entry[u"since"].toInt()));
}

} // namespace

QJsonObject sampleRepository(const QJsonObject &entry, const QString &viewer, const QDateTime &now)
{
    const QString owner = entry[u"owner"].toString();
    const QString fullName = owner + QLatin1Char('/') + entry[u"name"].toString();
    const qint64 id = numberOf(fullName);
    QJsonObject repository{{QStringLiteral("id"), id},
                           {QStringLiteral("node_id"), QStringLiteral("R_kgDO%1").arg(id, 8, 36, QLatin1Char('0'))},
                           {QStringLiteral("name"), entry[u"name"]},
                           {QStringLiteral("full_name"), fullName},
                           {QStringLiteral("owner"), ownerOf(owner)},
                           {QStringLiteral("description"), entry[u"description"]},
                           {QStringLiteral("language"), entry[u"language"]},
                           {QStringLiteral("default_branch"), QStringLiteral("main")},
                           {QStringLiteral("topics"), QJsonArray()},
                           {QStringLiteral("license"), QJsonValue::Null}};
    addApiUrls(repository, api + QStringLiteral("/repos/") + fullName);
    addWebUrls(repository, fullName);
    addCounts(repository, entry);
    addTraits(repository, entry, owner == viewer);
    addTimes(repository, entry, now);
    return repository;
}

} // namespace demo
