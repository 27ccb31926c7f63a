// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/demoprovider.h"

#include "session/keychain/keychaintokenstore.h"
#include "session/session.h"
#include "support/answers.h"
#include "support/test.h"

#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <csignal>
#include <cstdio>

namespace tst_keychaintokenstore {

using namespace std::chrono_literals;

const auto service = QStringLiteral("io.github.latchkey.Latchkey");
const auto adasKey = QStringLiteral("demo/8150042");

/// The state in which tests/support/with-keyring has started the keyring.
QByteArray keyring()
{
    return qgetenv("LATCHKEY_KEYRING");
}

#define ONLY_WITH(state)                                                                                               \
    if (keyring() != state)                                                                                            \
    QSKIP("needs tests/support/with-keyring in the state " state)

/// The number of matching items according to the keyring itself, bypassing QtKeychain. No prompt opens.
struct Found
{
    int open = 0;
    int locked = 0;
};

QString askSecretService(const QString &method, const QString &argument)
{
    QProcess process;
    process.start(QStringLiteral("gdbus"),
                  {QStringLiteral("call"), QStringLiteral("--session"), QStringLiteral("--dest"),
                   QStringLiteral("org.freedesktop.secrets"), QStringLiteral("--object-path"),
                   QStringLiteral("/org/freedesktop/secrets"), QStringLiteral("--method"),
                   QStringLiteral("org.freedesktop.Secret.Service.") + method, argument});
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("gdbus: %s", process.readAllStandardError().constData());
    return QString::fromUtf8(process.readAllStandardOutput());
}

Found search(const QString &key)
{
    const QString answer = askSecretService(QStringLiteral("SearchItems"),
                                            QStringLiteral("{\"server\": \"%1\", \"user\": \"%2\"}").arg(service, key));
    const qsizetype comma = answer.indexOf(QStringLiteral("], "));
    const auto item = QStringLiteral("/org/freedesktop/secrets/collection/");
    const auto open = answer.first(comma).count(item);
    return {int(open), int(answer.count(item) - open)};
}

pid_t processOfKeyring()
{
    QProcess process;
    process.start(QStringLiteral("gdbus"),
                  {QStringLiteral("call"), QStringLiteral("--session"), QStringLiteral("--dest"),
                   QStringLiteral("org.freedesktop.DBus"), QStringLiteral("--object-path"), QStringLiteral("/"),
                   QStringLiteral("--method"), QStringLiteral("org.freedesktop.DBus.GetConnectionUnixProcessID"),
                   QStringLiteral("org.freedesktop.secrets")});
    process.waitForFinished();
    static const QRegularExpression number(QStringLiteral("uint32 ([0-9]+)"));
    return pid_t(number.match(QString::fromUtf8(process.readAllStandardOutput())).captured(1).toInt());
}

void lockKeyring()
{
    askSecretService(QStringLiteral("Lock"), QStringLiteral("[objectpath \"/org/freedesktop/secrets/collection/login\"]"));
}

struct World
{
    KeychainTokenStore store{service};
    QObject context;
    Answers<void> written;
    Answers<QByteArray> read;
    Answers<void> removed;
};

/// The application as main() builds it, without its window: with the user's real folders and the real keychain.
struct Application
{
    explicit Application(const QUrl &origin) : session(demoProviderAt(origin), storage, unusedTokens) {}

    /// Waits for the end of a restore or sign-in. True if it ended in `state`.
    bool waitFor(Session::State state) const
    {
        return QTest::qWaitFor([&] {
            return session.state() == Session::State::SignedOut || session.state() == Session::State::SignedIn;
        }, 10000) && session.state() == state;
    }

    KeychainTokenStore store{service};
    AccountRegistry registry{Paths::ofUser().settingsFile};
    AccountStorage storage{store, registry, Paths::ofUser()};
    UnusedTokens unusedTokens{storage, {}};
    FormFillingUserAgent person{demoPerson()};
    Session session;
};

/// Runs this program as a second process: signs in, restores or signs out, and prints the login and the storage error.
int runApplication(const QStringList &arguments)
{
    Application application{QUrl(arguments.value(3))};
    const QString command = arguments.value(2);
    if (command == QLatin1String("sign-in"))
        application.session.signIn(application.person);
    else
        application.session.restore();
    if (!application.waitFor(Session::State::SignedIn))
        return 4; // The command line's exit code if nobody is signed in.
    const Account &account = *application.session.account();
    std::printf("%s %s\n", qPrintable(account.identity().login),
                account.storageError() ? qPrintable(account.storageError()->code) : "stored");
    Answers<void> signedOut;
    if (command == QLatin1String("sign-out")) {
        application.session.signOut(&application.store, signedOut.receiver());
        return QTest::qWaitFor([&] { return signedOut.count == 1; }, 10000) && *signedOut.last ? 0 : 1;
    }
    return 0;
}

/// Runs this program a second time. The demo provider in this process answers it.
struct SecondProcess
{
    SecondProcess(const QString &command, const QUrl &origin)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QCoreApplication::applicationFilePath(),
                      {QStringLiteral("tst_keychaintokenstore"), QStringLiteral("--application"), command, origin.toString()});
        if (QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 30000))
            exitCode = process.exitCode();
        output = process.readAllStandardOutput().trimmed();
    }

    int exitCode = -1;
    QByteArray output;
};

/// The files with a needle, among all that the application could have written. with-keyring keeps those in one folder.
QStringList filesContaining(const QList<QByteArray> &needles, int &fileCount)
{
    QStringList found;
    QDirIterator files(QDir::homePath() + QStringLiteral("/.."), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        ++fileCount;
        const QByteArray content = file.readAll();
        for (const QByteArray &needle : needles) {
            if (content.contains(needle))
                found.append(file.fileName());
        }
    }
    return found;
}

class KeychainTokenStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWrittenSecretIsRead_data()
    {
        QTest::addColumn<QByteArray>("secret");
        QByteArray binary;
        for (int i = 0; i < 256; ++i)
            binary.append(char(i));
        QTest::newRow("JSON") << QByteArray(R"({"version":1,"name":"Müller"})");
        QTest::newRow("binary") << binary;
        QTest::newRow("2 KB") << QByteArray(2048, 'x');
        QTest::newRow("64 KB") << QByteArray(65536, '\xff');
        QTest::newRow("one byte") << QByteArray(1, '\0');
    }

    void aWrittenSecretIsRead()
    {
        ONLY_WITH("unlocked");
        QFETCH(QByteArray, secret);
        World world;
        const auto key = QStringLiteral("demo/Grüße %2F \"1\"");
        world.store.write(key, secret, &world.context, world.written.receiver());
        world.store.read(key, &world.context, world.read.receiver());
        QCOMPARE(world.written.count + world.read.count, 0);
        EXPECT_SUCCESS(world.written);
        EXPECT_SUCCESS(world.read);
        QCOMPARE(**world.read.last, secret);
        world.store.remove(key, &world.context, world.removed.receiver());
        EXPECT_SUCCESS(world.removed);
    }

    void writingAgainReplacesTheSecret()
    {
        ONLY_WITH("unlocked");
        World world;
        const auto key = QStringLiteral("demo/overwritten");
        world.store.write(key, "a long first value", &world.context, world.written.receiver());
        world.store.write(key, "second", &world.context, world.written.receiver());
        world.store.read(key, &world.context, world.read.receiver());
        EXPECT_SUCCESS(world.read);
        QCOMPARE(**world.read.last, "second");
        QCOMPARE(search(key).open, 1);
    }

    void keysAndServicesAreSeparate()
    {
        ONLY_WITH("unlocked");
        World world;
        KeychainTokenStore other(service + QStringLiteral(".other"));
        world.store.write(QStringLiteral("demo/apart"), "ours", &world.context, world.written.receiver());
        EXPECT_SUCCESS(world.written);
        other.read(QStringLiteral("demo/apart"), &world.context, world.read.receiver());
        EXPECT_ERROR(world.read, Error::Kind::Storage, "entry_not_found");
        world.read = {};
        world.store.read(QStringLiteral("demo/APART"), &world.context, world.read.receiver());
        EXPECT_ERROR(world.read, Error::Kind::Storage, "entry_not_found");
    }

    void aMissingEntryIsNotFound()
    {
        ONLY_WITH("unlocked");
        World world;
        world.store.read(QStringLiteral("demo/missing"), &world.context, world.read.receiver());
        EXPECT_ERROR(world.read, Error::Kind::Storage, "entry_not_found");
        world.store.remove(QStringLiteral("demo/missing"), &world.context, world.removed.receiver());
        EXPECT_SUCCESS(world.removed);
    }

    void aRemovedEntryIsGone()
    {
        ONLY_WITH("unlocked");
        World world;
        const auto key = QStringLiteral("demo/removed");
        world.store.write(key, "secret", &world.context, world.written.receiver());
        EXPECT_SUCCESS(world.written);
        QCOMPARE(search(key).open, 1);
        world.store.remove(key, &world.context, world.removed.receiver());
        EXPECT_SUCCESS(world.removed);
        QCOMPARE(search(key).open, 0);
    }

    /// As in a sign-in while the previous sign-out is still in progress.
    void anEntryWrittenRightAfterARemovalStays()
    {
        ONLY_WITH("unlocked");
        World world;
        const auto key = QStringLiteral("demo/again");
        world.store.write(key, "old", &world.context, world.written.receiver());
        world.store.remove(key, &world.context, world.removed.receiver());
        world.store.write(key, "new", &world.context, world.written.receiver());
        world.store.read(key, &world.context, world.read.receiver());
        EXPECT_SUCCESS(world.read);
        QCOMPARE(**world.read.last, "new");
        EXPECT_SUCCESS(world.removed);
    }

    void aSlowKeychainTimesOutAndItsLateAnswerIsIgnored()
    {
        ONLY_WITH("unlocked");
        World world;
        KeychainTokenStore hasty(service, {.answer = 1ms, .unlocking = 1ms});
        const auto key = QStringLiteral("demo/late");
        // Jobs run one at a time, so the last ones cannot finish within a millisecond.
        for (int i = 0; i < 5; ++i)
            hasty.write(key, "late", &world.context, [](const Result<void> &) {});
        hasty.write(key, "last", &world.context, world.written.receiver());
        hasty.read(key, &world.context, world.read.receiver());
        hasty.remove(QStringLiteral("demo/other"), &world.context, world.removed.receiver());
        EXPECT_ERROR(world.written, Error::Kind::Storage, "timed_out");
        EXPECT_ERROR(world.read, Error::Kind::Storage, "timed_out");
        EXPECT_ERROR(world.removed, Error::Kind::Storage, "timed_out");
        Answers<QByteArray> patient;
        world.store.read(key, &world.context, patient.receiver());
        EXPECT_SUCCESS(patient);
        QCOMPARE(**patient.last, "last");
        QCOMPARE(world.written.count + world.read.count + world.removed.count, 3);
    }

    void aHungKeychainIsWaitedForOnce()
    {
        ONLY_WITH("unlocked");
        World world;
        KeychainTokenStore hasty(service, {.answer = 500ms, .unlocking = 1h});
        Answers<QByteArray> first;
        hasty.read(QStringLiteral("demo/missing"), &world.context, first.receiver());
        EXPECT_ERROR(first, Error::Kind::Storage, "entry_not_found");
        const pid_t keyringProcess = processOfKeyring();
        kill(keyringProcess, SIGSTOP);
        hasty.read(QStringLiteral("demo/missing"), &world.context, world.read.receiver());
        QVERIFY(hasty.isBusy());
        QTRY_COMPARE(world.read.count, 1);
        QCOMPARE(world.read.last->error().code, QStringLiteral("timed_out"));
        QVERIFY(!hasty.isBusy());
        hasty.write(QStringLiteral("demo/other"), "secret", &world.context, world.written.receiver());
        QCOMPARE(world.written.count, 0);
        QCoreApplication::processEvents();
        QCOMPARE(world.written.count, 1);
        QCOMPARE(world.written.last->error().code, QStringLiteral("timed_out"));
        kill(keyringProcess, SIGCONT);
        // The keychain answers again. The write that was not sent to it has not happened.
        QTRY_VERIFY([&] {
            Answers<QByteArray> again;
            hasty.read(QStringLiteral("demo/other"), &world.context, again.receiver());
            return QTest::qWaitFor([&] { return again.count == 1; })
                && again.last->error().code == QLatin1String("entry_not_found");
        }());
    }

    void receiverIsNotCalledWhenItsContextIsGone()
    {
        ONLY_WITH("unlocked");
        World world;
        auto context = std::make_unique<QObject>();
        const auto key = QStringLiteral("demo/context");
        world.store.write(key, "secret", context.get(), world.written.receiver());
        world.store.read(key, context.get(), world.read.receiver());
        world.store.remove(QStringLiteral("demo/other"), context.get(), world.removed.receiver());
        context.reset();
        Answers<QByteArray> later;
        world.store.read(key, &world.context, later.receiver());
        EXPECT_SUCCESS(later);
        // The entry was still written.
        QCOMPARE(**later.last, "secret");
        QCOMPARE(world.written.count + world.read.count + world.removed.count, 0);
    }

    void aReceiverMayDeleteTheContext()
    {
        ONLY_WITH("unlocked");
        World world;
        auto context = std::make_unique<QObject>();
        world.store.read(QStringLiteral("demo/missing"), context.get(), [&](const Result<QByteArray> &) { context.reset(); });
        QTRY_VERIFY(!context);
        world.store.read(QStringLiteral("demo/missing"), &world.context, world.read.receiver());
        QTRY_COMPARE(world.read.count, 1);
    }

    void jobsInFlightOutliveTheStore()
    {
        ONLY_WITH("unlocked");
        World world;
        auto store = std::make_unique<KeychainTokenStore>(service);
        const auto key = QStringLiteral("demo/orphan");
        store->write(key, "secret", &world.context, world.written.receiver());
        store->read(key, &world.context, world.read.receiver());
        store->remove(key, &world.context, world.removed.receiver());
        store.reset();
        EXPECT_SUCCESS(world.written);
        EXPECT_SUCCESS(world.read);
        EXPECT_SUCCESS(world.removed);
    }

    void withALockedKeyringASignInIsNotRemembered()
    {
        ONLY_WITH("locked");
        World world;
        world.store.write(adasKey, "secret", &world.context, world.written.receiver());
        EXPECT_ERROR(world.written, Error::Kind::Storage, "locked");
        world.store.read(adasKey, &world.context, world.read.receiver());
        EXPECT_ERROR(world.read, Error::Kind::Storage, "entry_not_found");
        demo::FaultyProvider server;
        QVERIFY(server.listen());
        Application application(server.origin());
        application.session.signIn(application.person);
        QVERIFY(application.waitFor(Session::State::SignedIn));
        QCOMPARE(application.session.account()->storageError()->code, QStringLiteral("locked"));
        QVERIFY(application.registry.accounts().isEmpty());
    }

    void withoutADefaultCollectionNothingCountsAsGone()
    {
        ONLY_WITH("no-collection");
        World world;
        world.store.write(adasKey, "secret", &world.context, world.written.receiver());
        EXPECT_ERROR(world.written, Error::Kind::Storage, "no_default_collection");
        world.store.read(adasKey, &world.context, world.read.receiver());
        EXPECT_ERROR(world.read, Error::Kind::Storage, "no_default_collection");
        world.store.remove(adasKey, &world.context, world.removed.receiver());
        EXPECT_ERROR(world.removed, Error::Kind::Storage, "no_default_collection");
        demo::FaultyProvider server;
        QVERIFY(server.listen());
        Application application(server.origin());
        application.session.signIn(application.person);
        QVERIFY(application.waitFor(Session::State::SignedIn));
        QCOMPARE(application.session.account()->storageError()->code, QStringLiteral("no_default_collection"));
        QVERIFY(application.registry.accounts().isEmpty());
    }

    void withoutASecretServiceTheApplicationStillWorks()
    {
        ONLY_WITH("no-service");
        World world;
        world.store.write(adasKey, "secret", &world.context, world.written.receiver());
        world.store.read(adasKey, &world.context, world.read.receiver());
        world.store.remove(adasKey, &world.context, world.removed.receiver());
        QCOMPARE(world.written.count + world.read.count + world.removed.count, 0);
        EXPECT_ERROR(world.written, Error::Kind::Storage, "unavailable");
        EXPECT_ERROR(world.read, Error::Kind::Storage, "unavailable");
        EXPECT_ERROR(world.removed, Error::Kind::Storage, "unavailable");
        demo::FaultyProvider server;
        QVERIFY(server.listen());
        Application application(server.origin());
        application.session.signIn(application.person);
        QVERIFY(application.waitFor(Session::State::SignedIn));
        QCOMPARE(application.session.account()->storageError()->code, QStringLiteral("unavailable"));
        int fileCount = 0;
        QVERIFY(filesContaining({"ghu_", "ghr_"}, fileCount).isEmpty());
        QVERIFY(fileCount > 0);
        Answers<void> signedOut;
        application.session.signOut(&world.context, signedOut.receiver());
        EXPECT_ERROR(signedOut, Error::Kind::Storage, "unavailable");
        QCOMPARE(server.liveTokenCount(), 0);
    }

    void theNextProcessIsSignedInAndNoTokenIsInAnyFile()
    {
        ONLY_WITH("unlocked");
        demo::FaultyProvider server;
        QVERIFY(server.listen());
        const SecondProcess first(QStringLiteral("sign-in"), server.origin());
        QCOMPARE(first.exitCode, 0);
        QCOMPARE(first.output, "ada-demo stored");
        QCOMPARE(search(adasKey).open, 1);

        World world;
        world.store.read(adasKey, &world.context, world.read.receiver());
        EXPECT_SUCCESS(world.read);
        const Result<StoredSession> entry = StoredSession::fromEntry(**world.read.last);
        QVERIFY(entry);
        int fileCount = 0;
        QCOMPARE(filesContaining({entry->tokens.accessToken.toLatin1(), entry->tokens.refreshToken.toLatin1()}, fileCount),
                 QStringList());
        // They include the settings, a cached answer and the keyring.
        QVERIFY2(fileCount >= 3, QByteArray::number(fileCount));
        int again = 0;
        QVERIFY(!filesContaining({"ada-demo"}, again).isEmpty());

        const int asked = server.requestCount(demo::Endpoint::Token);
        const SecondProcess next(QStringLiteral("restore"), server.origin());
        QCOMPARE(next.exitCode, 0);
        QCOMPARE(next.output, "ada-demo stored");
        QCOMPARE(server.requestCount(demo::Endpoint::Token), asked);

        const SecondProcess last(QStringLiteral("sign-out"), server.origin());
        QCOMPARE(last.exitCode, 0);
        QCOMPARE(search(adasKey).open + search(adasKey).locked, 0);
        QCOMPARE(server.liveTokenCount(), 0);
        const SecondProcess after(QStringLiteral("restore"), server.origin());
        QCOMPARE(after.exitCode, 4);
    }

    /// Must be the last test, since nothing can unlock the keyring again.
    void aLockedEntryIsReportedAsLockedAndStays()
    {
        ONLY_WITH("unlocked");
        World world;
        const auto key = QStringLiteral("demo/locked");
        world.store.write(key, "secret", &world.context, world.written.receiver());
        EXPECT_SUCCESS(world.written);
        lockKeyring();
        QCOMPARE(search(key).locked, 1);
        world.store.read(key, &world.context, world.read.receiver());
        EXPECT_ERROR(world.read, Error::Kind::Storage, "locked");
        world.read = {};
        world.store.read(QStringLiteral("demo/missing"), &world.context, world.read.receiver());
        EXPECT_ERROR(world.read, Error::Kind::Storage, "entry_not_found");
        world.written = {};
        world.store.write(key, "other", &world.context, world.written.receiver());
        EXPECT_ERROR(world.written, Error::Kind::Storage, "locked");
        world.store.remove(key, &world.context, world.removed.receiver());
        EXPECT_ERROR(world.removed, Error::Kind::Storage, "not_removed");
        QCOMPARE(search(key).locked, 1);
    }
};

int run(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--application"))
        return runApplication(arguments);
    KeychainTokenStoreTest test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace tst_keychaintokenstore

LATCHKEY_TEST_WITH(tst_keychaintokenstore, tst_keychaintokenstore::run)

#include "tst_keychaintokenstore.moc"
