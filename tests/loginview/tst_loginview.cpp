// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loopback/connection.h"
#include "loopback/listener.h"
#include "support/certificate.h"
#include "support/test.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLibraryInfo>
#include <QProcess>
#include <QScopeGuard>
#include <QSslServer>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <csignal>
#include <unistd.h>

namespace tst_loginview {

/// The real program, with the application's side of the protocol.
struct World
{
    explicit World(bool hasTestVariable = true)
    {
        server.listen();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.remove(QStringLiteral("QTWEBENGINE_DISABLE_SANDBOX"));
        if (hasTestVariable && geteuid() == 0)
            environment.insert(QStringLiteral("QTWEBENGINE_DISABLE_SANDBOX"), QStringLiteral("1"));
        program.setProcessEnvironment(environment);
        program.setStandardErrorFile(QProcess::nullDevice());
        program.start(QStringLiteral(LATCHKEY_LOGIN_VIEW), QStringList());
    }

    ~World()
    {
        program.closeWriteChannel();
        program.waitForFinished();
    }

    QUrl page(const QString &path = QStringLiteral("/page")) const
    {
        QUrl url = server.origin();
        url.setPath(path);
        url.setQuery(QStringLiteral("state=very-secret"));
        return url;
    }

    void open(const QUrl &url)
    {
        program.write(QJsonDocument(QJsonObject{{QStringLiteral("command"), QStringLiteral("open")},
                                                {QStringLiteral("url"), url.toString()}}).toJson(QJsonDocument::Compact) + '\n');
    }

    /// Names of the events so far.
    QStringList events()
    {
        output += program.readAllStandardOutput();
        QStringList names;
        for (const QByteArray &line : output.split('\n')) {
            if (!line.isEmpty())
                names.append(QJsonDocument::fromJson(line).object().value(QLatin1String("event")).toString());
        }
        return names;
    }

    QByteArray visited;
    loopback::Listener server{[this](const loopback::Request &request, loopback::Connection &connection) {
        visited += request.path.toLatin1() + '\n';
        if (request.path == QLatin1String("/elsewhere"))
            return connection.respond({.status = 302, .headers = {{"Location", "http://192.0.2.1/foreign"}}});
        connection.respond({.contentType = "text/html", .body = "<title>secret title</title><input autofocus>"});
    }};
    QProcess program;
    QByteArray output;
};

qint64 parentOf(qint64 process)
{
    QFile status(QStringLiteral("/proc/%1/stat").arg(process));
    return status.open(QIODevice::ReadOnly) ? status.readAll().split(')').last().trimmed().split(' ').value(1).toLongLong() : 0;
}

/// The processes that draw a program's pages: Chromium forks them from a helper, which is the program's child, or with
/// its sandbox from that helper's child.
QList<qint64> rendererProcesses(qint64 program)
{
    QProcess pgrep;
    pgrep.start(QStringLiteral("pgrep"), {QStringLiteral("-f"), QStringLiteral("QtWebEngineProcess")});
    pgrep.waitForFinished();
    QHash<qint64, qint64> parents;
    for (const QByteArray &line : pgrep.readAllStandardOutput().split('\n')) {
        if (const qint64 process = line.toLongLong())
            parents.insert(process, parentOf(process));
    }
    QList<qint64> found;
    for (auto it = parents.cbegin(); it != parents.cend(); ++it) {
        const qint64 helper = parents.value(it.value());
        const bool hasChildren = parents.key(it.key(), 0) != 0;
        if (!hasChildren && (helper == program || parents.value(helper) == program))
            found.append(it.key());
    }
    return found;
}

constexpr int patience = 60000; // Milliseconds; a browser engine may start slowly.

class LoginViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadyBeforeAnythingIsShown()
    {
        World world;
        QTRY_COMPARE_WITH_TIMEOUT(world.events(), QStringList{QStringLiteral("ready")}, patience);
        QVERIFY(world.visited.isEmpty());
    }

    void whatTheEnginePrintsIsNoEvent()
    {
        const QTemporaryDir folder;
        const QString program = folder.filePath(QStringLiteral("engine"));
        const QString engine = QLibraryInfo::path(QLibraryInfo::LibraryExecutablesPath) + QStringLiteral("/QtWebEngineProcess");
        QFile script(program);
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\necho '{\"event\":\"failed\"} very-secret'\ntouch \"$0.ran\"\nexec " + engine.toUtf8() + " \"$@\"\n");
        script.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
        script.close();
        qputenv("QTWEBENGINEPROCESS_PATH", program.toUtf8());
        const auto unset = qScopeGuard([] { qunsetenv("QTWEBENGINEPROCESS_PATH"); });
        World world;
        world.open(world.page());
        QTRY_VERIFY_WITH_TIMEOUT(world.events().contains(QStringLiteral("loaded")), patience);
        QVERIFY(QFile::exists(program + QStringLiteral(".ran")));
        QVERIFY(!world.output.contains("secret"));
    }

    void theLookOfItsOpenerIsFollowed()
    {
        World world;
        world.open(world.page());
        QTRY_VERIFY_WITH_TIMEOUT(world.events().contains(QStringLiteral("loaded")), patience);
        world.program.write("{\"command\": \"look\", \"surroundings\": {\"dark\": true, \"zoom\": 1.5}}\n{\"command\": \"dance\"}\n");
        QTRY_VERIFY_WITH_TIMEOUT(world.events().contains(QStringLiteral("refused")), patience);
        QCOMPARE(world.events().count(QStringLiteral("refused")), 1);
        QCOMPARE(world.visited.count("/page\n"), 1);
    }

    void showsThePageItIsTold()
    {
        World world;
        world.open(world.page());
        QTRY_VERIFY_WITH_TIMEOUT(world.events().contains(QStringLiteral("loaded")), patience);
        QVERIFY(world.visited.startsWith("/page\n"));
        QVERIFY(world.events().contains(QStringLiteral("shown")));
        QVERIFY(!world.output.contains("secret"));
    }

    void aRedirectToAForeignPlainPageIsNotFollowed()
    {
        World world;
        world.open(world.page(QStringLiteral("/elsewhere")));
        QTRY_VERIFY_WITH_TIMEOUT(world.events().contains(QStringLiteral("loaded")), patience);
        QVERIFY(world.output.contains("\"ok\":false"));
        QVERIFY(!world.output.contains("192.0.2.1"));
    }

    /// The person cannot override it: the server does not even get a request.
    void aPageWithAWrongCertificateIsNotOpened_data()
    {
        QTest::addColumn<QString>("alternativeName");
        QTest::newRow("self-signed") << QStringLiteral("IP:127.0.0.1");
        QTest::newRow("another name") << QStringLiteral("DNS:github.com");
    }

    void aPageWithAWrongCertificateIsNotOpened()
    {
        QFETCH(QString, alternativeName);
        const Certificate certificate(alternativeName);
        QSslServer secure;
        secure.setSslConfiguration(certificate.configuration());
        int handshakes = 0;
        QByteArray received;
        connect(&secure, &QSslServer::startedEncryptionHandshake, this, [&] { ++handshakes; });
        connect(&secure, &QTcpServer::pendingConnectionAvailable, this, [&] {
            while (QTcpSocket *socket = secure.nextPendingConnection())
                connect(socket, &QTcpSocket::readyRead, this, [&received, socket] { received += socket->readAll(); });
        });
        QVERIFY(secure.listen(QHostAddress(QHostAddress::LocalHost)));
        World world;
        world.open(QUrl(QStringLiteral("https://127.0.0.1:%1/page").arg(secure.serverPort())));
        QTRY_VERIFY_WITH_TIMEOUT(world.events().contains(QStringLiteral("loaded")), patience);
        QVERIFY(world.output.contains("\"ok\":false"));
        QVERIFY(handshakes > 0);
        QCOMPARE(received, QByteArray());
    }

    void refusesALineThatIsNoCommandAndGoesOn()
    {
        World world;
        world.program.write("very-secret junk\n");
        world.open(QUrl(QStringLiteral("http://192.0.2.1/")));
        world.open(world.page());
        QTRY_VERIFY_WITH_TIMEOUT(world.events().contains(QStringLiteral("loaded")), patience);
        QCOMPARE(world.events().count(QStringLiteral("refused")), 2);
        QVERIFY(!world.output.contains("secret"));
    }

    void endsWhenTold()
    {
        World world;
        QTRY_VERIFY_WITH_TIMEOUT(world.events().contains(QStringLiteral("ready")), patience);
        world.program.write("{\"command\":\"close\"}\n");
        QTRY_COMPARE_WITH_TIMEOUT(world.program.state(), QProcess::NotRunning, patience);
        QCOMPARE(world.program.exitCode(), 0);
        QVERIFY(!world.events().contains(QStringLiteral("canceled")));
    }

    void endsWhenNobodySpeaksToItAnyMore()
    {
        World world;
        QTRY_VERIFY_WITH_TIMEOUT(world.events().contains(QStringLiteral("ready")), patience);
        world.program.closeWriteChannel();
        QTRY_COMPARE_WITH_TIMEOUT(world.program.state(), QProcess::NotRunning, patience);
        QCOMPARE(world.program.exitStatus(), QProcess::NormalExit);
    }

    void saysWhenTheEngineDies()
    {
        World world;
        world.open(world.page());
        QTRY_VERIFY_WITH_TIMEOUT(world.events().contains(QStringLiteral("loaded")), patience);
        const QList<qint64> renderers = rendererProcesses(world.program.processId());
        QVERIFY(!renderers.isEmpty());
        for (const qint64 renderer : renderers)
            ::kill(pid_t(renderer), SIGKILL);
        QTRY_COMPARE_WITH_TIMEOUT(world.program.state(), QProcess::NotRunning, patience);
        QCOMPARE(world.program.exitCode(), 3);
        QVERIFY(world.events().contains(QStringLiteral("failed")));
    }

    void describesItsEngineWithoutStartingIt()
    {
        QProcess program;
        program.start(QStringLiteral(LATCHKEY_LOGIN_VIEW), {QStringLiteral("--engine")});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 0);
        const QJsonObject facts = QJsonDocument::fromJson(program.readAllStandardOutput()).object();
        for (const char *fact : {"engine", "chromium", "security_patch"})
            QVERIFY2(facts[QLatin1String(fact)].toString().contains(QLatin1Char('.')), fact);
        QVERIFY(facts[u"sandbox_error"].isString());
        // The engine would fail here, without a display and as root.
        QCOMPARE(program.readAllStandardError(), QByteArray());
    }

    void asRootItSaysThatTheSandboxCannotWork()
    {
        if (geteuid() != 0)
            QSKIP("only root is without the sandbox");
        World world(false);
        QTRY_COMPARE_WITH_TIMEOUT(world.program.state(), QProcess::NotRunning, patience);
        QCOMPARE(world.program.exitCode(), 3);
        QCOMPARE(world.events(), QStringList{QStringLiteral("failed")});
        QVERIFY(world.output.contains("root_without_sandbox"));
    }
};

} // namespace tst_loginview

LATCHKEY_TEST(tst_loginview, LoginViewTest, QCoreApplication)

#include "tst_loginview.moc"
