// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/keychain/secretservice.h"
#include "support/test.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>

namespace tst_secretservice {

const auto serviceName = QStringLiteral("org.freedesktop.secrets");

struct Answer
{
    int count = 0;
    QString program;

    auto receiver()
    {
        return [this](const QString &name) {
            ++count;
            program = name;
        };
    }
};

bool isOwned(const QString &name)
{
    return QDBusConnection::sessionBus().interface()->isServiceRegistered(name);
}

class SecretServiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { qunsetenv("XDG_CURRENT_DESKTOP"); }

    /// D-Bus starts a keyring as soon as anything is sent to its name.
    void askingForTheProgramStartsNone()
    {
        if (qgetenv("LATCHKEY_KEYRING") != "locked")
            QSKIP("needs a keyring that has not been started");
        QVERIFY(!isOwned(serviceName));
        Answer answer;
        secretservice::askProgram(this, answer.receiver());
        QCOMPARE(answer.count, 0);
        QTRY_COMPARE(answer.count, 1);
        QCOMPARE(answer.program, QString());
        QVERIFY(!isOwned(serviceName));
    }

    void theProgramIsTheOneOnTheBus()
    {
        if (qgetenv("LATCHKEY_KEYRING") != "unlocked")
            QSKIP("needs a keyring that runs");
        Answer answer;
        secretservice::askProgram(this, answer.receiver());
        QTRY_COMPARE(answer.count, 1);
        QCOMPARE(answer.program, QStringLiteral("gnome-keyring-d"));
    }

    /// As QtKeychain chooses. This process plays KWallet.
    void onTheDesktopOfKdeItIsTheWallet()
    {
        if (qgetenv("LATCHKEY_KEYRING") != "unlocked")
            QSKIP("needs a keyring that runs");
        qputenv("XDG_CURRENT_DESKTOP", "KDE");
        Answer withoutWallet;
        secretservice::askProgram(this, withoutWallet.receiver());
        QTRY_COMPARE(withoutWallet.count, 1);
        QCOMPARE(withoutWallet.program, QStringLiteral("gnome-keyring-d"));
        QVERIFY(QDBusConnection::sessionBus().registerService(QStringLiteral("org.kde.kwalletd5")));
        Answer withWallet;
        secretservice::askProgram(this, withWallet.receiver());
        QTRY_COMPARE(withWallet.count, 1);
        QCOMPARE(withWallet.program, QStringLiteral("test_session"));
        QVERIFY(QDBusConnection::sessionBus().unregisterService(QStringLiteral("org.kde.kwalletd5")));
    }

    void nobodyIsAnsweredWhoIsGone()
    {
        Answer answer;
        auto context = std::make_unique<QObject>();
        secretservice::askProgram(context.get(), answer.receiver());
        context.reset();
        Answer later;
        secretservice::askProgram(this, later.receiver());
        QTRY_COMPARE(later.count, 1);
        QCOMPARE(answer.count, 0);
    }
};

} // namespace tst_secretservice

LATCHKEY_TEST(tst_secretservice, SecretServiceTest, QCoreApplication)

#include "tst_secretservice.moc"
