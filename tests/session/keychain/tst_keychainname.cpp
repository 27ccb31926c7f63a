// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/keychain/keychainname.h"
#include "support/test.h"

namespace tst_keychainname {

class KeychainNameTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownProgramsHaveTheNameThatPeopleKnow_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("gnome-keyring-d") << "GNOME Keyring";
        QTest::newRow("gnome-keyring-daemon") << "GNOME Keyring";
        QTest::newRow("kwalletd5") << "KWallet";
        QTest::newRow("kwalletd6") << "KWallet";
        QTest::newRow("ksecretd") << "KWallet";
        QTest::newRow(".kwalletd6-wrap") << "KWallet";
        QTest::newRow("keepassxc") << "KeePassXC";
        QTest::newRow("pass-secret-ser") << "pass";
        QTest::newRow("pass_secret_ser") << "pass";
        QTest::newRow("oo7-daemon") << "oo7";
    }

    void knownProgramsHaveTheNameThatPeopleKnow()
    {
        QFETCH(QString, name);
        QCOMPARE(keychainName(QString::fromUtf8(QTest::currentDataTag())), name);
    }

    void anyOtherProgramHasNone()
    {
        for (const char *program : {"", ".", "python3", "xdg-dbus-proxy", "my-keepassxc", "<b>kwalletd</b>"})
            QCOMPARE(keychainName(QString::fromUtf8(program)), QString());
    }
};

} // namespace tst_keychainname

LATCHKEY_TEST(tst_keychainname, KeychainNameTest, testprogram::NoApplication)

#include "tst_keychainname.moc"
