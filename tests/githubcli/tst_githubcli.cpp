// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "githubcli/githubcli.h"

#include "githubcli/clirun.h"
#include "support/answers.h"
#include "support/test.h"

#include <QFile>
#include <QTemporaryDir>

namespace tst_githubcli {

using namespace std::chrono_literals;

const QString host = QStringLiteral("github.example");
const QByteArray token = "gho_0123456789abcdefghijABCDEFGHIJ012345";

/// A program that takes the place of GitHub CLI.
struct StandIn
{
    explicit StandIn(const QByteArray &script)
    {
        QFile file(program);
        if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + script + '\n') < 0)
            qFatal("the stand-in cannot be written");
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    QByteArray noted(const char *name) const
    {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir folder;
    QString program = folder.filePath(QStringLiteral("gh"));
    QObject context;
    Answers<QString> answers;
};

class GitHubCliTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLoginAndTheTokenAreThoseOfTheHost()
    {
        StandIn standIn("echo \"$@\" >> $(dirname $0)/arguments; case $1 in config) echo ada-demo;; auth) echo " + token + ";; esac");
        const GitHubCli cli(standIn.program);
        cli.findLogin(host, &standIn.context, standIn.answers.receiver());
        QTRY_COMPARE(standIn.answers.count, 1);
        QCOMPARE(**standIn.answers.last, QStringLiteral("ada-demo"));
        cli.readToken(host, &standIn.context, standIn.answers.receiver());
        QTRY_COMPARE(standIn.answers.count, 2);
        QCOMPARE(**standIn.answers.last, QString::fromLatin1(token));
        QCOMPARE(standIn.noted("arguments"), QByteArray("config get user -h github.example\nauth token --hostname github.example\n"));
    }

    void anyOtherAnswerIsAnError_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("nothing") << QByteArray(":") << QByteArray("cli_answer");
        QTest::newRow("an empty line") << QByteArray("echo") << QByteArray("cli_answer");
        QTest::newRow("words") << QByteArray("echo You are not logged in") << QByteArray("cli_answer");
        QTest::newRow("a short word") << QByteArray("echo none") << QByteArray("cli_answer");
        QTest::newRow("two lines") << "echo " + token + "; echo " + token << QByteArray("cli_answer");
        QTest::newRow("a line before") << "echo Welcome to gh; echo " + token << QByteArray("cli_answer");
        QTest::newRow("colors") << "printf '\\033[1m" + token + "\\033[0m\\n'" << QByteArray("cli_answer");
        QTest::newRow("null characters") << "printf '\\0" + token + "\\n'" << QByteArray("cli_answer");
        QTest::newRow("other letters") << QByteArray("printf 'gho_\\303\\251\\303\\251\\303\\251\\303\\251\\303\\251\\303\\251\\303\\251\\303\\251\\303\\251\\n'")
                                       << QByteArray("cli_answer");
        QTest::newRow("a header") << "printf '" + token + "\\r\\nX-Evil: 1\\n'" << QByteArray("cli_answer");
        QTest::newRow("256 letters") << QByteArray("printf %0256d 7") << QByteArray("cli_answer");
        QTest::newRow("endless") << QByteArray("while :; do echo yes; done") << QByteArray("cli_answer");
        QTest::newRow("a token and an error") << "echo " + token + "; exit 1" << QByteArray("no_cli_sign_in");
        QTest::newRow("nobody") << QByteArray("echo no oauth token >&2; exit 1") << QByteArray("no_cli_sign_in");
        QTest::newRow("a crash") << "echo " + token + "; kill -SEGV $$" << QByteArray("no_cli_sign_in");
        QTest::newRow("a question") << "read answer || exit 1; echo " + token << QByteArray("no_cli_sign_in");
        QTest::newRow("silence") << QByteArray("exec sleep 60") << QByteArray("cli_timed_out");
        QTest::newRow("an end that comes late") << "echo " + token + "; exec sleep 60" << QByteArray("cli_timed_out");
        QTest::newRow("deaf to requests to end") << QByteArray("trap '' TERM INT; while :; do sleep 1; done") << QByteArray("cli_timed_out");
    }

    void anyOtherAnswerIsAnError()
    {
        QFETCH(QByteArray, script);
        QFETCH(QByteArray, code);
        StandIn standIn("echo $$ > $(dirname $0)/process\n" + script);
        const auto patience = code == "cli_timed_out" ? 300ms : 20s;
        GitHubCli(standIn.program, patience).readToken(host, &standIn.context, standIn.answers.receiver());
        QTRY_COMPARE(standIn.answers.count, 1);
        QVERIFY(!*standIn.answers.last);
        const Error &error = standIn.answers.last->error();
        QCOMPARE(error.code.toLatin1(), code);
        QVERIFY(!error.detail.toLatin1().contains(token));
        // It has ended, and does not come back.
        const QString process = QStringLiteral("/proc/") + QString::fromLatin1(standIn.noted("process").trimmed());
        QTRY_VERIFY(!QFile::exists(process));
        QTest::qWait(0);
        QCOMPARE(standIn.answers.count, 1);
    }

    void aLoginIsNoSentence()
    {
        StandIn standIn("echo could not find key");
        GitHubCli(standIn.program).findLogin(host, &standIn.context, standIn.answers.receiver());
        QTRY_COMPARE(standIn.answers.count, 1);
        QCOMPARE(standIn.answers.last->error().code, QStringLiteral("cli_answer"));
    }

    void aProgramThatCannotBeStartedIsAnError()
    {
        StandIn standIn("");
        QFile::setPermissions(standIn.program, QFile::ReadOwner);
        for (const QString &program : {standIn.program, standIn.folder.filePath(QStringLiteral("none")), QString()}) {
            const int before = standIn.answers.count;
            GitHubCli(program).readToken(host, &standIn.context, standIn.answers.receiver());
            QCOMPARE(standIn.answers.count, before); // Not from inside the call.
            QTRY_COMPARE(standIn.answers.count, before + 1);
            QCOMPARE(standIn.answers.last->error().code, QStringLiteral("cli_not_started"));
        }
        QVERIFY(!GitHubCli(QString()).isInstalled());
    }

    void theProgramEndsWithItsContext()
    {
        StandIn standIn("echo $$ > $(dirname $0)/process; exec sleep 60");
        auto context = std::make_unique<QObject>();
        GitHubCli(standIn.program).readToken(host, context.get(), standIn.answers.receiver());
        QTRY_VERIFY(!standIn.noted("process").isEmpty());
        const QString process = QStringLiteral("/proc/") + QString::fromLatin1(standIn.noted("process").trimmed());
        QVERIFY(QFile::exists(process));
        context.reset();
        QTRY_VERIFY(!QFile::exists(process));
        QTest::qWait(0);
        QCOMPARE(standIn.answers.count, 0);
    }

    void itsEnvironmentHasNoTokensAndNoLibrariesOfOurs()
    {
        QProcessEnvironment ours;
        for (const char *name : {"HOME", "PATH", "GH_CONFIG_DIR", "DBUS_SESSION_BUS_ADDRESS", "GH_TOKEN", "GITHUB_TOKEN",
                                 "GH_ENTERPRISE_TOKEN", "GH_HOST", "LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "APPDIR", "APPIMAGE"})
            ours.insert(QString::fromLatin1(name), QStringLiteral("x"));
        QStringList names = cliEnvironment(ours).keys();
        names.sort();
        QCOMPARE(names, QStringList({QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("GH_CONFIG_DIR"),
                                     QStringLiteral("GH_NO_UPDATE_NOTIFIER"), QStringLiteral("GH_PROMPT_DISABLED"),
                                     QStringLiteral("HOME"), QStringLiteral("NO_COLOR"), QStringLiteral("PATH")}));
    }

    /// The real program, where it is installed.
    void debiansProgramAnswers()
    {
        if (!GitHubCli::ofThisComputer().isInstalled())
            QSKIP("GitHub CLI is not installed");
        StandIn standIn("");
        QFile hosts(standIn.folder.filePath(QStringLiteral("hosts.yml")));
        QVERIFY(hosts.open(QIODevice::WriteOnly));
        hosts.write("github.example:8443:\n    user: ada-demo\n    oauth_token: " + token + "\n    git_protocol: https\n");
        hosts.close();
        qputenv("GH_CONFIG_DIR", standIn.folder.path().toLocal8Bit());
        const GitHubCli cli = GitHubCli::ofThisComputer();
        cli.findLogin(QStringLiteral("github.example:8443"), &standIn.context, standIn.answers.receiver());
        QTRY_COMPARE(standIn.answers.count, 1);
        QVERIFY(*standIn.answers.last);
        QCOMPARE(**standIn.answers.last, QStringLiteral("ada-demo"));
        cli.readToken(QStringLiteral("github.example:8443"), &standIn.context, standIn.answers.receiver());
        QTRY_COMPARE(standIn.answers.count, 2);
        QVERIFY(*standIn.answers.last);
        QCOMPARE(**standIn.answers.last, QString::fromLatin1(token));
        cli.readToken(QStringLiteral("another.example"), &standIn.context, standIn.answers.receiver());
        QTRY_COMPARE(standIn.answers.count, 3);
        QCOMPARE(standIn.answers.last->error().code, QStringLiteral("no_cli_sign_in"));
        cli.findLogin(QStringLiteral("another.example"), &standIn.context, standIn.answers.receiver());
        QTRY_COMPARE(standIn.answers.count, 4);
        QCOMPARE(standIn.answers.last->error().code, QStringLiteral("no_cli_sign_in"));
    }
};

} // namespace tst_githubcli

LATCHKEY_TEST(tst_githubcli, GitHubCliTest, QCoreApplication)

#include "tst_githubcli.moc"
