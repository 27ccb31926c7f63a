// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/controls/copybutton.h"
#include "gui/parts/emptystate.h"
#include "gui/profile/loadingcard.h"
#include "gui/profile/overviewpanel.h"
#include "gui/profile/pinnedcard.h"
#include "gui/profile/repositoryfacts.h"
#include "support/test.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

namespace tst_overviewpanel {

github::PinnedItem item(const QString &name)
{
    return {.name = name, .description = QStringLiteral("A tool"), .page = QUrl(QStringLiteral("https://github.com/") + name),
            .language = QStringLiteral("C++"), .languageColor = QColor(0xf34b7d), .stars = 1946, .forks = 1,
            .isPrivate = true, .isArchived = true};
}

github::Contributions contributions()
{
    github::Contributions result;
    for (int day = 0; day < 366; ++day)
        result.calendar.days.append({QDate(2026, 1, 1).addDays(day), day % 5, github::ContributionLevel(day % 5)});
    result.calendar.total = 732;
    result.years = {2026, 2025};
    result.commits = 1;
    result.pullRequests = 118;
    for (int i = 0; i < 8; ++i)
        result.activity.entries.append({{QStringLiteral("ada/r%1").arg(i), QUrl(QStringLiteral("https://github.com/ada/r%1").arg(i))}, 80 - i * 10});
    result.activity.total = 20;
    return result;
}

github::Overview overview(const QStringList &pinned)
{
    github::Overview result;
    result.pinned.emplace();
    for (const QString &name : pinned)
        result.pinned->entries.append(item(name));
    result.pinned->total = pinned.size();
    result.contributions = contributions();
    return result;
}

struct Panel : OverviewPanel
{
    explicit Panel(ProfileSide &side) : OverviewPanel(side)
    {
        setLogin(QStringLiteral("ada"));
        resize(592, 900);
    }
    bool isSeen(const char *name) const { return findChild<QWidget *>(QLatin1String(name))->isVisibleTo(this); }
};

struct World
{
    ProfileSide side{QStringLiteral("GitHub")};
    Panel panel{side};
};

class OverviewPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void whatIsOnItsWayHasItsPlace()
    {
        World world;
        QCOMPARE(world.panel.findChildren<LoadingCard *>().size(), 4);
        QVERIFY(!world.panel.isSeen("readmeCard"));
        world.panel.show(overview({QStringLiteral("ada/one")}), 0);
        QCOMPARE(world.panel.findChildren<LoadingCard *>().size(), 0);
        QCOMPARE(world.panel.findChildren<PinnedCard *>().size(), 1);
    }

    void placesAreGivenUpIfNothingComes()
    {
        World world;
        world.panel.stopExpecting(QStringLiteral("GitHub"));
        QCOMPARE(world.panel.findChildren<LoadingCard *>().size(), 0);
        QVERIFY(!world.panel.isSeen("pinnedHeading"));
        world.panel.show(overview({QStringLiteral("ada/one")}), 0);
        world.panel.stopExpecting(QStringLiteral("GitHub"));
        QVERIFY(world.panel.isSeen("pinnedHeading"));
        QVERIFY(!world.panel.isSeen("contributionsUnknown"));
    }

    void whatNeverCameSaysSoAndOffersToTryAgain()
    {
        World world;
        QSignalSpy retried(&world.panel, &OverviewPanel::retryRequested);
        world.panel.stopExpectingReadme(QStringLiteral("GitHub"));
        world.panel.stopExpecting(QStringLiteral("GitHub"));
        QVERIFY(!world.panel.isSeen("contributionView"));
        QVERIFY(!world.panel.isSeen("readmeCard")); // One offer is enough.
        auto *unknown = world.panel.findChild<EmptyState *>(QStringLiteral("contributionsUnknown"));
        QVERIFY(unknown->isVisibleTo(&world.panel));
        QCOMPARE(unknown->line(), QStringLiteral("GitHub has not sent your contributions."));
        unknown->findChild<QPushButton *>()->click();
        QCOMPARE(retried.size(), 1);
        world.panel.expectAgain();
        QVERIFY(world.panel.isSeen("contributionView"));
        world.panel.show(overview({}), 0);
        world.panel.stopExpecting(QStringLiteral("GitHub"));
        world.panel.stopExpectingReadme(QStringLiteral("GitHub"));
        QVERIFY(world.panel.isSeen("contributionView"));
        QVERIFY(world.panel.isSeen("readmeUnknown"));
        world.panel.showReadme(QStringLiteral("<p>Hello</p>"));
        QVERIFY(!world.panel.isSeen("readmeUnknown"));
        world.panel.stopExpectingReadme(QStringLiteral("GitHub"));
        QVERIFY(world.panel.isSeen("readmeView"));
    }

    void aYearThatDoesNotComeIsNotMistakenForTheLastOne()
    {
        World world;
        world.panel.show(overview({}), 0);
        world.panel.expect(2020);
        world.panel.stopExpecting(QStringLiteral("GitHub"));
        QVERIFY(world.panel.isSeen("contributionsUnknown"));
        QVERIFY(!world.panel.isSeen("figures"));
        world.panel.show(overview({}), 0);
        QVERIFY(!world.panel.isSeen("contributionsUnknown"));
        QVERIFY(world.panel.isSeen("figures"));
    }

    void withoutPinnedItemsThereIsNoHeading()
    {
        World world;
        world.panel.show(overview({}), 0);
        QVERIFY(!world.panel.isSeen("pinnedHeading"));
    }

    void cardsStandInTwoColumnsWhereThereIsRoom()
    {
        World world;
        world.panel.show(overview({QStringLiteral("ada/one"), QStringLiteral("ada/two"), QStringLiteral("ada/three")}), 0);
        world.panel.QWidget::show();
        const auto cards = world.panel.findChildren<PinnedCard *>();
        QTRY_COMPARE(cards[1]->y(), cards[0]->y());
        QCOMPARE(cards[1]->width(), cards[0]->width());
        world.panel.resize(400, 900);
        QTRY_VERIFY(cards[1]->y() > cards[0]->y());
        QCOMPARE(cards[1]->x(), cards[0]->x());
    }

    void onlyForeignOwnersAreNamed()
    {
        const auto name = [](const char *repository) {
            const PinnedCard card(item(QLatin1String(repository)), QStringLiteral("ada"));
            return card.findChild<QLabel *>()->text();
        };
        QVERIFY(name("ada/tools").contains(QStringLiteral(">tools</a>")));
        QVERIFY(name("bo/tools").contains(QStringLiteral(">bo/tools</a>")));
        QVERIFY(name("adam/tools").contains(QStringLiteral(">adam/tools</a>")));
        QVERIFY(name("gist").contains(QStringLiteral(">gist</a>")));
    }

    void factsAreReadAloud()
    {
        const PinnedCard card(item(QStringLiteral("ada/tools")), QStringLiteral("ada"));
        const auto *facts = card.findChild<RepositoryFacts *>();
        QCOMPARE(facts->accessibleName(), QStringLiteral("C++, 1,946 stars, 1 fork, Private, Archived"));
        QVERIFY(facts->toolTip().contains(QStringLiteral("1,946 stars"))); // What is painted is "1.9k".
    }

    void addressAndCalendarAreCopiedWithFeedback()
    {
        World world;
        world.panel.show(overview({QStringLiteral("ada/one")}), 0);
        auto *address = world.panel.findChild<CopyButton *>(QStringLiteral("copyPinned"));
        address->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("https://github.com/ada/one"));
        QCOMPARE(address->accessibleName(), QStringLiteral("Copied"));
        QTRY_COMPARE(address->accessibleName(), QStringLiteral("Copy the address of one"));
        world.panel.findChild<CopyButton *>(QStringLiteral("copyContributions"))->click();
        QVERIFY(!QGuiApplication::clipboard()->pixmap().isNull());
    }

    void contributionsAreSummedUp()
    {
        World world;
        QVERIFY(!world.panel.findChild<QComboBox *>(QStringLiteral("yearChooser"))->isEnabled());
        QVERIFY(!world.panel.isSeen("figures"));
        world.panel.show(overview({}), 0);
        QStringList figures;
        for (const QWidget *figure : world.panel.findChild<QWidget *>(QStringLiteral("figures"))->findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
            figures.append(figure->accessibleName());
        QCOMPARE(figures, (QStringList{QStringLiteral("1 commit"), QStringLiteral("118 pull requests"), QStringLiteral("0 reviews"),
                                       QStringLiteral("0 issues"), QStringLiteral("4 days longest streak")}));
        QCOMPARE(world.panel.findChild<QLabel *>(QStringLiteral("contributionTotalLabel"))->text(), QStringLiteral("732 contributions in the last year"));
        QStringList bars;
        for (const QLabel *label : world.panel.findChild<QWidget *>(QStringLiteral("activityBars"))->findChildren<QLabel *>())
            bars.append(label->text());
        QCOMPARE(bars.size(), 11); // Five names with their counts, and how many more there are.
        QVERIFY(bars.contains(QStringLiteral("80 commits")));
        QCOMPARE(bars.last(), QStringLiteral("and 15 more repositories"));
    }

    void anotherYearLeavesNothingOfTheLast()
    {
        World world;
        world.panel.show(overview({}), 0);
        github::Overview nothing;
        world.panel.show(nothing, 0);
        QVERIFY(world.panel.isSeen("figures"));
        world.panel.show(nothing, 2025);
        QVERIFY(!world.panel.isSeen("figures"));
        QVERIFY(!world.panel.isSeen("activityBars"));
        QCOMPARE(world.panel.findChild<QLabel *>(QStringLiteral("contributionTotalLabel"))->text(), QStringLiteral("Contributions"));
    }
};

} // namespace tst_overviewpanel

LATCHKEY_TEST(tst_overviewpanel, OverviewPanelTest, QApplication)

#include "tst_overviewpanel.moc"
