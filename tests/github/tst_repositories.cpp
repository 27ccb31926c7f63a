// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "github/repositories.h"

#include "support/test.h"

#include <limits>

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
        QCOMPARE(read("[]", links)->links.last, 31);
        QVERIFY(!read("[]")->links.areGiven);
    }

    void factsThatAreMissingOrNullAreEmpty()
    {
        const auto page = read(R"([{"name": "a", "owner": {"login": "ada"}, "description": null, "language": null,
                                    "pushed_at": null, "stargazers_count": 3, "archived": true}, {}, null,
                                   {"name": "b", "owner": null, "html_url": "javascript:x"}])");
        QVERIFY(page);
        QCOMPARE(page->entries.size(), 2);
        QCOMPARE(page->entries[0].fullName(), QStringLiteral("ada/a"));
        QVERIFY(page->entries[0].description.isEmpty() && !page->entries[0].pushedAt.isValid());
        QVERIFY(page->entries[0].isArchived);
        QVERIFY(page->entries[1].page.isEmpty());
        QCOMPARE(page->unreadable, 2);
        QVERIFY(!page->isFull);
    }

    void aFullPageMayHaveOneBehindIt()
    {
        const QByteArray one = R"({"name": "a", "owner": {"login": "ada"}})";
        QVERIFY(read('[' + QByteArrayList(100, one).join(',') + ']')->isFull);
        QVERIFY(!read('[' + QByteArrayList(99, one).join(',') + ']')->isFull);
    }

    void unreadableEntriesCountAsEntries()
    {
        const auto page = read('[' + QByteArrayList(99, "null").join(',') + R"(,{"name": "a"}])");
        QVERIFY(page->isFull);
        QCOMPARE(page->entries.size(), 1);
        QCOMPARE(page->unreadable, 99);
    }

    void aPageWithNothingReadableIsMalformedAndNotEmpty()
    {
        for (const char *body : {"[null]", "[null, null, null]", "[{}]", "[[]]", "[1, \"a\", true]", "[{\"name\": null}]",
                                 "[{\"name\": [\"a\"]}]", "[{\"name\": \" \"}]"}) {
            const auto page = read(body);
            QVERIFY2(!page, body);
            QCOMPARE(page.error().kind, Error::Kind::Malformed);
            QCOMPARE(page.error().code, QStringLiteral("repositories"));
        }
        QVERIFY(read("[]")->entries.isEmpty());
    }

    void countsMayBeLarge_data()
    {
        QTest::addColumn<QByteArray>("count");
        QTest::addColumn<qint64>("expected");
        QTest::newRow("2^31") << QByteArray("2147483648") << Q_INT64_C(2147483648);
        QTest::newRow("2^53") << QByteArray("9007199254740993") << Q_INT64_C(9007199254740993);
        QTest::newRow("2^63 - 1") << QByteArray("9223372036854775807") << std::numeric_limits<qint64>::max();
        QTest::newRow("2^63") << QByteArray("9223372036854775808") << Q_INT64_C(0);
        QTest::newRow("as text") << QByteArray("\"4294967296\"") << Q_INT64_C(4294967296);
        QTest::newRow("with an exponent") << QByteArray("1e3") << Q_INT64_C(1000);
        QTest::newRow("with a fraction of nothing") << QByteArray("12.0") << Q_INT64_C(12);
        QTest::newRow("with a fraction") << QByteArray("12.5") << Q_INT64_C(0);
        QTest::newRow("negative") << QByteArray("-7") << Q_INT64_C(0);
        QTest::newRow("negative, as text") << QByteArray("\"-7\"") << Q_INT64_C(0);
        QTest::newRow("null") << QByteArray("null") << Q_INT64_C(0);
        QTest::newRow("words") << QByteArray("\"many\"") << Q_INT64_C(0);
    }

    void countsMayBeLarge()
    {
        QFETCH(QByteArray, count);
        QFETCH(qint64, expected);
        const auto page = read("[{\"name\": \"a\", \"stargazers_count\": " + count + ", \"forks_count\": " + count + "}]");
        QCOMPARE(page->entries.first().stars, expected);
        QCOMPARE(page->entries.first().forks, expected);
    }

    void textIsMadeFitToBeShown()
    {
        const auto page = read("[{\"name\": \"a\\u001b[31m\", \"owner\": {\"login\": \"\\u202eada\"}, "
                               "\"description\": \"one\\r\\ntwo\\tthree\\u2028four\\u0000\\u009b\"}]");
        QCOMPARE(page->entries.first().name, QStringLiteral("a[31m"));
        QCOMPARE(page->entries.first().owner, QStringLiteral("ada"));
        QCOMPARE(page->entries.first().description, QStringLiteral("one two three four"));
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
