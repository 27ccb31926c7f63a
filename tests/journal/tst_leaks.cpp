// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "github/viewer.h"
#include "journal/journal.h"
#include "session/demoworld.h"
#include "support/test.h"

#include <QDirIterator>
#include <QLoggingCategory>
#include <QUrlQuery>

namespace tst_leaks {

using demo::Endpoint;

QStringList written; ///< All lines after the redaction.
QStringList ownLines; ///< The lines of our own categories before the redaction.
QtMessageHandler journalHandler = nullptr;

void keep(QtMsgType, const QMessageLogContext &context, const QString &line)
{
    written.append(QLatin1String(context.category) + QStringLiteral(": ") + line);
}

void tap(QtMsgType type, const QMessageLogContext &context, const QString &line)
{
    if (QLatin1String(context.category).startsWith(QLatin1String("latchkey.")))
        ownLines.append(line);
    journalHandler(type, context, line);
}

/// A session with the demo provider, and the secrets that occur in it.
struct World : DemoWorld
{
    void noteStored()
    {
        note(stored().tokens.accessToken);
        note(stored().tokens.refreshToken);
    }

    /// Notes the secrets of the last authorization request and token request.
    void noteSent()
    {
        const QUrlQuery request(person.shown.isEmpty() ? QUrl() : person.shown.last());
        note(request.queryItemValue(QStringLiteral("state")));
        note(request.queryItemValue(QStringLiteral("code_challenge")));
        const loopback::Request token = server.lastRequest(Endpoint::Token);
        const QUrlQuery form(QString::fromLatin1(token.body));
        for (const char *name : {"code", "code_verifier", "refresh_token"})
            note(loopback::formValue(form, QLatin1String(name)).value_or(QString()));
    }

    void note(const QString &secret)
    {
        if (!secret.isEmpty())
            secrets.insert(secret);
    }

    bool refresh()
    {
        Answers<void> answers;
        session->account()->tokens().refresh(&context, answers.receiver());
        const bool isAnswered = eventually([&] { return answers.count == 1; });
        noteSent();
        noteStored();
        return isAnswered;
    }

    bool askForProfile()
    {
        Answers<github::Viewer> answers;
        session->account()->resources().ask(github::viewer(provider.apiBaseUrl), &context, answers.receiver());
        return eventually([&] { return answers.count == 1; });
    }

    bool signOut()
    {
        Answers<void> answers;
        session->signOut(&context, answers.receiver());
        return eventually([&] { return answers.count == 1; });
    }

    QObject context;
    QSet<QString> secrets;
};

/// Searches all that a session logs, with every category on, and all files that it leaves for the session's secrets.
class TestLeaks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        written.clear();
        ownLines.clear();
        m_before = qInstallMessageHandler(keep);
        journal::install();
        journalHandler = qInstallMessageHandler(tap);
        QLoggingCategory::setFilterRules(QStringLiteral("*.debug=true\n*.info=true"));
    }

    void cleanup()
    {
        QLoggingCategory::setFilterRules(QString());
        qInstallMessageHandler(m_before);
    }

    void aSessionLogsNoSecret()
    {
        World world;
        QVERIFY(world.signIn());
        world.noteSent();
        world.noteStored();
        QCOMPARE(world.secrets.size(), 6); // state, challenge, code, verifier, access token, refresh token
        QVERIFY(world.askForProfile());
        QVERIFY(world.refresh());
        QCOMPARE(world.secrets.size(), 8);
        world.server.expireAccessTokens();
        QVERIFY(world.askForProfile());
        world.noteSent();
        world.noteStored();
        QCOMPARE(world.secrets.size(), 10);
        searchFiles(world);
        QVERIFY(world.signOut());
        search(world);
        searchFiles(world);
        QVERIFY(written.size() > 20);
    }

    void anEchoingServerLeadsToNoSecretInTheLog_data()
    {
        QTest::addColumn<int>("endpoint");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("token, refused") << int(Endpoint::Token) << QByteArray("{\"error\":\"server_error\",\"error_description\":\"%1\"}") << 400;
        QTest::newRow("token, 500") << int(Endpoint::Token) << QByteArray("%1") << 500;
        QTest::newRow("token, malformed") << int(Endpoint::Token) << QByteArray("{\"access_token\":\"%1") << 200;
        QTest::newRow("token, wrong type") << int(Endpoint::Token) << QByteArray("{\"access_token\":[\"%1\"],\"refresh_token\":\"%1\"}") << 200;
        QTest::newRow("token, page") << int(Endpoint::Token) << QByteArray("<html>%1</html>") << 200;
        QTest::newRow("profile, 500") << int(Endpoint::User) << QByteArray("%1") << 500;
        QTest::newRow("profile, malformed") << int(Endpoint::User) << QByteArray("{\"login\":\"ada") << 200;
        QTest::newRow("profile, refused") << int(Endpoint::User) << QByteArray("{\"message\":\"%1\"}") << 403;
    }

    /// The server puts a secret into its answer, in place of %1.
    void anEchoingServerLeadsToNoSecretInTheLog()
    {
        QFETCH(const int, endpoint);
        QFETCH(const QByteArray, body);
        QFETCH(const int, status);
        World world;
        QVERIFY(world.signIn());
        world.noteSent();
        world.noteStored();
        const QByteArray echo = QByteArray(body).replace("%1", world.stored().tokens.refreshToken.toLatin1());
        world.server.misbehave(Endpoint(endpoint), answer(status, echo));
        QVERIFY(world.refresh());
        QVERIFY(world.session->account());
        QVERIFY(world.askForProfile());
        world.server.behave();
        search(world);
        searchFiles(world);
        QVERIFY(!written.isEmpty());
    }

private:
    static void search(const World &world)
    {
        for (const QString &secret : world.secrets) {
            QVERIFY(secret.size() >= 16);
            for (const QString &line : written)
                QVERIFY2(!line.contains(secret), qPrintable(line));
            for (const QString &line : ownLines)
                QVERIFY2(!line.contains(secret), qPrintable(QStringLiteral("left to the redaction: ") + line));
        }
    }

    static void searchFiles(const World &world)
    {
        QDirIterator files(world.folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int count = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            ++count;
            for (const QString &secret : world.secrets)
                QVERIFY2(!content.contains(secret.toLatin1()), qPrintable(file.fileName()));
        }
        QVERIFY(count > 0);
    }

    QtMessageHandler m_before = nullptr;
};

} // namespace tst_leaks

LATCHKEY_TEST(tst_leaks, TestLeaks, QCoreApplication)

#include "tst_leaks.moc"
