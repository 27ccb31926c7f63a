// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/options.h"

#include "support/test.h"

namespace tst_options {

class OptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understandsWhatIsAskedFor()
    {
        const auto outcome = cli::readArguments({QStringLiteral("latchkey"), QStringLiteral("--demo"), QStringLiteral("--method"),
                                                 QStringLiteral("browser")});
        const auto *options = std::get_if<cli::Options>(&outcome);
        QVERIFY(options);
        QVERIFY(options->isDemo);
        QCOMPARE(options->way, std::optional(SignInWay::Browser));
        QCOMPARE(options->command, cli::Options::Command::OpenWindow);
    }

    void aStyleOfQtCanBeChosen_data()
    {
        QTest::addColumn<QStringList>("style");
        for (const QStringList &style : {QStringList{QStringLiteral("-style"), QStringLiteral("fusion")}, {QStringLiteral("-style=fusion")},
                                         {QStringLiteral("--style"), QStringLiteral("fusion")}, {QStringLiteral("--style=fusion")},
                                         {QStringLiteral("-style")}})
            QTest::newRow(qPrintable(style.join(QLatin1Char(' ')))) << style;
    }

    void aStyleOfQtCanBeChosen()
    {
        QFETCH(QStringList, style);
        const auto outcome = cli::readArguments(QStringList{QStringLiteral("latchkey"), QStringLiteral("--demo")} + style);
        const auto *options = std::get_if<cli::Options>(&outcome);
        QVERIFY(options);
        QVERIFY(options->isDemo);
    }

    void onlyTheDemoIsTemporary()
    {
        const auto demo = cli::readArguments({QStringLiteral("latchkey"), QStringLiteral("--demo"), QStringLiteral("--temporary")});
        QVERIFY(std::get<cli::Options>(demo).isTemporary);
        const auto alone = cli::readArguments({QStringLiteral("latchkey"), QStringLiteral("--temporary")});
        QCOMPARE(std::get<cli::Outcome>(alone).code, int(cli::WrongUsage));
    }

    void statusCanBeAskedForAsJson()
    {
        const auto outcome = cli::readArguments({QStringLiteral("latchkey"), QStringLiteral("status"), QStringLiteral("--json")});
        const auto *options = std::get_if<cli::Options>(&outcome);
        QVERIFY(options);
        QVERIFY(options->asJson);
        QCOMPARE(options->command, cli::Options::Command::Status);
    }

    void terminalCommandsAreUnderstood()
    {
        const auto read = [](const QStringList &arguments) {
            const auto outcome = cli::readArguments(QStringList{QStringLiteral("latchkey")} + arguments);
            const auto *options = std::get_if<cli::Options>(&outcome);
            return options ? *options : cli::Options();
        };
        const auto signIn = read({QStringLiteral("sign-in"), QStringLiteral("--method"), QStringLiteral("device")});
        QCOMPARE(signIn.command, cli::Options::Command::SignIn);
        QCOMPARE(signIn.way, std::optional(SignInWay::DeviceCode));
        QCOMPARE(read({QStringLiteral("token")}).command, cli::Options::Command::Token);
        const auto credential = read({QStringLiteral("git-credential"), QStringLiteral("get")});
        QCOMPARE(credential.command, cli::Options::Command::GitCredential);
        QCOMPARE(credential.gitOperation, QStringLiteral("get"));
        QCOMPARE(read({QStringLiteral("--method"), QStringLiteral("token")}).way, std::optional(SignInWay::Token));
    }

    void aDiagnosisCanBeAskedForOfAnyProvider()
    {
        const auto outcome = cli::readArguments({QStringLiteral("latchkey"), QStringLiteral("--provider"), QStringLiteral("acme"),
                                                 QStringLiteral("diagnose")});
        const auto *options = std::get_if<cli::Options>(&outcome);
        QVERIFY(options);
        QCOMPARE(options->command, cli::Options::Command::Diagnose);
        QCOMPARE(options->provider, QStringLiteral("acme"));
    }

    void accountAndEverywhereAreRead()
    {
        const auto one = cli::readArguments({QStringLiteral("latchkey"), QStringLiteral("token"), QStringLiteral("--account"),
                                             QStringLiteral("ada")});
        QVERIFY(std::get_if<cli::Options>(&one));
        QCOMPARE(std::get<cli::Options>(one).account, QStringLiteral("ada"));
        QVERIFY(!std::get<cli::Options>(one).isEverywhere);
        const auto all = cli::readArguments({QStringLiteral("latchkey"), QStringLiteral("sign-out"), QStringLiteral("--everywhere")});
        QVERIFY(std::get_if<cli::Options>(&all));
        QVERIFY(std::get<cli::Options>(all).isEverywhere);
    }

    void wrongUsageSaysWhatWouldBeRight_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("hint");
        QTest::newRow("method") << QStringList{QStringLiteral("--method"), QStringLiteral("nonsense")} << QStringLiteral("embedded, browser");
        QTest::newRow("command") << QStringList{QStringLiteral("nonsense")} << QStringLiteral("status, sign-out");
        QTest::newRow("option") << QStringList{QStringLiteral("--nonsense")} << QStringLiteral("nonsense");
        QTest::newRow("too many words") << QStringList{QStringLiteral("status"), QStringLiteral("now")} << QStringLiteral("now");
        QTest::newRow("json without status") << QStringList{QStringLiteral("--json")} << QStringLiteral("status");
        QTest::newRow("everywhere without sign-out") << QStringList{QStringLiteral("token"), QStringLiteral("--everywhere")} << QStringLiteral("sign-out");
        QTest::newRow("everywhere for one") << QStringList{QStringLiteral("sign-out"), QStringLiteral("--everywhere"), QStringLiteral("--account"), QStringLiteral("ada")} << QStringLiteral("--account");
        QTest::newRow("account with status") << QStringList{QStringLiteral("status"), QStringLiteral("--account"), QStringLiteral("ada")} << QStringLiteral("token");
        QTest::newRow("empty account") << QStringList{QStringLiteral("token"), QStringLiteral("--account"), QString()} << QStringLiteral("--account");
        QTest::newRow("method with a command") << QStringList{QStringLiteral("status"), QStringLiteral("--method"), QStringLiteral("browser")} << QStringLiteral("window");
        QTest::newRow("embedded in a terminal") << QStringList{QStringLiteral("sign-in"), QStringLiteral("--method"), QStringLiteral("embedded")} << QStringLiteral("window");
        QTest::newRow("git without operation") << QStringList{QStringLiteral("git-credential")} << QStringLiteral("get, store or erase");
        QTest::newRow("git with too much") << QStringList{QStringLiteral("git-credential"), QStringLiteral("get"), QStringLiteral("now")} << QStringLiteral("now");
        QTest::newRow("demo and provider") << QStringList{QStringLiteral("--demo"), QStringLiteral("--provider"), QStringLiteral("x")} << QStringLiteral("--provider");
        QTest::newRow("empty provider") << QStringList{QStringLiteral("--provider"), QString()} << QStringLiteral("--provider");
        QTest::newRow("provider without value") << QStringList{QStringLiteral("--provider")} << QStringLiteral("provider");
    }

    void wrongUsageSaysWhatWouldBeRight()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, hint);
        const auto outcome = cli::readArguments(QStringList{QStringLiteral("latchkey")} + arguments);
        const auto *end = std::get_if<cli::Outcome>(&outcome);
        QVERIFY(end);
        QCOMPARE(end->code, cli::WrongUsage);
        QVERIFY2(end->err.contains(hint), qPrintable(end->err));
    }

    void helpAndVersionAreNoErrors()
    {
        for (const char *argument : {"--help", "-h", "--version", "-v"}) {
            const auto outcome = cli::readArguments({QStringLiteral("latchkey"), QLatin1String(argument)});
            const auto *end = std::get_if<cli::Outcome>(&outcome);
            QVERIFY(end);
            QCOMPARE(end->code, cli::Done);
            const bool isHelp = end->out.contains(QStringLiteral("--demo")) && end->out.contains(QStringLiteral("sign-out"));
            const bool isVersion = end->out == QStringLiteral("latchkey " LATCHKEY_VERSION "\n");
            QVERIFY2(isHelp || isVersion, qPrintable(end->out));
        }
    }
};

} // namespace tst_options

LATCHKEY_TEST(tst_options, OptionsTest, QCoreApplication)

#include "tst_options.moc"
