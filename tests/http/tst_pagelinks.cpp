// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/pagelinks.h"

#include "support/test.h"

namespace tst_pagelinks {

class PageLinksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNumbersOfTheOtherPagesAreRead_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<http::PageLinks>("links");
        const auto row = [](const char *name, const char *header, const http::PageLinks &links) {
            QTest::newRow(name) << QByteArray(header) << links;
        };
        row("GitHub's", "<https://h/x?per_page=100&page=2>; rel=\"next\", <https://h/x?page=31&per_page=100>; rel=\"last\"",
            {true, true, 2, 31});
        row("the last page", "<https://h/x?page=2>; rel=\"prev\", <https://h/x?page=1>; rel=\"first\"", {true, false, 0, 0});
        row("without quotes", "<https://h/x?page=2>; rel=next", {true, true, 2, 0});
        row("other parameters before", "<https://h/x?page=2>; title=\"a, b\"; rel=\"next\"", {true, true, 2, 0});
        row("in capitals", "<https://h/x?page=2>; REL=\"NEXT\"", {true, true, 2, 0});
        row("two relations", "<https://h/x?page=2>; rel=\"next last\"", {true, true, 2, 2});
        row("another origin", "<http://evil.example/x?page=2>; rel=\"next\"", {true, true, 2, 0});
        row("a relative address", "</x?page=3>; rel=\"next\"", {true, true, 3, 0});
        row("a cursor", "<https://h/x?after=abc>; rel=\"next\"", {true, true, 0, 0});
        row("page 0", "<https://h/x?page=0>; rel=\"last\"", {true, false, 0, 0});
        row("a negative page", "<https://h/x?page=-2>; rel=\"next\"", {true, true, 0, 0});
        row("a page beyond all numbers", "<https://h/x?page=99999999999>; rel=\"last\"", {true, false, 0, 0});
        row("a similar name", "<https://h/x?per_page=7>; rel=\"last\"", {true, false, 0, 0});
        row("other relations", "<https://h/x?page=2>; rel=\"deprecation\"", {false, false, 0, 0});
        row("no relation", "<https://h/x?page=2>", {false, false, 0, 0});
        row("not closed", "<https://h/x?page=2; rel=\"next\"", {false, false, 0, 0});
        row("nothing", "", {false, false, 0, 0});
    }

    void theNumbersOfTheOtherPagesAreRead()
    {
        QFETCH(QByteArray, header);
        QFETCH(http::PageLinks, links);
        const http::PageLinks read = http::pageLinks({.status = 200, .headers = {{"Link", header}}});
        QCOMPARE(read.areGiven, links.areGiven);
        QCOMPARE(read.hasNext, links.hasNext);
        QCOMPARE(read.next, links.next);
        QCOMPARE(read.last, links.last);
    }
};

} // namespace tst_pagelinks

LATCHKEY_TEST(tst_pagelinks, PageLinksTest, QCoreApplication)

#include "tst_pagelinks.moc"
