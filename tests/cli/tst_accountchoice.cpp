// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/accountchoice.h"

#include "support/test.h"

namespace tst_accountchoice {

const QList<AccountRecord> accounts{
    {QStringLiteral("github"), QStringLiteral("GitHub"), QStringLiteral("github.com"), {QStringLiteral("1"), QStringLiteral("ada"), {}}},
    {QStringLiteral("acme"), QStringLiteral("Acme"), QStringLiteral("acme.example.org"), {QStringLiteral("9"), QStringLiteral("Ada"), {}}},
    {QStringLiteral("github"), QStringLiteral("GitHub"), QStringLiteral("github.com"), {QStringLiteral("2"), QStringLiteral("bob"), {}}},
};

class AccountChoiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNameLeadsToOneAccountOrIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("code");
        const QString none;
        QTest::newRow("none") << none << none << none << int(cli::Done);
        QTest::newRow("login") << QStringLiteral("bob") << none << QStringLiteral("github/2") << int(cli::Done);
        QTest::newRow("in any case") << QStringLiteral("BOB") << none << QStringLiteral("github/2") << int(cli::Done);
        QTest::newRow("id") << QStringLiteral("9") << none << QStringLiteral("acme/9") << int(cli::Done);
        QTest::newRow("at a provider") << QStringLiteral("ada") << QStringLiteral("acme") << QStringLiteral("acme/9") << int(cli::Done);
        QTest::newRow("at several") << QStringLiteral("ada") << none << none << int(cli::WrongUsage);
        QTest::newRow("nobody") << QStringLiteral("grace") << none << none << int(cli::NobodySignedIn);
        QTest::newRow("not there") << QStringLiteral("bob") << QStringLiteral("acme") << none << int(cli::NobodySignedIn);
    }

    void aNameLeadsToOneAccountOrIsRefused()
    {
        QFETCH(QString, name);
        QFETCH(QString, provider);
        QFETCH(QString, key);
        QFETCH(int, code);
        cli::Options options;
        options.account = name;
        options.provider = provider;
        const auto choice = cli::chooseAccount(options, accounts);
        const auto *end = std::get_if<cli::Outcome>(&choice);
        QCOMPARE(end ? int(end->code) : int(cli::Done), code);
        if (end) {
            QVERIFY(end->err.contains(name));
            return;
        }
        const auto &account = std::get<std::optional<AccountRecord>>(choice);
        QCOMPARE(account ? account->key() : QString(), key);
    }
};

} // namespace tst_accountchoice

LATCHKEY_TEST(tst_accountchoice, AccountChoiceTest, QCoreApplication)

#include "tst_accountchoice.moc"
