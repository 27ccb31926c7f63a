// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/resource/pagewalk.h"

#include "support/test.h"

namespace tst_pagewalk {

using Pages = QList<int>;

/// A page that links to the next and the last one; 0 for neither.
PageFacts linksTo(int next, int last)
{
    return {.links = {.areGiven = true, .hasNext = next > 0, .next = next, .last = last}};
}

constexpr int most = 20;
const PageFacts full{.links = {}, .isFull = true};
const PageFacts notFull{};
const PageFacts noEntries{.links = {}, .isEmpty = true};
const PageFacts lastOfLinked = linksTo(0, 0);

class PageWalkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allPagesAreAskedForOnceTheFirstNamesTheLast()
    {
        PageWalk walk(most);
        QCOMPARE(walk.begin(), Pages{1});
        QCOMPARE(walk.noteAnswer(1, linksTo(2, 4)), (Pages{2, 3, 4}));
        QCOMPARE(walk.noteAnswer(3, linksTo(4, 4)), Pages{});
        QCOMPARE(walk.noteAnswer(4, lastOfLinked), Pages{});
        QVERIFY(walk.isAwaiting());
        QCOMPARE(walk.noteAnswer(2, linksTo(3, 4)), Pages{});
        QVERIFY(!walk.isAwaiting() && walk.missing().isEmpty());
        QCOMPARE(walk.pageCount(), 4);
    }

    void aListWithoutLinksEndsAtAPageThatIsNotFull()
    {
        PageWalk walk(most);
        walk.begin();
        QCOMPARE(walk.noteAnswer(1, full), Pages{2});
        QCOMPARE(walk.noteAnswer(2, full), Pages{3});
        QCOMPARE(walk.noteAnswer(3, notFull), Pages{});
        QVERIFY(!walk.isAwaiting());
    }

    void anEmptyPageWithALinkToTheNextEndsNothing()
    {
        PageWalk walk(most);
        walk.begin();
        QCOMPARE(walk.noteAnswer(1, linksTo(2, 0)), Pages{2});
        QCOMPARE(walk.noteAnswer(2, linksTo(3, 0)), Pages{3});
        QCOMPARE(walk.noteAnswer(3, lastOfLinked), Pages{});
    }

    void aListThatGrowsIsReadToItsNewEnd()
    {
        PageWalk walk(most);
        walk.begin();
        walk.noteAnswer(1, linksTo(2, 2));
        QCOMPARE(walk.noteAnswer(2, linksTo(3, 4)), (Pages{3, 4}));
    }

    void aLinkThatLeadsBackIsNotFollowed()
    {
        PageWalk walk(most);
        walk.begin();
        walk.noteAnswer(1, linksTo(2, 0));
        QCOMPARE(walk.noteAnswer(2, linksTo(2, 0)), Pages{});
        QVERIFY(!walk.isAwaiting());
        walk.begin();
        walk.noteAnswer(1, linksTo(2, 0));
        QCOMPARE(walk.noteAnswer(2, linksTo(1, 0)), Pages{});
    }

    void pagesThatRepeatThemselvesEndAListThatNamesNoLast()
    {
        PageWalk walk(most);
        walk.begin();
        walk.noteAnswer(1, full);
        QCOMPARE(walk.noteAnswer(2, {.links = {}, .isFull = true, .isRepetition = true}), Pages{});
    }

    void aServerThatReportsEverMorePagesIsLimited()
    {
        PageWalk walk(most);
        walk.begin();
        QCOMPARE(walk.noteAnswer(1, linksTo(2, 1'000'000)).size(), most - 1);
        walk.begin();
        Pages next = walk.noteAnswer(1, full);
        while (!next.isEmpty())
            next = walk.noteAnswer(next.first(), full);
        QCOMPARE(walk.pageCount(), most);
    }

    void aPageThatFailsIsMissingAndIsAskedForAgainAlone()
    {
        PageWalk walk(most);
        walk.begin();
        walk.noteAnswer(1, linksTo(2, 4));
        QCOMPARE(walk.noteFailure(3, true), Pages{});
        walk.noteAnswer(2, linksTo(3, 4));
        walk.noteAnswer(4, lastOfLinked);
        QVERIFY(!walk.isAwaiting());
        QCOMPARE(walk.missing(), Pages{3});
        QCOMPARE(walk.retry({3}), Pages{3});
        QVERIFY(walk.isAwaiting());
        walk.noteAnswer(3, linksTo(4, 4));
        QVERIFY(!walk.isAwaiting() && walk.missing().isEmpty());
    }

    void theFirstPageMayFailWithoutTheOthers()
    {
        PageWalk walk(most);
        walk.begin();
        QCOMPARE(walk.noteFailure(1, true), Pages{2});
        QVERIFY(walk.isAwaiting());
        QCOMPARE(walk.noteAnswer(2, linksTo(3, 4)), (Pages{3, 4}));
        walk.noteAnswer(3, linksTo(4, 4));
        walk.noteAnswer(4, lastOfLinked);
        QCOMPARE(walk.missing(), Pages{1});
        QCOMPARE(walk.pageCount(), 4);
    }

    void theLastPageMayFailWithoutAnotherBehindIt()
    {
        PageWalk walk(most);
        walk.begin();
        walk.noteAnswer(1, linksTo(2, 2));
        QCOMPARE(walk.noteFailure(2, true), Pages{});
        QCOMPARE(walk.missing(), Pages{2});
        QCOMPARE(walk.pageCount(), 2);
    }

    void anEmptyPageBehindAFailureIsNone()
    {
        PageWalk walk(most);
        walk.begin();
        walk.noteFailure(1, true);
        QCOMPARE(walk.noteAnswer(2, noEntries), Pages{});
        QVERIFY(walk.isEmpty() && !walk.isAwaiting());
        QCOMPARE(walk.pageCount(), 1);
    }

    void twoFailuresInARowEndAListWhoseEndIsUnknown()
    {
        PageWalk walk(most);
        walk.begin();
        walk.noteFailure(1, true);
        QCOMPARE(walk.noteFailure(2, true), Pages{});
        QVERIFY(!walk.isAwaiting() && walk.isEmpty());
        QCOMPARE(walk.missing(), Pages{1});
    }

    void noOtherPageIsTriedIfItWouldFailForTheSameReason()
    {
        PageWalk walk(most);
        walk.begin();
        QCOMPARE(walk.noteFailure(1, false), Pages{});
        QVERIFY(walk.isEmpty());
    }

    void aFailureInTheMiddleOfAListWithoutLinksHidesNoPageBehindIt()
    {
        PageWalk walk(most);
        walk.begin();
        walk.noteAnswer(1, full);
        QCOMPARE(walk.noteFailure(2, true), Pages{3});
        QCOMPARE(walk.noteAnswer(3, full), Pages{4});
        walk.noteAnswer(4, notFull);
        QCOMPARE(walk.missing(), Pages{2});
    }
};

} // namespace tst_pagewalk

LATCHKEY_TEST(tst_pagewalk, PageWalkTest, QCoreApplication)

#include "tst_pagewalk.moc"
