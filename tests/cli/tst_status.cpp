// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandoutcome.h"
#include "session/heldtokenstore.h"

#include "cli/commands/status.h"
#include "session/heldtokenstore.h"
#include "support/test.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

namespace tst_status {

const QDateTime now(QDate(2026, 5, 4), QTime(12, 0), Qt::UTC);

struct World
{
    void add(const QString &id, const QDateTime &expiresAt)
    {
        const AccountRecord record{QStringLiteral("acme"), QStringLiteral("Acme"), QStringLiteral("acme.example"),
                                   {id, QStringLiteral("ada"), QString()}};
        const StoredSession session{record.identity,
                                    {QStringLiteral("secret-access"), QStringLiteral("secret-refresh"),
                                     {QStringLiteral("read:user")}, now, expiresAt, {}, {}, {}},
                                    {}};
        store.write(record.key(), session.toEntry(), &context, [](const Result<void> &) {});
        if (!registry.add(record))
            qFatal("the settings cannot be written");
    }

    /// Runs the command to its end.
    void run(bool asJson) { run(asJson, store); }

    void run(bool asJson, TokenStore &asked)
    {
        cli::Status command(registry, asked, asJson);
        outcome = outcomeOf(command);
    }

    QJsonObject json() const { return QJsonDocument::fromJson(outcome.out.toUtf8()).object(); }

    QTemporaryDir folder;
    AccountRegistry registry{folder.filePath(QStringLiteral("latchkey.conf"))};
    HeldTokenStore store;
    QObject context;
    cli::Outcome outcome;
};

class StatusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewLoginIsToldAsTheSettingsHaveIt()
    {
        World world;
        world.add(QStringLiteral("1"), now);
        AccountRecord record = *world.registry.active();
        record.identity.login = QStringLiteral("lovelace");
        record.identity.name = QStringLiteral("Countess");
        QVERIFY(world.registry.update(record)); // The entry in the keychain still has the old one.
        world.run(true);
        const QJsonObject account = world.json().value(QLatin1String("accounts")).toArray().first().toObject();
        QCOMPARE(account.value(QLatin1String("login")).toString(), QStringLiteral("lovelace"));
        QCOMPARE(account.value(QLatin1String("name")).toString(), QStringLiteral("Countess"));
        world.run(false);
        QVERIFY(world.outcome.out.contains(QStringLiteral("as lovelace")));
        QVERIFY(!world.outcome.out.contains(QStringLiteral("as ada")));
    }

    void nobodyIsSignedIn()
    {
        World world;
        world.run(true);
        QCOMPARE(world.outcome.code, cli::NobodySignedIn);
        QCOMPARE(world.json().value(QLatin1String("signed_in")), QJsonValue(false));
        QVERIFY(world.json().value(QLatin1String("accounts")).toArray().isEmpty());
        QVERIFY(world.json().value(QLatin1String("last_end")).isNull());
    }

    void jsonHasTheFactsThatScriptsRelyOn()
    {
        World world;
        world.add(QStringLiteral("7"), now.addSecs(3600));
        world.run(true);
        QCOMPARE(world.outcome.code, cli::Done);
        const QJsonObject account = world.json().value(QLatin1String("accounts")).toArray().first().toObject();
        const QJsonObject expected{
            {QStringLiteral("id"), QStringLiteral("7")}, {QStringLiteral("login"), QStringLiteral("ada")},
            {QStringLiteral("name"), QJsonValue::Null}, {QStringLiteral("provider"), QStringLiteral("acme")},
            {QStringLiteral("host"), QStringLiteral("acme.example")}, {QStringLiteral("active"), true},
            {QStringLiteral("store"), QStringLiteral("memory")},
            {QStringLiteral("scopes"), QJsonArray{QStringLiteral("read:user")}},
            {QStringLiteral("expires_at"), QStringLiteral("2026-05-04T13:00:00Z")},
            {QStringLiteral("refreshed_at"), QStringLiteral("2026-05-04T12:00:00Z")},
            {QStringLiteral("refreshable"), true}};
        QCOMPARE(account, expected);
    }

    void aTokenThatDoesNotExpireHasNoTime()
    {
        World world;
        world.add(QStringLiteral("7"), {});
        world.run(true);
        QVERIFY(world.json().value(QLatin1String("accounts")).toArray().first()[u"expires_at"].isNull());
    }

    void nothingSecretIsPrinted()
    {
        World world;
        world.add(QStringLiteral("7"), now.addSecs(3600));
        for (const bool asJson : {true, false}) {
            world.run(asJson);
            QVERIFY(!(world.outcome.out + world.outcome.err).contains(QStringLiteral("secret-")));
        }
    }

    void anEntryThatCannotBeReadIsAFailureWithASentence()
    {
        World world;
        world.add(QStringLiteral("7"), {});
        world.store.remove(QStringLiteral("acme/7"), &world.context, [](const Result<void> &) {});
        world.run(false);
        QCOMPARE(world.outcome.code, cli::Failed);
        QVERIFY(world.outcome.err.contains(QStringLiteral("ada")));
        QCOMPARE(world.registry.accounts().size(), 1);
    }

    void aKeychainThatDoesNotAnswerIsToldOnceAndNobodyIsCalledSignedOut()
    {
        World world;
        world.add(QStringLiteral("7"), {});
        world.add(QStringLiteral("8"), {});
        HeldTokenStore silent;
        silent.refusal = Error{Error::Kind::Storage, QStringLiteral("timed_out")};
        for (const bool asJson : {true, false}) {
            world.run(asJson, silent);
            QCOMPARE(world.outcome.code, cli::Failed);
            QCOMPARE(world.outcome.err.count(QStringLiteral("does not answer")), 1);
            QVERIFY(!world.outcome.out.contains(QStringLiteral("Nobody")));
        }
        world.run(true, silent);
        QVERIFY(world.json().value(QLatin1String("signed_in")).isNull());
    }

    void whatWasCutShortIsTold()
    {
        World world;
        QVERIFY(world.registry.setStray(QStringLiteral("acme/7"), true));
        world.run(false);
        QVERIFY(world.outcome.err.contains(QStringLiteral("cut short")));
        QCOMPARE(world.outcome.code, cli::NobodySignedIn);
    }

    void tokensThatWaitToBeRevokedAreTold()
    {
        World world;
        QVERIFY(world.registry.addPendingRevocation(QStringLiteral("0f4c")));
        world.run(false);
        QVERIFY(world.outcome.err.contains(QStringLiteral("wait to be revoked")));
        QVERIFY(!world.outcome.err.contains(QStringLiteral("cut short")));
    }

    void theLastEndIsTold()
    {
        World world;
        world.registry.setLastEnd({EndReason::Revoked, now});
        world.run(true);
        QCOMPARE(world.json().value(QLatin1String("last_end"))[u"reason"].toString(), QStringLiteral("revoked"));
        QCOMPARE(world.json().value(QLatin1String("last_end"))[u"at"].toString(), QStringLiteral("2026-05-04T12:00:00Z"));
    }
};

} // namespace tst_status

LATCHKEY_TEST(tst_status, StatusTest, QCoreApplication)

#include "tst_status.moc"
