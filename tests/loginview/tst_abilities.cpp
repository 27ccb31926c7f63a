// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enginetable.h"
#include "support/certificate.h"
#include "windowworld.h"

#include <QDragEnterEvent>
#include <QLoggingCategory>
#include <QMimeData>
#include <QNetworkProxy>
#include <QScopeGuard>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QWebEngineCertificateError>
#include <QWebEngineClientCertificateStore>
#include <QWebEngineProfile>

namespace tst_abilities {

using loopback::Connection;
using loopback::Request;

QByteArray log;

/// True if something of Latchkey receives the signal. QWebEngineView receives none of those that ask.
bool isConnected(const QWebEnginePage &page, const QByteArray &signal)
{
    struct Access : QObject
    {
        using QObject::isSignalConnected;
    };
    const QMetaObject &type = QWebEnginePage::staticMetaObject;
    for (int i = type.methodOffset(); i < type.methodCount(); ++i) {
        if (type.method(i).name() == signal)
            return (page.*&Access::isSignalConnected)(type.method(i));
    }
    return false;
}

void keepLog(QtMsgType, const QMessageLogContext &, const QString &line)
{
    log += line.toUtf8() + '\n';
}

/// A server whose pages are all ordinary, and have the path as their title.
struct World : WindowWorld
{
    World()
        : WindowWorld([](const Request &request, Connection &connection) {
              respondWithTitle(request.path.mid(1), connection, "<p>text");
          })
    {
        open(QStringLiteral("/page?state=secret"));
        if (!hasTitle(QStringLiteral("page")))
            qFatal("the page does not come");
    }

    /// Runs a script when the person clicks, as many abilities require. Repeated if the engine was not ready.
    bool hasTitleAfterClick(const QString &script, const QString &title)
    {
        run(QStringLiteral("document.onclick = () => { %1 }").arg(script));
        for (int clicks = 0; clicks < 30; ++clicks) {
            QTest::mouseClick(view->focusProxy(), Qt::LeftButton, {}, view->focusProxy()->rect().center());
            if (QTest::qWaitFor([&] { return view->title() == title; }, enginePatience / 30))
                return true;
        }
        return false;
    }
};

/// What a page may not do on the person's computer.
class AbilitiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// An unanswered request is refused by Qt as well, but late or never.
    void everyRequestOfTheTableIsAnsweredByUs()
    {
        const World world;
        int count = 0;
        for (const EngineRow &row : engineRows()) {
            const bool isAsked = row.owner == "QWebEnginePage" && row.kind == EngineRow::Kind::Signal && row.isAnswered;
            if (!isAsked || row.since > QT_VERSION || row.until <= QT_VERSION)
                continue;
            ++count;
            QVERIFY2(isConnected(*world.view->page(), row.name), row.name.constData());
        }
        QVERIFY(count >= 10);
    }

    void theOriginIsThatOfThePage()
    {
        World world;
        const auto *origin = world.window.findChild<QLabel *>(QStringLiteral("originLabel"));
        QCOMPARE(origin->text(), QStringLiteral("On this computer: ") + world.origin());
    }

    void theTitleOfThePageIsNotShown()
    {
        World world;
        world.run(QStringLiteral("document.title = 'GitHub — secure'"));
        QVERIFY(world.hasTitle(QStringLiteral("GitHub — secure")));
        QCOMPARE(world.window.windowTitle(), QStringLiteral("Sign-in page — Latchkey"));
    }

    void fullScreenIsRefused()
    {
        World world;
        QVERIFY(world.hasTitleAfterClick(QStringLiteral("try { document.documentElement.requestFullscreen().then("
                                                        "() => document.title = 'granted', () => document.title = 'refused') }"
                                                        "catch (error) { document.title = 'refused' }"),
                                         QStringLiteral("refused")));
        QVERIFY(!world.window.isFullScreen());
    }

    void moreRoomIsRefused()
    {
        if (QT_VERSION >= QT_VERSION_CHECK(6, 5, 0))
            QSKIP("newer engines grant no more room than others have, and do not ask");
        World world;
        QSignalSpy asked(world.view->page(), SIGNAL(quotaRequested(QWebEngineQuotaRequest)));
        world.run(QStringLiteral("navigator.webkitPersistentStorage ? navigator.webkitPersistentStorage.requestQuota(1e9,"
                                 "size => document.title = size > 0 ? 'granted' : 'refused', () => document.title = 'refused')"
                                 ": document.title = 'refused'"));
        QVERIFY(world.hasTitle(QStringLiteral("refused")));
        QVERIFY(asked.count() > 0);
    }

    void aSchemeIsNotRegistered()
    {
        World world;
        QSignalSpy asked(world.view->page(), &QWebEnginePage::registerProtocolHandlerRequested);
        world.run(QStringLiteral("navigator.registerProtocolHandler('mailto', location.origin + '/mail?%s', 'mail');"
                                 "document.title = 'asked'"));
        QVERIFY(world.hasTitle(QStringLiteral("asked")));
        QTRY_COMPARE(asked.count(), 1);
        world.run(QStringLiteral("setTimeout(() => document.title = 'here', 200); location = 'mailto:ada@example.org'"));
        QVERIFY(world.hasTitle(QStringLiteral("here")));
        QVERIFY(!world.visited.contains(QStringLiteral("/mail")));
    }

    void filesStayOutOfReach()
    {
        World world;
        QVERIFY(world.hasTitleAfterClick(QStringLiteral("try { showOpenFilePicker().then(() => document.title = 'granted',"
                                                        "() => document.title = 'refused') }"
                                                        "catch (error) { document.title = 'refused' }"),
                                         QStringLiteral("refused")));
    }

    void noFileIsUploaded()
    {
        World world;
        QVERIFY(world.hasTitleAfterClick(QStringLiteral("const input = document.createElement('input'); input.type = 'file';"
                                                        "input.click(); document.title = 'asked'"),
                                         QStringLiteral("asked")));
        QVERIFY(world.hasNotice(QStringLiteral("Files cannot be uploaded from here.")));
        QVERIFY(!QApplication::activeModalWidget());
    }

    void theScreenIsNotCaptured()
    {
        World world;
        QVERIFY(world.hasTitleAfterClick(QStringLiteral("try { navigator.mediaDevices.getDisplayMedia({video: true}).then("
                                                        "() => document.title = 'granted', () => document.title = 'refused') }"
                                                        "catch (error) { document.title = 'refused' }"),
                                         QStringLiteral("refused")));
    }

    void notificationsAreDenied()
    {
        World world;
        QVERIFY(world.hasTitleAfterClick(QStringLiteral("Notification.requestPermission().then(answer => document.title = answer)"),
                                         QStringLiteral("denied")));
    }

    void printingIsSaidToBeImpossible()
    {
        World world;
        world.run(QStringLiteral("print()"));
        QVERIFY(world.hasNotice(QStringLiteral("Pages cannot be printed from here.")));
    }

    void passkeysAreNotOffered()
    {
        World world;
        world.run(QStringLiteral("Promise.resolve(typeof PublicKeyCredential).then(type =>"
                                 "navigator.credentials.get({publicKey: {challenge: new Uint8Array(32)}})"
                                 ".catch(error => document.title = type + ' ' + error.name))"));
        QVERIFY(world.hasTitle(QStringLiteral("undefined NotSupportedError")));
    }

    void theConsoleOfAPageIsNotLogged()
    {
        log.clear();
        QLoggingCategory::setFilterRules(QStringLiteral("latchkey.*=true\njs=true"));
        const QtMessageHandler before = qInstallMessageHandler(keepLog);
        const auto restore = qScopeGuard([before] {
            qInstallMessageHandler(before);
            QLoggingCategory::setFilterRules(QString());
        });
        World world;
        world.run(QStringLiteral("console.log('open sesame'); console.error('open sesame'); document.title = 'said'"));
        QVERIFY(world.hasTitle(QStringLiteral("said")));
        QTRY_VERIFY(log.contains("a page wrote to its console"));
        QVERIFY(!log.contains("sesame"));
        QVERIFY(!log.contains("secret"));
    }

    void thereIsNoContextMenu()
    {
        World world;
        QCOMPARE(world.view->contextMenuPolicy(), Qt::NoContextMenu);
        QVERIFY(world.hasTitleAfterClick(QStringLiteral("document.title = 'clicked'"), QStringLiteral("clicked")));
        world.run(QStringLiteral("document.oncontextmenu = () => document.title = 'menu'"));
        const auto hasAskedForMenu = [&world] { return world.view->title() == QLatin1String("menu"); };
        bool isMenu = false;
        for (int clicks = 0; clicks < 30 && !isMenu; ++clicks) {
            QTest::mouseClick(world.view->focusProxy(), Qt::RightButton, {}, world.view->focusProxy()->rect().center());
            isMenu = QTest::qWaitFor(hasAskedForMenu, enginePatience / 30);
        }
        QVERIFY(isMenu);
        QVERIFY(!QApplication::activePopupWidget());
    }

    void nothingCanBeDropped()
    {
        World world;
        for (QWidget *target : {static_cast<QWidget *>(world.view), world.view->focusProxy()}) {
            QMimeData data;
            data.setUrls({QUrl(QStringLiteral("file:///etc/hostname")), world.url(QStringLiteral("/dropped"))});
            data.setText(QStringLiteral("text"));
            QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            enter.ignore();
            QApplication::sendEvent(target, &enter);
            QVERIFY(!enter.isAccepted());
        }
        world.run(QStringLiteral("setTimeout(() => document.title = 'here', 200)"));
        QVERIFY(world.hasTitle(QStringLiteral("here")));
        QVERIFY(!world.visited.contains(QStringLiteral("/dropped")));
    }

    void aPageDoesNotMoveTheWindow()
    {
        World world;
        const QRect before = world.window.geometry();
        QVERIFY(world.hasTitleAfterClick(QStringLiteral("moveTo(0, 0); resizeTo(100, 100); document.title = 'tried'"),
                                         QStringLiteral("tried")));
        Q_EMIT world.view->page()->geometryChangeRequested(QRect(0, 0, 100, 100));
        QCOMPARE(world.window.geometry(), before);
    }

    void aPageThatClosesItselfEndsTheAttempt()
    {
        World world;
        // Chromium lets a script close only what a script has opened.
        world.run(QStringLiteral("close(); setTimeout(() => document.title = 'here', 200)"));
        QVERIFY(world.hasTitle(QStringLiteral("here")));
        QCOMPARE(world.canceled.count(), 0);
        world.view->page()->triggerAction(QWebEnginePage::RequestClose);
        QTRY_COMPARE_WITH_TIMEOUT(world.canceled.count(), 1, enginePatience);
    }

    void aWindowThatThePageOpenedLeadsBackWhenItCloses()
    {
        World world;
        world.run(QStringLiteral("location = '/popup'"));
        QVERIFY(world.hasTitle(QStringLiteral("popup")));
        QTRY_VERIFY(!world.view->page()->isLoading());
        // No script can cause this here, and Qt 6.8 loads nothing after RequestClose.
        Q_EMIT world.view->page()->windowCloseRequested();
        QVERIFY(world.hasTitle(QStringLiteral("page")));
        QCOMPARE(world.canceled.count(), 0);
    }

    void noClientCertificateIsShown()
    {
        const Certificate certificate(QStringLiteral("IP:127.0.0.1"));
        QSslConfiguration configuration = certificate.configuration();
        configuration.setPeerVerifyMode(QSslSocket::QueryPeer);
        QSslServer secure;
        secure.setSslConfiguration(configuration);
        int requests = 0;
        bool hasPeerCertificate = false;
        connect(&secure, &QSslServer::sslErrors, this, [](QSslSocket *socket) { socket->ignoreSslErrors(); });
        connect(&secure, &QTcpServer::pendingConnectionAvailable, this, [&] {
            while (auto *socket = static_cast<QSslSocket *>(secure.nextPendingConnection())) {
                connect(socket, &QTcpSocket::readyRead, this, [&, socket] {
                    ++requests;
                    hasPeerCertificate = hasPeerCertificate || !socket->peerCertificate().isNull();
                    socket->readAll();
                    socket->write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 23\r\n\r\n<title>anonymous</title>");
                    socket->disconnectFromHost();
                });
            }
        });
        QVERIFY(secure.listen(QHostAddress(QHostAddress::LocalHost)));
        World world;
        QWebEnginePage *page = world.view->page();
        QVERIFY(disconnect(page, &QWebEnginePage::certificateError, nullptr, nullptr));
        connect(page, &QWebEnginePage::certificateError, this, [](QWebEngineCertificateError error) { error.acceptCertificate(); });
        page->profile()->clientCertificateStore()->add(certificate.certificate(),
                                                       QSslKey(certificate.read(QStringLiteral("key")), QSsl::Ec));
        QSignalSpy asked(page, &QWebEnginePage::selectClientCertificate);
        world.window.open(QUrl(QStringLiteral("https://127.0.0.1:%1/page").arg(secure.serverPort())));
        QTRY_VERIFY_WITH_TIMEOUT(requests > 0, enginePatience);
        QVERIFY(asked.count() > 0);
        QVERIFY(!hasPeerCertificate);
        QVERIFY(world.hasNotice(QStringLiteral("certificate of yours")));
        QVERIFY(world.offersWaysOut());
    }

    void aProxyMayAskForAPassword()
    {
        QByteArray given;
        QTcpServer proxy;
        connect(&proxy, &QTcpServer::newConnection, this, [&] {
            while (QTcpSocket *socket = proxy.nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, this, [&, socket] {
                    const QByteArray request = socket->readAll();
                    const qsizetype start = request.indexOf("Proxy-Authorization: ");
                    if (start >= 0)
                        given = request.mid(start).split('\r').first();
                    socket->write(start >= 0 ? "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                             : "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"github.com\"\r\n"
                                               "Content-Length: 0\r\nConnection: close\r\n\r\n");
                    socket->disconnectFromHost();
                });
            }
        });
        QVERIFY(proxy.listen(QHostAddress(QHostAddress::LocalHost)));
        QNetworkProxy::setApplicationProxy(QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), proxy.serverPort()));
        const auto restore = qScopeGuard([] { QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy); });
        WindowWorld world([](const Request &, Connection &) {});
        world.person.answer = DialogPerson::type(QStringLiteral("ada"), QStringLiteral("open sesame"));
        world.window.open(QUrl(QStringLiteral("https://accounts.example/authorize?state=secret")));
        QTRY_COMPARE_WITH_TIMEOUT(given, "Proxy-Authorization: Basic " + QByteArray("ada:open sesame").toBase64(), enginePatience);
        const SeenDialog dialog = world.person.seen.value(0);
        QVERIFY2(dialog.title.startsWith(QLatin1String("127.0.0.1")), qPrintable(dialog.title));
        QVERIFY(dialog.texts[QStringLiteral("questionLabel")].startsWith(QLatin1String("The proxy 127.0.0.1")));
        QCOMPARE(dialog.texts[QStringLiteral("connectionLabel")], QStringLiteral("The connection to the proxy is not encrypted."));
        QVERIFY(world.hasNotice(QStringLiteral("could not be loaded")));
    }
};

} // namespace tst_abilities

LATCHKEY_TEST_WITH(tst_abilities, runWithEngine<tst_abilities::AbilitiesTest>)

#include "tst_abilities.moc"
