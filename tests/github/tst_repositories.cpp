// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "github/repositories.h"

#include "support/test.h"

namespace tst_repositories {

using github::RepositoryList;

const QUrl api(QStringLiteral("https://api.example.org/v3"));

Result<github::RepositoryPage> read(const QByteArray &body, const QByteArray &link = {})
{
    return github::repositories(api, RepositoryList::OwnAndMember, 1).read({.status = 200, .body = body, .headers = {{"Link", link}}});
}

class RepositoriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLastPageIsReadFromTheLinks()
    {
        const QByteArray links = "<https://h/x?per_page=100&page=2>; rel=\"next\", <https://h/x?page=31&per_page=100>; rel=\"last\"";
        QCOMPARE(read("[]", links)->lastPage, 31);
        QCOMPARE(read("[]", "<https://h/x?page=2>; rel=\"prev\"")->lastPage, 0);
        QCOMPARE(read("[]")->lastPage, 0);
    }

    void factsThatAreMissingOrNullAreEmpty()
    {
        const auto page = read(R"([{"name": "a", "owner": {"login": "ada"}, "description": null, "language": null,
                                    "pushed_at": null, "stargazers_count": 3, "archived": true}, {}, null,
                                   {"name": "b", "owner": null, "html_url": "javascript:x"}])");
        QVERIFY(page);
        QCOMPARE(page->repositories.size(), 2);
        QCOMPARE(page->repositories[0].fullName(), QStringLiteral("ada/a"));
        QVERIFY(page->repositories[0].description.isEmpty() && !page->repositories[0].pushedAt.isValid());
        QVERIFY(page->repositories[0].isArchived);
        QVERIFY(page->repositories[1].page.isEmpty());
        QVERIFY(!page->mayHaveNext());
    }

    void aFullPageMayHaveOneBehindIt()
    {
        const QByteArray one = R"({"name": "a", "owner": {"login": "ada"}})";
        QVERIFY(read('[' + QByteArrayList(100, one).join(',') + ']')->mayHaveNext());
        QVERIFY(!read('[' + QByteArrayList(99, one).join(',') + ']')->mayHaveNext());
    }

    void whatIsNoListIsMalformed()
    {
        for (const char *body : {"", "{}", "<html>"})
            QCOMPARE(read(body).error().kind, Error::Kind::Malformed);
    }

    void theListIsPartOfTheAddress()
    {
        QCOMPARE(github::repositories(api, RepositoryList::Starred, 4).request.url(),
                 QUrl(QStringLiteral("https://api.example.org/v3/user/starred?sort=created&per_page=100&page=4")));
        QCOMPARE(github::repositories(api, RepositoryList::OwnAndMember, 1).request.url().path(), QStringLiteral("/v3/user/repos"));
    }
};

} // namespace tst_repositories

LATCHKEY_TEST(tst_repositories, RepositoriesTest, QCoreApplication)

#include "tst_repositories.moc"
