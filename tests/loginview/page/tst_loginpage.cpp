// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loginview/page/loginpage.h"
#include "loginview/window/loginwindow.h"
#include "loopback/connection.h"
#include "loopback/listener.h"
#include "support/test.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QWebEngineDownloadRequest>
#include <QWebEngineProfile>
#include <QWebEngineView>

#include <unistd.h>

namespace tst_loginpage {

constexpr int patience = 30000; // Milliseconds; a browser engine may start slowly.

/// A page of a server, in the real engine.
struct World
{
    World()
    {
        server.listen();
        view.resize(200, 200);
        view.setPage(&page);
        view.show();
        page.load(server.origin().resolved(QUrl(QStringLiteral("/page"))));
        if (!QTest::qWaitFor([this] { return page.title() == QLatin1String("page"); }, patience))
            qFatal("the page does not come");
    }

    /// The result that the page reports through its title.
    bool hasTitle(const QString &title)
    {
        return QTest::qWaitFor([&] { return page.title() == title; }, patience);
    }

    void run(const QByteArray &script) { page.runJavaScript(QString::fromUtf8(script)); }

    /// On the first page, some time after it was told to leave.
    bool isStillHere()
    {
        run("setTimeout(() => document.title = 'still here', 200)");
        return hasTitle(QStringLiteral("still here")) && page.url().path() == QLatin1String("/page");
    }

    /// Clicks in the middle of the page, and repeats that if the engine was not ready.
    bool isRefusedWhenPressed()
    {
        for (int presses = 0; presses < 30; ++presses) {
            QWidget *surface = view.focusProxy();
            QTest::mouseClick(surface, Qt::LeftButton, {}, surface->rect().center());
            if (QTest::qWaitFor([this] { return !refused.isEmpty(); }, patience / 30))
                return true;
        }
        return false;
    }

    bool isRefused()
    {
        return QTest::qWaitFor([this] { return !refused.isEmpty(); }, patience);
    }

    QByteArray visited;
    loopback::Listener server{[this](const loopback::Request &request, loopback::Connection &connection) {
        visited += request.path.toLatin1() + '\n';
        if (request.path == QLatin1String("/file"))
            return connection.respond({.contentType = "application/octet-stream",
                                       .body = "content",
                                       .headers = {{"Content-Disposition", "attachment; filename=saved.bin"}}});
        connection.respond({.contentType = "text/html", .body = "<title>" + request.path.mid(1).toLatin1() + "</title>"});
    }};
    QWebEngineProfile profile;
    LoginPage page{&profile, nullptr};
    QWebEngineView view;
    QSignalSpy refused{&page, &LoginPage::refused};
};

/// Replaces the desktop's programs.
class Desktop : public QObject
{
    Q_OBJECT

public:
    explicit Desktop(const QByteArray &scheme) : m_scheme(QString::fromLatin1(scheme)) { QDesktopServices::setUrlHandler(m_scheme, this, "open"); }
    ~Desktop() override { QDesktopServices::unsetUrlHandler(m_scheme); }

    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened.append(url); }

private:
    QString m_scheme;
};

class LoginPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsKept()
    {
        const LoginWindow window;
        const auto *profile = window.findChild<QWebEngineProfile *>();
        QVERIFY(profile);
        QVERIFY(profile->isOffTheRecord());
    }

    void aForeignSchemeIsNotHandedToTheDesktop_data()
    {
        QTest::addColumn<QByteArray>("scheme");
        for (const char *scheme : {"x-other-app", "mailto", "ftp"})
            QTest::newRow(scheme) << QByteArray(scheme);
    }

    /// Clicked by the person, because the engine blocks it from a script.
    void aForeignSchemeIsNotHandedToTheDesktop()
    {
        QFETCH(QByteArray, scheme);
        const Desktop desktop(scheme);
        World world;
        world.run("document.body.innerHTML = '<a href=\"" + scheme + "://192.0.2.1/x\" style=\"position: fixed; inset: 0\">go</a>'");
        QVERIFY(world.isRefusedWhenPressed());
        QVERIFY(world.isStillHere());
        QCOMPARE(desktop.opened, QList<QUrl>());
    }

    void aForeignSchemeIsNotHandedToTheDesktopByAScript_data() { aForeignSchemeIsNotHandedToTheDesktop_data(); }

    void aForeignSchemeIsNotHandedToTheDesktopByAScript()
    {
        QFETCH(QByteArray, scheme);
        const Desktop desktop(scheme);
        World world;
        world.run("location = '" + scheme + "://192.0.2.1/x'");
        QVERIFY(world.isStillHere());
        QCOMPARE(desktop.opened, QList<QUrl>());
    }

    /// The engine refuses these before Latchkey does.
    void aPageLeadsToNoFileAndToNoPageInAUrl_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::newRow("file") << QByteArray("file:///etc/hostname");
        QTest::newRow("data") << QByteArray("data:text/html,<title>foreign</title>");
    }

    void aPageLeadsToNoFileAndToNoPageInAUrl()
    {
        QFETCH(QByteArray, url);
        World world;
        world.run("location = '" + url + "'");
        QVERIFY(world.isStillHere());
    }

    void aDownloadIsCanceledAndSaid()
    {
        World world;
        QTemporaryDir downloads;
        world.profile.setDownloadPath(downloads.path());
        QPointer<QWebEngineDownloadRequest> download;
        connect(&world.profile, &QWebEngineProfile::downloadRequested, this,
                [&download](QWebEngineDownloadRequest *request) { download = request; });
        world.run("location = '/file'");
        QVERIFY(world.isRefused());
        QVERIFY(world.visited.contains("/file\n"));
        QVERIFY(!download || download->state() == QWebEngineDownloadRequest::DownloadCancelled);
        QVERIFY(world.isStillHere());
        QCOMPARE(QDir(downloads.path()).entryList(QDir::Files), QStringList());
    }

    void aNewWindowOpensInThisOne()
    {
        World world;
        world.run("window.open('/other')");
        QVERIFY(world.hasTitle(QStringLiteral("other")));
    }

    void aPermissionIsDenied()
    {
        World world;
        world.run("navigator.geolocation.getCurrentPosition(() => document.title = 'granted', "
                  "error => document.title = 'error ' + error.code)");
        QVERIFY(world.hasTitle(QStringLiteral("error 1"))); // PERMISSION_DENIED
    }
};

int run(int argc, char *argv[])
{
    if (geteuid() == 0)
        qputenv("QTWEBENGINE_DISABLE_SANDBOX", "1");
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    QApplication application(argc, argv);
    LoginPageTest test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace tst_loginpage

LATCHKEY_TEST_WITH(tst_loginpage, tst_loginpage::run)

#include "tst_loginpage.moc"
