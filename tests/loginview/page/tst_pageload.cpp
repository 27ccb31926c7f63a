// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loginview/windowworld.h"

namespace tst_pageload {

using namespace std::chrono_literals;
using loopback::Connection;
using loopback::Request;

/// Answers by the path: its status, or what else can happen to a page.
void answer(const Request &request, Connection &connection)
{
    const QString path = request.path;
    const QByteArray page = "<title>" + path.mid(1).toUtf8() + "</title><p>text of the page";
    const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n";
    bool isStatus = false;
    const int status = path.mid(1).toInt(&isStatus);
    if (isStatus)
        return connection.respond({.status = status, .contentType = "text/html", .body = status == 204 || status == 205 ? QByteArray() : page});
    if (path == QLatin1String("/500-empty"))
        return connection.respond({.status = 500, .contentType = "text/html"});
    if (path == QLatin1String("/file"))
        return connection.respond({.contentType = "text/html", .body = "x", .headers = {{"Content-Disposition", "attachment; filename=x"}}});
    if (path == QLatin1String("/moved"))
        return connection.respond({.status = 302, .headers = {{"Location", "/page"}}});
    if (path == QLatin1String("/moved-away"))
        return connection.respond({.status = 302, .headers = {{"Location", "http://192.0.2.1/"}}});
    if (path == QLatin1String("/empty"))
        return connection.respond({.contentType = "text/html"});
    if (path == QLatin1String("/reset"))
        return connection.breakOff({});
    if (path == QLatin1String("/half"))
        return connection.breakOff(head + page);
    if (path == QLatin1String("/head"))
        return connection.sendPart(head);
    if (path == QLatin1String("/silent"))
        return;
    WindowWorld::respondWithTitle(path.mid(1), connection,
                                  path == QLatin1String("/picture") ? "<p>text<img src=/silent>" : "<p>text");
}

/// What the window says about a page that comes, does not come, or comes late.
class PageLoadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyAMissingPageIsSaid_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("notice");
        QTest::addColumn<bool>("hasWaysOut");
        const auto row = [](const char *path, const char *notice = "", bool hasWaysOut = true) {
            QTest::newRow(path) << QStringLiteral("/") + QLatin1String(path) << QString::fromUtf8(notice) << (*notice && hasWaysOut);
        };
        for (const char *shown : {"200", "400", "401", "403", "404", "500", "502", "503", "moved", "empty", "page"})
            row(shown);
        row("204", "sent no page");
        row("205", "sent no page");
        row("500-empty", "answered with an error and no page (500)");
        row("reset", "could not be loaded");
        row("half", "could not be loaded completely");
        row("file", "Files cannot be saved", false);
        row("moved-away", "not secure", false);
    }

    void onlyAMissingPageIsSaid()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, notice);
        QFETCH(const bool, hasWaysOut);
        WindowWorld world(answer);
        QSignalSpy loaded(world.view->page(), &QWebEnginePage::loadingChanged);
        world.open(path);
        QTRY_COMPARE_WITH_TIMEOUT(loaded.count(), 2, enginePatience); // Started and ended.
        if (notice.isEmpty())
            QCOMPARE(world.notice(), QString());
        else
            QVERIFY2(world.hasNotice(notice), qPrintable(world.notice()));
        QCOMPARE(world.offersWaysOut(), hasWaysOut);
    }

    /// The person still sees the page before it.
    void noContentAfterAPageIsNotSaid()
    {
        WindowWorld world(answer);
        QSignalSpy loaded(world.view->page(), &QWebEnginePage::loadingChanged);
        world.open(QStringLiteral("/page"));
        QTRY_COMPARE_WITH_TIMEOUT(loaded.count(), 2, enginePatience);
        world.run(QStringLiteral("location = '/204'"));
        QTRY_COMPARE_WITH_TIMEOUT(loaded.count(), 4, enginePatience);
        QCOMPARE(world.notice(), QString());
        QCOMPARE(world.view->title(), QStringLiteral("page"));
    }

    void silenceIsSaidAndReloadTriesAgain_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("nothing at all") << QStringLiteral("/silent");
        QTest::newRow("headers alone") << QStringLiteral("/head");
    }

    void silenceIsSaidAndReloadTriesAgain()
    {
        QFETCH(const QString, path);
        bool isSilent = true;
        WindowWorld world([&isSilent](const Request &request, Connection &connection) {
            isSilent ? answer(request, connection) : WindowWorld::respondWithTitle(QStringLiteral("late"), connection, "<p>text");
        }, 1000ms);
        world.open(path);
        QVERIFY(world.hasNotice(world.origin() + QStringLiteral(" has not answered for 1 seconds.")));
        QVERIFY(world.offersWaysOut());
        QCOMPARE(world.visited.count(path), 1);
        isSilent = false;
        world.button("noticeReloadButton")->click();
        QVERIFY(world.hasTitle(QStringLiteral("late")));
        QTRY_COMPARE(world.notice(), QString());
        QCOMPARE(world.visited.count(path), 2);
    }

    void silenceIsSaidAgainAfterAReload()
    {
        WindowWorld world(answer, 1000ms);
        world.open(QStringLiteral("/silent"));
        for (int tries = 1; tries <= 3; ++tries) {
            QVERIFY(world.hasNotice(QStringLiteral("has not answered")));
            QCOMPARE(world.visited.count(QStringLiteral("/silent")), tries);
            world.reload();
            QCOMPARE(world.notice(), QString());
        }
        QVERIFY(world.hasNotice(QStringLiteral("has not answered")));
    }

    void reloadInTheToolBarTriesTheFirstPageAgain()
    {
        WindowWorld world(answer);
        world.open(QStringLiteral("/silent"));
        QTRY_COMPARE_WITH_TIMEOUT(world.visited.count(QStringLiteral("/silent")), 1, enginePatience);
        world.reload();
        QTRY_COMPARE_WITH_TIMEOUT(world.visited.count(QStringLiteral("/silent")), 2, enginePatience);
    }

    void silenceAfterAPageIsSaid()
    {
        WindowWorld world(answer, 1000ms);
        world.open(QStringLiteral("/page"));
        QVERIFY(world.hasTitle(QStringLiteral("page")));
        world.run(QStringLiteral("location = '/silent'"));
        QVERIFY(world.hasNotice(QStringLiteral("has not answered")));
        world.reload();
        QTRY_COMPARE_WITH_TIMEOUT(world.visited.count(QStringLiteral("/silent")), 2, enginePatience);
    }

    /// QWebEnginePage::url() is the new page at once, while the old one can still be typed into.
    void thePageThatIsSeenIsNamedWhileAnotherIsLoaded()
    {
        loopback::Listener other([](const Request &, Connection &connection) {
            WindowWorld::respondWithTitle(QStringLiteral("other"), connection, "<input autofocus>");
        });
        QVERIFY(other.listen());
        WindowWorld world(answer, 1000ms);
        world.window.open(other.origin().resolved(QUrl(QStringLiteral("/page"))));
        QVERIFY(world.hasTitle(QStringLiteral("other")));
        world.run(QStringLiteral("location = '%1'").arg(world.url(QStringLiteral("/silent")).toString()));
        QVERIFY(world.hasNotice(QStringLiteral("has not answered")));
        world.reload();
        QTRY_COMPARE_WITH_TIMEOUT(world.visited.count(QStringLiteral("/silent")), 2, enginePatience);
        const auto *origin = world.window.findChild<QLabel *>(QStringLiteral("originLabel"));
        QCOMPARE(origin->toolTip(), QStringLiteral("On this computer: 127.0.0.1:%1").arg(other.port()));
    }

    void aPageThatIsSeenMayBeSlow()
    {
        WindowWorld world(answer, 500ms);
        world.open(QStringLiteral("/picture"));
        QVERIFY(world.hasTitle(QStringLiteral("picture")));
        QTRY_VERIFY_WITH_TIMEOUT(world.visited.contains(QStringLiteral("/silent")), enginePatience);
        // A second window, which waits longer, has given up.
        WindowWorld other(answer, 1000ms);
        other.open(QStringLiteral("/silent"));
        QVERIFY(other.hasNotice(QStringLiteral("has not answered")));
        QCOMPARE(world.notice(), QString());
    }

    void aLatePageTakesTheNoticeAway()
    {
        QPointer<Connection> waiting;
        WindowWorld world([&waiting](const Request &request, Connection &connection) {
            if (request.path == QLatin1String("/page"))
                waiting = &connection;
        }, 500ms);
        world.open(QStringLiteral("/page"));
        QVERIFY(world.hasNotice(QStringLiteral("has not answered")));
        QVERIFY(waiting);
        WindowWorld::respondWithTitle(QStringLiteral("late"), *waiting, "<p>text");
        QVERIFY(world.hasTitle(QStringLiteral("late")));
        QTRY_COMPARE(world.notice(), QString());
    }

    void aPersonWhoTypesAPasswordIsNotTheServersSilence()
    {
        WindowWorld world([](const Request &, Connection &connection) {
            connection.respond({.status = 401, .body = "x", .headers = {{"WWW-Authenticate", "Basic realm=\"corp\""}}});
        }, 200ms);
        QString noticeMeanwhile = QStringLiteral("not asked");
        world.person.answer = [&](PageDialog &dialog) {
            QTimer::singleShot(1000, &dialog, [&] {
                noticeMeanwhile = world.notice();
                DialogPerson::cancel(dialog);
            });
        };
        world.open(QStringLiteral("/page"));
        QTRY_COMPARE_WITH_TIMEOUT(noticeMeanwhile, QString(), enginePatience);
    }

    void theBrowserIsOnePressAway()
    {
        WindowWorld world(answer, 200ms);
        world.open(QStringLiteral("/silent"));
        QVERIFY(world.hasNotice(QStringLiteral("has not answered")));
        world.button("noticeBrowserButton")->click();
        QCOMPARE(world.browserRequested.count(), 1);
        QVERIFY(world.canceled.isEmpty());
    }
};

} // namespace tst_pageload

LATCHKEY_TEST_WITH(tst_pageload, runWithEngine<tst_pageload::PageLoadTest>)

#include "tst_pageload.moc"
