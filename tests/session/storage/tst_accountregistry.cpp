// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/storage/accountregistry.h"
#include "support/anotherpath.h"
#include "support/lockfiles.h"
#include "support/noroom.h"
#include "support/test.h"

#include <QElapsedTimer>
#include <QFile>
#include <QLockFile>
#include <QSettings>
#include <QTemporaryDir>

namespace tst_accountregistry {

AccountRecord account(const QString &provider, const QString &id, const QString &login)
{
    return {provider, QStringLiteral("The ") + provider, provider + QStringLiteral(".example.org"), {id, login, {}}};
}

const AccountRecord ada = account(QStringLiteral("hub"), QStringLiteral("1"), QStringLiteral("ada"));
const AccountRecord grace = account(QStringLiteral("hub"), QStringLiteral("2"), QStringLiteral("grace"));
const AccountRecord elsewhere = account(QStringLiteral("acme"), QStringLiteral("1"), QStringLiteral("ada"));

struct World
{
    QTemporaryDir folder;
    QString file = folder.filePath(QStringLiteral("latchkey/latchkey.conf"));
    AccountRegistry registry{file};

    QStringList keys() const
    {
        QStringList keys;
        // Reads the file as the next start does.
        for (const AccountRecord &account : AccountRegistry(file).accounts())
            keys.append(account.key());
        return keys;
    }
};

class AccountRegistryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewRegistryIsEmpty()
    {
        World world;
        QVERIFY(world.registry.accounts().isEmpty());
        QVERIFY(!world.registry.active());
        QVERIFY(!world.registry.lastEnd());
        QVERIFY(world.registry.providerId().isEmpty());
    }

    void aDamagedSizeOfTheListLosesNoAccount_data()
    {
        QTest::addColumn<QVariant>("size");
        QTest::newRow("absent") << QVariant();
        for (const char *size : {"0", "1", "-1", "many", "999999999", "99999999999999999999"})
            QTest::newRow(size) << QVariant(QLatin1String(size));
        QTest::newRow("list") << QVariant(QStringList{QStringLiteral("2"), QStringLiteral("3")});
    }

    void aDamagedSizeOfTheListLosesNoAccount()
    {
        QFETCH(QVariant, size);
        World world;
        QVERIFY(world.registry.add(ada));
        QVERIFY(world.registry.add(grace));
        {
            QSettings settings(world.file, QSettings::IniFormat);
            if (size.isValid())
                settings.setValue(QStringLiteral("accounts/size"), size);
            else
                settings.remove(QStringLiteral("accounts/size"));
        }
        QCOMPARE(world.keys(), (QStringList{grace.key(), ada.key()}));
        QVERIFY(AccountRegistry(world.file).remove(grace.key()));
        QCOMPARE(world.keys(), QStringList{ada.key()});
    }

    void anAddedAccountSurvivesARestart()
    {
        World world;
        AccountRecord odd = ada;
        odd.identity = {QStringLiteral("a/b=c;d@e"), QStringLiteral("@ada, \"the\" [x]\\"), QStringLiteral("Ada Müller\n阿達 %20")};
        odd.providerName = QStringLiteral("@Invalid()");
        QVERIFY(world.registry.add(odd));
        const auto read = AccountRegistry(world.file).active();
        QVERIFY(read);
        QCOMPARE(read->providerId, odd.providerId);
        QCOMPARE(read->providerName, odd.providerName);
        QCOMPARE(read->host, odd.host);
        QCOMPARE(read->identity.id, odd.identity.id);
        QCOMPARE(read->identity.login, odd.identity.login);
        QCOMPARE(read->identity.name, QStringLiteral("Ada Müller 阿達 %20")); // Names are shown on one line.
        QCOMPARE(AccountRegistry(world.file).providerId(), QStringLiteral("hub"));
    }

    void theLastAddedAccountIsActive()
    {
        World world;
        QVERIFY(world.registry.add(ada));
        QVERIFY(world.registry.add(grace));
        QVERIFY(world.registry.add(elsewhere));
        QCOMPARE(world.registry.active()->key(), QStringLiteral("acme/1"));
        QVERIFY(world.registry.add(ada));
        QCOMPARE(world.keys(), QStringList({QStringLiteral("hub/1"), QStringLiteral("acme/1"), QStringLiteral("hub/2")}));
        QCOMPARE(world.registry.providerId(), QStringLiteral("hub"));
    }

    void addingAnAccountAgainUpdatesIt()
    {
        World world;
        QVERIFY(world.registry.add(ada));
        AccountRecord renamed = ada;
        renamed.identity.login = QStringLiteral("lovelace");
        QVERIFY(world.registry.add(renamed));
        QCOMPARE(world.registry.accounts().size(), 1);
        QCOMPARE(world.registry.active()->identity.login, QStringLiteral("lovelace"));
    }

    void removingAnAccountKeepsTheOthers()
    {
        World world;
        QVERIFY(world.registry.add(ada));
        QVERIFY(world.registry.add(grace));
        QVERIFY(world.registry.add(elsewhere));
        QVERIFY(world.registry.remove(QStringLiteral("hub/1")));
        QVERIFY(world.registry.remove(QStringLiteral("hub/unknown")));
        QCOMPARE(world.keys(), QStringList({QStringLiteral("acme/1"), QStringLiteral("hub/2")}));
        QVERIFY(world.registry.remove(QStringLiteral("acme/1")));
        QVERIFY(world.registry.remove(QStringLiteral("hub/2")));
        QVERIFY(world.keys().isEmpty());
        QVERIFY(!world.registry.active());
    }

    void theLastSignOutReasonIsRemembered()
    {
        World world;
        const QDateTime time(QDate(2030, 1, 2), QTime(3, 4, 5), Qt::UTC);
        world.registry.setLastEnd({EndReason::Revoked, time});
        const auto end = AccountRegistry(world.file).lastEnd();
        QVERIFY(end);
        QCOMPARE(end->reason, EndReason::Revoked);
        QCOMPARE(end->at, time);
        QCOMPARE(end->at.timeSpec(), Qt::UTC);
    }

    void aDamagedFileCountsAsEmptyAndCanBeWrittenAgain_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("garbage") << QByteArray("\xff\xfe\x00[[[=\n%%%", 12);
        QTest::newRow("negative size") << QByteArray("[accounts]\nsize=-5\n");
        QTest::newRow("size without accounts") << QByteArray("[accounts]\nsize=3\n1\\provider=hub\n3\\id=7\n");
        QTest::newRow("text for a size") << QByteArray("[accounts]\nsize=many\n");
    }

    void aDamagedFileCountsAsEmptyAndCanBeWrittenAgain()
    {
        QFETCH(QByteArray, content);
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("latchkey.conf"));
        QFile damaged(file);
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write(content);
        damaged.close();
        AccountRegistry registry(file);
        QVERIFY(registry.accounts().isEmpty());
        QVERIFY(!registry.active());
        QVERIFY(registry.add(ada));
        QCOMPARE(AccountRegistry(file).accounts().size(), 1);
    }

    void processesDoNotUndoEachOthersChanges()
    {
        World world;
        QVERIFY(world.registry.add(ada));
        AccountRegistry other(anotherPathOf(world.file));
        QCOMPARE(other.accounts().size(), 1);
        QVERIFY(other.add(grace));
        QVERIFY(world.registry.add(elsewhere));
        QCOMPARE(world.keys(), QStringList({elsewhere.key(), grace.key(), ada.key()}));
        QVERIFY(other.remove(ada.key()));
        world.registry.setActive(grace.key());
        QCOMPARE(world.keys(), QStringList({grace.key(), elsewhere.key()}));
        QVERIFY(other.addPendingRevocation(QStringLiteral("1")));
        QVERIFY(world.registry.addPendingRevocation(QStringLiteral("2")));
        QCOMPARE(AccountRegistry(world.file).pendingRevocations(), QStringList({QStringLiteral("1"), QStringLiteral("2")}));
    }

    void aProviderFileIsRememberedWhileItsAccountIsSignedIn()
    {
        World world;
        world.registry.setProviderFile(QStringLiteral("acme"), QStringLiteral("/home/ada/acme.json"));
        QCOMPARE(AccountRegistry(world.file).providerFiles(), QStringList());
        QVERIFY(world.registry.add(elsewhere));
        QCOMPARE(AccountRegistry(world.file).providerFiles(), QStringList(QStringLiteral("/home/ada/acme.json")));
        QVERIFY(world.registry.add(ada));
        QCOMPARE(AccountRegistry(world.file).providerFiles(), QStringList(QStringLiteral("/home/ada/acme.json")));
        QVERIFY(world.registry.remove(elsewhere.key()));
        QCOMPARE(AccountRegistry(world.file).providerFiles(), QStringList());
    }

    void theEndOfASessionKnowsItsServer()
    {
        World world;
        world.registry.setLastEnd({EndReason::Revoked, QDateTime::currentDateTimeUtc(), QStringLiteral("Hub")});
        QCOMPARE(AccountRegistry(world.file).lastEnd()->server, QStringLiteral("Hub"));
    }

    void anUpdatedAccountKeepsItsPlaceAndItsFormerLogins()
    {
        World world;
        QVERIFY(world.registry.add(ada));
        QVERIFY(world.registry.add(grace));
        AccountRecord renamed = ada;
        renamed.identity.login = QStringLiteral("lovelace");
        renamed.identity.name = QStringLiteral("Countess");
        QVERIFY(world.registry.update(renamed));
        const QList<AccountRecord> all = AccountRegistry(world.file).accounts();
        QCOMPARE(all.size(), 2);
        QVERIFY(all.last().identity == renamed.identity);
        QCOMPARE(all.last().formerLogins, QStringList(ada.identity.login));
        QVERIFY(world.registry.add(renamed)); // Signed in once more.
        QCOMPARE(world.registry.active()->formerLogins, QStringList(ada.identity.login));
        QVERIFY(world.registry.add(ada)); // The old login is back.
        QCOMPARE(world.registry.active()->formerLogins, QStringList(QStringLiteral("lovelace")));
        AccountRecord unknown = ada;
        unknown.identity.id = QStringLiteral("99");
        QVERIFY(world.registry.update(unknown));
        QVERIFY(!world.registry.contains(unknown.key()));
    }

    void anAbandonedLockFileDelaysLessThanQtsStaleLockTime()
    {
        World world;
        QVERIFY(world.registry.add(ada));
        const QString lockFile = world.file + QStringLiteral(".lock");
        QVERIFY(leaveNobodysLock(lockFile));
        QElapsedTimer waited;
        waited.start();
        world.registry.setUnsavedRenewal(ada.key(), UnsavedRenewal::AnswerLost);
        QVERIFY(waited.elapsed() < QLockFile(lockFile).staleLockTime());
        QCOMPARE(AccountRegistry(world.file).unsavedRenewal(ada.key()), std::optional(UnsavedRenewal::AnswerLost));
    }

    void aFailedWriteChangesNothing_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("no folder") << QStringLiteral("/proc/latchkey/latchkey.conf");
        QTest::newRow("a file in place of the folder") << QStringLiteral("/proc/version/latchkey.conf");
        QTest::newRow("a folder in place of the file") << QStringLiteral("/proc/self");
    }

    void aFailedWriteChangesNothing()
    {
        QFETCH(QString, file);
        AccountRegistry registry(file);
        const auto added = registry.add(ada);
        QVERIFY(!added);
        QCOMPARE(added.error().code, QStringLiteral("settings_not_written"));
        QVERIFY(!registry.setStray(ada.key(), true));
        QVERIFY(registry.accounts().isEmpty());
        QVERIFY(registry.strayEntries().isEmpty());
    }

    /// NoRoom imitates a full disk by a limit of the process, which applies to root too.
    void aFullDiskLosesNothing()
    {
        World world;
        QVERIFY(world.registry.add(ada));
        {
            const NoRoom noRoom;
            QVERIFY(!world.registry.add(grace));
            QVERIFY(!world.registry.remove(ada.key()));
            QCOMPARE(world.keys(), QStringList(ada.key()));
        }
        QCOMPARE(AccountRegistry(anotherPathOf(world.file)).accounts().size(), 1);
        QCOMPARE(QDir(QFileInfo(world.file).path()).entryList(QDir::Files), QStringList(QFileInfo(world.file).fileName()));
        QVERIFY(world.registry.add(grace));
        QCOMPARE(world.keys(), QStringList({grace.key(), ada.key()}));
    }

    void aReadOnlyFileStays()
    {
        World world;
        QVERIFY(world.registry.add(ada));
        QVERIFY(QFile::setPermissions(world.file, QFile::ReadOwner));
        if (QFile(world.file).open(QIODevice::ReadWrite))
            QSKIP("root may write every file");
        QVERIFY(!world.registry.add(grace));
        QCOMPARE(world.keys(), QStringList(ada.key()));
    }

    void permissionsAndSymbolicLinksArePreserved()
    {
        World world;
        QVERIFY(world.registry.add(ada));
        const QString target = world.folder.filePath(QStringLiteral("dotfiles.conf"));
        QVERIFY(QFile::rename(world.file, target) && QFile::link(target, world.file));
        QVERIFY(QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(world.registry.add(grace));
        QVERIFY(QFileInfo(world.file).isSymLink());
        QCOMPARE(QFile::permissions(target) & QFile::ReadOther, QFile::Permissions());
        QCOMPARE(AccountRegistry(anotherPathOf(world.file)).accounts().size(), 2);
    }

    /// The changes do not alter the size of the file.
    void rapidChangesAreAllSeen()
    {
        World world;
        QVERIFY(world.registry.add(ada));
        QVERIFY(world.registry.add(grace));
        const AccountRegistry other(anotherPathOf(world.file));
        for (int i = 0; i < 20; ++i) {
            world.registry.setActive(ada.key());
            QCOMPARE(other.active()->key(), ada.key());
            world.registry.setActive(grace.key());
            QCOMPARE(other.active()->key(), grace.key());
        }
    }

    void anEntryIsStrayUntilItsAccountIsAddedOrTheEntryIsGone()
    {
        World world;
        QVERIFY(world.registry.setStray(ada.key(), true));
        QCOMPARE(world.registry.strayEntries(), QStringList(ada.key()));
        QVERIFY(world.registry.add(ada));
        QVERIFY(world.registry.strayEntries().isEmpty());
        QVERIFY(world.registry.remove(ada.key()));
        QCOMPARE(AccountRegistry(anotherPathOf(world.file)).strayEntries(), QStringList(ada.key()));
        QVERIFY(world.registry.setStray(ada.key(), false));
        QVERIFY(world.registry.strayEntries().isEmpty());
    }
};

} // namespace tst_accountregistry

LATCHKEY_TEST(tst_accountregistry, AccountRegistryTest, QCoreApplication)

#include "tst_accountregistry.moc"
