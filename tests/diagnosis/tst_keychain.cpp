// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/keychain.h"
#include "session/keychain/keychaintokenstore.h"
#include "support/test.h"

#include <QHash>
#include <QProcess>

namespace tst_keychain {

using diagnosis::Finding;
using diagnosis::State;

/// The real keyring, in the state that tests/support/with-keyring prepared.
class TestKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itsStateIsTold()
    {
        const QHash<QString, std::pair<State, QString>> expected{
            {QStringLiteral("unlocked"), {State::Ok, QStringLiteral("Keeps")}},
            {QStringLiteral("locked"), {State::Failed, QStringLiteral("locked")}},
            {QStringLiteral("no-collection"), {State::Failed, QStringLiteral("no default keyring")}},
            {QStringLiteral("no-service"), {State::Failed, QStringLiteral("No keychain found")}}};
        const QString keyring = qEnvironmentVariable("LATCHKEY_KEYRING");
        if (!expected.contains(keyring))
            QSKIP("runs by tests/support/with-keyring");
        KeychainTokenStore store(QStringLiteral("io.github.latchkey.Latchkey"));
        Finding found;
        diagnosis::tryKeychain(store, this, [&](const Finding &finding) { found = finding; });
        QTRY_VERIFY(found.state != State::Pending);
        const auto [state, words] = expected.value(keyring);
        QVERIFY2(found.state == state && found.sentence.contains(words), qPrintable(found.sentence));
    }

    void nothingIsLeftBehind()
    {
        if (qEnvironmentVariable("LATCHKEY_KEYRING") != QLatin1String("unlocked"))
            QSKIP("runs by tests/support/with-keyring, unlocked");
        QProcess search;
        search.start(QStringLiteral("secret-tool"), {QStringLiteral("search"), QStringLiteral("--all"), QStringLiteral("server"),
                                                     QStringLiteral("io.github.latchkey.Latchkey")});
        QVERIFY(search.waitForFinished());
        QCOMPARE(search.readAllStandardOutput(), QByteArray());
    }
};

} // namespace tst_keychain

LATCHKEY_TEST(tst_keychain, TestKeychain, QCoreApplication)

#include "tst_keychain.moc"
