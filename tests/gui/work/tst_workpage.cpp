// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signedin.h"

#include "gui/parts/emptystate.h"
#include "gui/parts/inlinealert.h"
#include "gui/work/workpage.h"
#include "support/openedpages.h"
#include "support/test.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QSignalSpy>

namespace tst_workpage {

/// An answer without work.
const QByteArray nothing = R"json({"data": {"viewer": {"login": "ada-demo", "pullRequests": {"totalCount": 0, "nodes": []}},
    "reviews": {"issueCount": 0, "nodes": []}, "issues": {"issueCount": 0, "nodes": []}}})json";

/// A person is signed in at the demo provider, and the page is shown. The clock stands still.
struct World : SignedIn
{
    explicit World(WorkKind kind = WorkKind::PullRequests, const char *scope = "read:user repo") : SignedIn(scope)
    {
        now = QDateTime::currentDateTimeUtc();
        source = std::make_unique<WorkSource>(account());
        open(kind);
    }

    void open(WorkKind kind)
    {
        page = std::make_unique<WorkPage>(*source, kind, account());
        page->resize(700, 600);
        page->show();
    }

    void answerWith(const QByteArray &body)
    {
        server.misbehave(demo::Endpoint::GraphQl, {.response = {.contentType = "application/json", .body = body}, .times = -1});
    }

    const RowModel &rows() const { return *page->list().rows(); }
    int entries() const
    {
        int count = 0;
        for (int row = 0; row < rows().rowCount(); ++row)
            count += rows().kindAt(row) == Row::Kind::Entry ? 1 : 0;
        return count;
    }
    QStringList headings() const
    {
        QStringList headings;
        for (int row = 0; row < rows().rowCount(); ++row) {
            if (rows().kindAt(row) == Row::Kind::Heading)
                headings.append(rows().rowAt(row).title + QLatin1Char(' ') + rows().rowAt(row).facts);
        }
        return headings;
    }
    QString spoken(const char *title) const
    {
        for (int row = 0; row < rows().rowCount(); ++row) {
            if (rows().rowAt(row).title == QString::fromUtf8(title))
                return rows().index(row, 0).data(Qt::AccessibleTextRole).toString();
        }
        return {};
    }
    QString alert(const char *name) const { return page->findChild<InlineAlert *>(QLatin1String(name))->text(); }
    const EmptyState &empty() const { return *page->findChild<EmptyState *>(); }
    int asked() const { return server.requestCount(demo::Endpoint::GraphQl); }

    OpenedPages opened;
    std::unique_ptr<WorkSource> source;
    std::unique_ptr<WorkPage> page;
};

class WorkPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pullRequestsComeInTwoGroups()
    {
        World world;
        QTRY_COMPARE(world.entries(), 6);
        QCOMPARE(world.headings(), (QStringList{QStringLiteral("Review requested 2"), QStringLiteral("Your pull requests 4")}));
        QCOMPARE(world.page->subtitle(), QStringLiteral("6 open"));
        QCOMPARE(world.page->count(), std::optional(6));
        QCOMPARE(world.asked(), 1);
        QVERIFY(!world.page->grab().isNull());
    }

    void assignedIssuesAreAList()
    {
        World world(WorkKind::Issues);
        QTRY_COMPARE(world.entries(), 4);
        QCOMPARE(world.headings(), QStringList{QStringLiteral("Assigned to you 4")});
        QCOMPARE(world.page->title(), QStringLiteral("Issues"));
    }

    void statesAreSpelledOut()
    {
        World world;
        QTRY_COMPARE(world.entries(), 6);
        const QString sentBack = world.spoken("Timetables survive the change to winter time");
        for (const char *part : {"Your pull requests", "Changes requested", "Checks failed", "bug", "harbour-works/signal-flags #12"})
            QVERIFY2(sentBack.contains(QLatin1String(part)), qPrintable(sentBack));
        QVERIFY(world.spoken("Numbers keep their last digit").contains(QStringLiteral("mira-k")));
        QVERIFY(world.spoken("Berths can be <b>booked</b> from the phone").contains(QStringLiteral("Private")));
        QVERIFY(world.spoken("دعم الواجهة من اليمين إلى اليسار").contains(QStringLiteral("Draft")));
    }

    void enterOpensAndCCopiesTheLink()
    {
        World world;
        QTRY_COMPARE(world.entries(), 6);
        world.page->list().goToFirst();
        QTest::keyClick(&world.page->list(), Qt::Key_Return);
        QCOMPARE(world.opened.urls.last().path(), QStringLiteral("/ada-demo/ninja-graph/pull/214"));
        QSignalSpy said(world.page.get(), &Page::said);
        QTest::keyClick(&world.page->list(), Qt::Key_C);
        QCOMPARE(QGuiApplication::clipboard()->text(), world.opened.urls.last().toString());
        QCOMPARE(said.size(), 1);
    }

    void aLinkIsCopiedAsProgramsNeedIt()
    {
        QString copied;
        const auto actions = pageActions(QUrl(QStringLiteral("https://git.example/a/b?q=is:open label:\"zwölf Affen\"")), QStringLiteral("GitHub"),
                                         [&copied](const QString &text) { copied = text; }, nullptr);
        actions.last().run();
        QCOMPARE(copied, QStringLiteral("https://git.example/a/b?q=is:open%20label:%22zw%C3%B6lf%20Affen%22"));
    }

    void withoutTheRepoScopeTheRestIsShownAndAButtonRequestsIt()
    {
        World world(WorkKind::PullRequests, "read:user");
        QTRY_COMPARE(world.entries(), 5);
        QVERIFY(world.alert("pullRequestsScopeBar").contains(QStringLiteral("Private repositories")));
        QSignalSpy requested(world.page.get(), &Page::scopesRequested);
        world.page->findChild<InlineAlert *>(QStringLiteral("pullRequestsScopeBar"))->findChild<QPushButton *>()->click();
        QCOMPARE(requested.first().first().toStringList(), QStringList{QStringLiteral("repo")});
    }

    void theCacheIsShownFirst()
    {
        World world;
        QTRY_COMPARE(world.entries(), 6);
        world.server.misbehave(demo::Endpoint::GraphQl, {.kind = demo::Fault::Kind::Reset, .times = -1});
        world.now = world.now.addSecs(3600);
        world.source = std::make_unique<WorkSource>(world.account());
        world.open(WorkKind::PullRequests);
        QCOMPARE(world.entries(), 6);
        QTRY_VERIFY(!world.alert("pullRequestsErrorBar").isEmpty());
        QCOMPARE(world.entries(), 6);
        world.server.behave();
        world.page->findChild<InlineAlert *>(QStringLiteral("pullRequestsErrorBar"))->findChild<QPushButton *>()->click();
        QTRY_COMPARE(world.alert("pullRequestsErrorBar"), QString());
    }

    void withoutWorkThePageSaysSo()
    {
        World world;
        world.answerWith(nothing);
        QTRY_COMPARE(world.empty().title(), QStringLiteral("No open pull requests"));
        QVERIFY(world.empty().isVisible());
        QCOMPARE(world.page->subtitle(), QStringLiteral("0 open"));
    }

    void withoutAnAnswerThePageOffersToTryAgain()
    {
        World world(WorkKind::Issues);
        world.server.misbehave(demo::Endpoint::GraphQl, {.response = {.status = 502}, .times = -1});
        QTRY_COMPARE(world.empty().title(), QStringLiteral("Nothing received yet"));
        world.server.behave();
        world.empty().findChild<QPushButton *>()->click();
        QTRY_COMPARE(world.entries(), 4);
    }

    void aListThatThePersonMayNotSeeIsNoErrorAndReplacesNothing()
    {
        World world;
        QTRY_COMPARE(world.entries(), 6);
        world.answerWith(R"json({"data": {"viewer": {"login": "ada-demo", "pullRequests": {"totalCount": 0, "nodes": []}},
            "reviews": null, "issues": {"issueCount": 0, "nodes": []}},
            "errors": [{"type": "FORBIDDEN", "message": "SAML", "path": ["reviews"]}]})json");
        world.page->refresh();
        QTRY_COMPARE(world.entries(), 2);
        QCOMPARE(world.alert("pullRequestsErrorBar"), QString());
    }

    void nullsReplaceNothing()
    {
        World world;
        QTRY_COMPARE(world.entries(), 6);
        world.answerWith(R"json({"data": {"viewer": {"login": "ada-demo", "pullRequests": {"totalCount": 2, "nodes": [null, null]}},
            "reviews": null, "issues": {"issueCount": 1, "nodes": [{}]}}})json");
        world.page->refresh();
        QTRY_VERIFY(!world.alert("pullRequestsErrorBar").isEmpty());
        QCOMPARE(world.entries(), 6);
    }

    void twoPagesShareOneQuestion()
    {
        World world;
        QTRY_COMPARE(world.entries(), 6);
        WorkPage issues(*world.source, WorkKind::Issues, world.account());
        issues.show();
        QCOMPARE(issues.count(), std::optional(4));
        QCOMPARE(world.asked(), 1);
        world.page->hide();
        world.now = world.now.addSecs(121);
        world.page->show();
        QTRY_COMPARE(world.asked(), 2);
    }
};

} // namespace tst_workpage

LATCHKEY_TEST(tst_workpage, WorkPageTest, QApplication)

#include "tst_workpage.moc"
