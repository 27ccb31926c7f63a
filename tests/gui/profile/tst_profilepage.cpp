// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/profile/profilepage.h"

#include "github/viewer.h"
#include "gui/controls/linklabel.h"
#include "gui/parts/avatar.h"
#include "gui/profile/contributions/contributionview.h"
#include "gui/richtext/richtextview.h"
#include "gui/signedin.h"
#include "gui/words/numbers.h"
#include "support/test.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextCursor>
#include <QWheelEvent>

namespace tst_profilepage {

/// A person is signed in at the demo provider, and the page is shown.
struct World : SignedIn
{
    World() { open(); }

    void open()
    {
        page = std::make_unique<ProfilePage>(account());
        page->show();
        page->start();
    }

    template<typename Widget>
    Widget *find(const char *name) const { return page->findChild<Widget *>(QLatin1String(name)); }
    QString text(const char *name) const { return find<QLabel>(name)->text(); }
    qsizetype pinned() const { return page->findChildren<QFrame *>(QStringLiteral("pinnedCard")).size(); }
    bool hasReadmePicture() const
    {
        const auto *view = find<RichTextView>("readmeView");
        return view && view->hasPicture(picture());
    }
    QUrl picture() const { return server.origin().resolved(QUrl(QStringLiteral("/ada-demo/ada-demo/raw/HEAD/harbour.png"))); }
    int asked(demo::Endpoint endpoint) const { return server.requestCount(endpoint); }

    std::unique_ptr<ProfilePage> page;
};

class ProfilePageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beforeStartThePageShowsThePersonAndAsksNothing()
    {
        SignedIn world;
        const int asked = world.server.requestCount(demo::Endpoint::User);
        const ProfilePage page(world.account());
        QCOMPARE(page.findChild<QLabel *>(QStringLiteral("nameLabel"))->text(), QStringLiteral("Ada Nordström"));
        QVERIFY(page.receivedAt().isValid()); // The sign-in has asked who it is, and its answer is cached.
        QVERIFY(!page.isRefreshing());
        QVERIFY(!page.findChild<ContributionView *>());
        QCOMPARE(world.server.requestCount(demo::Endpoint::User), asked);
    }

    void thePageStartsOnce()
    {
        World world;
        QVERIFY(world.page->isRefreshing());
        world.page->start();
        QTRY_VERIFY(!world.page->isRefreshing());
        QTRY_COMPARE(world.pinned(), 6);
        QCOMPARE(world.asked(demo::Endpoint::GraphQl), 1);
        QCOMPARE(world.page->url(), world.server.origin().resolved(QUrl(QStringLiteral("/ada-demo"))));
    }

    void aRefreshSucceedsOnlyIfNoQuestionHasFailed()
    {
        World world;
        QTRY_COMPARE(world.pinned(), 6);
        QTRY_VERIFY(!world.page->isRefreshing());
        QSignalSpy succeeded(world.page.get(), &ProfilePage::succeeded);
        QSignalSpy failed(world.page.get(), &ProfilePage::failed);
        world.server.misbehave(demo::Endpoint::User, {.kind = demo::Fault::Kind::Reset, .times = -1});
        world.page->refresh();
        QTRY_COMPARE(failed.size(), 1);
        QTRY_VERIFY(!world.page->isRefreshing());
        QCOMPARE(succeeded.size(), 0);
        QCOMPARE(world.text("nameLabel"), QStringLiteral("Ada Nordström"));
        world.server.behave();
        world.page->refresh();
        QTRY_COMPARE(succeeded.size(), 1);
        QCOMPARE(failed.size(), 1);
    }

    void oneRequestFillsTheOverview()
    {
        World world;
        QTRY_COMPARE(world.pinned(), 6);
        QCOMPARE(world.server.requestCount(demo::Endpoint::GraphQl), 1);
        QVERIFY(world.text("contributionTotalLabel").endsWith(QStringLiteral("contributions in the last year")));
        QCOMPARE(world.text("statusLabel"), QStringLiteral("Writing release notes"));
        QVERIFY(world.text("organizationsLabel").contains(QStringLiteral("sourdough-club")));
        QVERIFY(world.find<QWidget>("activityBars")->findChild<LinkLabel *>()->text().contains(QStringLiteral("ninja-graph")));
        QCOMPARE(world.find<ContributionView>("contributionView")->currentDay(), QDateTime::currentDateTimeUtc().date());
        QTRY_VERIFY(world.find<RichTextView>("readmeView")->toPlainText().contains(QStringLiteral("Hello from the harbour")));
    }

    /// An organization enforces single sign-on: its part is null, with an error beside the data.
    void aPartThatThePersonMayNotSeeIsNoError()
    {
        World world;
        QTRY_COMPARE(world.pinned(), 6);
        QSignalSpy failed(world.page.get(), &ProfilePage::failed);
        world.server.misbehave(demo::Endpoint::GraphQl, {.response = {.contentType = "application/json", .body = R"({"data": {"viewer": {
            "login": "ada-demo", "status": {"message": "On shore"}, "organizations": null, "socialAccounts": {"totalCount": 0, "nodes": []},
            "pinnedItems": {"totalCount": 1, "nodes": [{"name": "g"}]}, "contributionsCollection":
            {"contributionCalendar": {"totalContributions": 0, "weeks": []}}}}, "errors": [{"type": "FORBIDDEN",
            "path": ["viewer", "organizations"], "extensions": {"saml_failure": true}, "message": "SAML"}]})"}, .times = -1});
        world.page->refresh();
        QTRY_COMPARE(world.text("statusLabel"), QStringLiteral("On shore"));
        QTRY_VERIFY(!world.page->isRefreshing());
        QCOMPARE(failed.size(), 0);
    }

    void afterARateLimitThePageRefreshesAsPromised()
    {
        World world;
        QTRY_VERIFY(!world.page->isRefreshing());
        QTRY_COMPARE(world.pinned(), 6);
        QSignalSpy failed(world.page.get(), &ProfilePage::failed);
        QSignalSpy succeeded(world.page.get(), &ProfilePage::succeeded);
        world.server.misbehave(demo::Endpoint::User, {.response = {.status = 429, .headers = {{"Retry-After", "1"}, {"X-GitHub-Request-Id", "T:1"}}}});
        world.page->refresh();
        QTRY_COMPARE(failed.size(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(succeeded.size(), 1, 20000);
    }

    void aReadmeThatIsGoneIsNoLongerShown()
    {
        World world;
        const auto text = [&world] {
            const auto *view = world.find<RichTextView>("readmeView");
            return view && view->isVisibleTo(world.page.get()) ? view->toPlainText() : QString();
        };
        QTRY_VERIFY(text().contains(QStringLiteral("Hello from the harbour")));
        for (const int status : {500, 404}) {
            world.server.misbehave(demo::Endpoint::Other, {.response = {.status = status, .contentType = "application/json", .body = "{}"}, .times = -1});
            const int asked = world.asked(demo::Endpoint::Other);
            world.page->refresh();
            QTRY_VERIFY(world.asked(demo::Endpoint::Other) > asked);
            QTRY_VERIFY(!world.page->isRefreshing());
            if (status == 500)
                QVERIFY(!text().isEmpty());
        }
        QTRY_VERIFY(text().isEmpty());
        world.open(); // From the cache.
        QVERIFY(text().isEmpty());
    }

    void aNewLoginThatAnotherProcessFoundIsShownEverywhere()
    {
        World world;
        QTRY_VERIFY(world.page->url().path().endsWith(QStringLiteral("/ada-demo")));
        QTRY_VERIFY(!world.page->isRefreshing());
        QTRY_VERIFY(world.hasReadmePicture());
        QSignalSpy changed(world.page.get(), &ProfilePage::changed);
        Identity renamed = world.account().identity();
        renamed.login = QStringLiteral("ada-new");
        renamed.name = QStringLiteral("Ada New");
        world.account().followIdentity(renamed);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(world.text("loginLabel"), QStringLiteral("ada-new"));
        QCOMPARE(world.text("nameLabel"), QStringLiteral("Ada New"));
        QVERIFY(world.page->url().path().endsWith(QStringLiteral("/ada-new")));
        QTRY_VERIFY(world.server.lastRequest(demo::Endpoint::Other).path.endsWith(QStringLiteral("/repos/ada-new/ada-new/readme")));
        world.find<RichTextView>("readmeView")->showHtml(QStringLiteral("<a href=\"tides.md\">tides</a>"));
        const QString link = world.find<RichTextView>("readmeView")->document()->find(QStringLiteral("tides")).charFormat().anchorHref();
        QCOMPARE(QUrl(link).path(), QStringLiteral("/ada-new/ada-new/blob/HEAD/tides.md"));
    }

    void anEarlierYearCanBeChosen()
    {
        World world;
        QTRY_VERIFY(world.find<QComboBox>("yearChooser"));
        auto *years = world.find<QComboBox>("yearChooser");
        QTRY_VERIFY(years->isEnabled());
        QCOMPARE(years->itemData(years->count() - 1).toInt(), 2014);
        years->setCurrentIndex(years->findData(2020));
        Q_EMIT years->activated(years->currentIndex());
        QTRY_VERIFY(world.text("contributionTotalLabel").endsWith(QStringLiteral("contributions in 2020")));
        QCOMPARE(world.find<ContributionView>("contributionView")->currentDay(), QDate(2020, 12, 31));
    }

    /// Else a person who scrolls the profile changes the year on the way.
    void theWheelLeavesTheYearAsItIs()
    {
        World world;
        QTRY_VERIFY(world.find<QComboBox>("yearChooser") && world.find<QComboBox>("yearChooser")->isEnabled());
        auto *years = world.find<QComboBox>("yearChooser");
        const QPointF middle = years->rect().center();
        QWheelEvent wheel(middle, years->mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(years, &wheel);
        QCOMPARE(years->currentIndex(), 0);
    }

    void withoutANetworkTheCachedOverviewIsShown()
    {
        World world;
        QTRY_COMPARE(world.pinned(), 6);
        QTRY_VERIFY(!world.find<RichTextView>("readmeView")->toPlainText().isEmpty());
        world.server.misbehave(demo::Endpoint::GraphQl, {.kind = demo::Fault::Kind::Hang, .times = -1});
        world.open();
        QTRY_COMPARE(world.pinned(), 6);
        QTRY_VERIFY(!world.find<RichTextView>("readmeView")->toPlainText().isEmpty());
    }

    void textOfPeopleIsNotInterpretedAsHtml()
    {
        World world;
        const QByteArray html = "<b>عائشة</b> 🚢 <img src='https://tracker.example/x'>";
        world.server.misbehave(demo::Endpoint::User, {.response = {.contentType = "application/json", .body = R"({"login": "ada-demo",
            "name": ")" + html + R"(", "bio": ")" + html + R"(", "company": ")" + html + R"(", "location": null, "email": null,
            "blog": "javascript:x", "followers": null})"}, .times = -1});
        world.server.misbehave(demo::Endpoint::GraphQl, {.response = {.contentType = "application/json", .body = R"({"data": {"viewer": {
            "login": "ada-demo", "status": {"message": ")" + html + R"("},
            "organizations": {"nodes": [{"login": "x", "name": ")" + html + R"(", "url": null}]},
            "pinnedItems": {"nodes": [{"name": "g", "description": ")" + html + R"(", "url": null}]}}}})"}, .times = -1});
        world.page->refresh();
        const QString text = QString::fromUtf8(html);
        QTRY_COMPARE(world.text("nameLabel"), text);
        QTRY_COMPARE(world.text("statusLabel"), text);
        for (const char *label : {"nameLabel", "bioLabel", "companyValue", "statusLabel"})
            QCOMPARE(world.find<QLabel>(label)->textFormat(), Qt::PlainText);
        QCOMPARE(world.text("organizationsLabel"), text.toHtmlEscaped());
        QVERIFY(world.text("websiteValue").isEmpty());
        QTRY_COMPARE(world.pinned(), 1);
        for (const QLabel *label : world.find<QFrame>("pinnedCard")->findChildren<QLabel *>())
            QVERIFY(label->text() != text || label->textFormat() == Qt::PlainText);
        QVERIFY(!world.page->grab().isNull());
    }

    void columnsStandBelowEachOtherInANarrowWindow()
    {
        World world;
        QTRY_COMPARE(world.pinned(), 6);
        const auto *avatar = world.find<QWidget>("avatar");
        const auto *card = world.find<QWidget>("contributionCard");
        const auto place = [&](const QWidget *widget) { return widget->mapTo(world.page.get(), QPoint()); };
        for (const int width : {1040, 820}) {
            world.page->resize(width, 1400);
            QTRY_VERIFY(place(card).x() > 232);
            QCOMPARE(avatar->width(), 160);
        }
        for (const int width : {700, 440}) {
            world.page->resize(width, 2400);
            QTRY_COMPARE(place(card).x(), 0);
            QVERIFY(place(card).y() > place(avatar).y() + avatar->height());
            QVERIFY(avatar->width() < 160);
        }
        QVERIFY(world.page->minimumSizeHint().width() <= 400);
    }

    void factsHaveTheirGlyphsAndTheExactDay()
    {
        World world;
        QTRY_COMPARE(world.text("memberSinceValue"), QStringLiteral("Joined ") + QLocale().toString(QDate(2014, 6, 1), QStringLiteral("MMMM yyyy")));
        QVERIFY(world.find<QLabel>("memberSinceValue")->toolTip().contains(QStringLiteral("2014")));
        QVERIFY(world.text("emailValue").contains(QStringLiteral("href=\"mailto:")));
        QVERIFY(world.text("followersLabel").contains(QStringLiteral("followers")));
        world.server.account().insert(QStringLiteral("followers"), 1120);
        world.page->refresh();
        QTRY_VERIFY(world.text("followersLabel").contains(words::shortCount(1120)));
        QVERIFY(world.find<QLabel>("followersLabel")->toolTip().contains(words::followers(1120)));
        world.server.account().insert(QStringLiteral("company"), QJsonValue::Null);
        world.page->refresh();
        QTRY_VERIFY(!world.find<QLabel>("companyValue")->isVisibleTo(world.page.get()));
    }

    /// Its userinfo has fewer facts, and nothing stands beside them.
    void aServerThatIsNoGitHubShowsItsUserinfo()
    {
        SignedIn world("read:user", {}, [](Provider &provider, QJsonObject &account) {
            provider.api = Provider::Api::Oidc;
            provider.server.userinfoEndpoint = QUrl(provider.apiBaseUrl.toString() + QStringLiteral("/user"));
            account.insert(QStringLiteral("sub"), QStringLiteral("42"));
            account.insert(QStringLiteral("preferred_username"), QStringLiteral("ada"));
            account.insert(QStringLiteral("website"), QStringLiteral("https://ada.example"));
            account.insert(QStringLiteral("picture"), account.value(QStringLiteral("avatar_url")));
        });
        ProfilePage page(world.account());
        page.resize(1040, 700);
        page.show();
        page.start();
        const auto text = [&](const char *name) { return page.findChild<QLabel *>(QLatin1String(name))->text(); };
        QTRY_VERIFY(page.receivedAt().isValid() && !page.isRefreshing());
        QCOMPARE(text("nameLabel"), QStringLiteral("Ada Nordström"));
        QCOMPARE(text("loginLabel"), QStringLiteral("ada"));
        QVERIFY(text("websiteValue").contains(QStringLiteral(">ada.example</a>")));
        QTRY_VERIFY(page.findChild<Avatar *>()->hasPicture());
        for (const char *unknown : {"companyValue", "memberSinceValue", "publicRepositoriesValue", "followersLabel", "openPageButton"})
            QVERIFY2(!page.findChild<QWidget *>(QLatin1String(unknown))->isVisibleTo(&page), unknown);
        QVERIFY(!page.findChild<ContributionView *>());
        QVERIFY(page.findChild<Avatar *>()->width() < 160);
    }

    void aFirstLoadThatFailsIsExplainedAndTriedAgain()
    {
        SignedIn world;
        for (const demo::Endpoint endpoint : {demo::Endpoint::GraphQl, demo::Endpoint::Other})
            world.server.misbehave(endpoint, {.kind = demo::Fault::Kind::Reset, .times = -1});
        ProfilePage page(world.account());
        page.show();
        page.start();
        const auto isSeen = [&](const char *name) {
            const auto *widget = page.findChild<QWidget *>(QLatin1String(name));
            return widget && widget->isVisibleTo(&page);
        };
        QTRY_VERIFY(isSeen("contributionsUnknown"));
        QVERIFY(!isSeen("contributionView"));
        world.server.behave();
        page.findChild<QWidget *>(QStringLiteral("contributionsUnknown"))->findChild<QPushButton *>()->click();
        QVERIFY(isSeen("contributionView"));
        QTRY_VERIFY(isSeen("figures"));
        QTRY_VERIFY(isSeen("readmeView"));
        QVERIFY(!isSeen("contributionsUnknown"));
    }

    void picturesThatDidNotComeAreAskedForWhenTheNetworkIsBack()
    {
        World world;
        QTRY_VERIFY(world.hasReadmePicture());
        world.account().resources().forget(github::image(world.picture()));
        world.server.misbehave(demo::Endpoint::Other, {.kind = demo::Fault::Kind::Reset, .times = -1});
        const int asked = world.asked(demo::Endpoint::Other);
        world.open();
        QTRY_VERIFY(world.asked(demo::Endpoint::Other) >= asked + 2); // The text and the picture.
        QTRY_VERIFY(!world.page->isRefreshing());
        QVERIFY(!world.hasReadmePicture());
        world.server.behave();
        QTRY_VERIFY((world.account().wake(), world.hasReadmePicture())); // Also if the failure is still on its way.
    }

    void picturesOfTheReadmeAreShownAndCached()
    {
        World world;
        QTRY_VERIFY(world.hasReadmePicture());
        const int asked = world.server.requestCount(demo::Endpoint::Other);
        world.open();
        QTRY_VERIFY(world.hasReadmePicture());
        QTRY_COMPARE(world.server.requestCount(demo::Endpoint::Other), asked + 1); // Whether the text has changed.
    }
};

} // namespace tst_profilepage

LATCHKEY_TEST(tst_profilepage, ProfilePageTest, QApplication)

#include "tst_profilepage.moc"
