// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/keychain/keychainnote.h"
#include "session/heldtokenstore.h"
#include "session/keychain/keychaintokenstore.h"
#include "support/test.h"

#include <QApplication>
#include <QLabel>

#include <optional>

namespace tst_keychainnote {

/// What the note says of a store. It asks as the sign-in window does.
QString wordsAbout(TokenStore &store)
{
    KeychainNote note;
    std::optional<KeychainState> state;
    askKeychain(store, &note, [&](KeychainState answer) { state = answer; });
    if (state || !QTest::qWaitFor([&] { return state.has_value(); }, 20000))
        return {};
    note.say(*state);
    return note.findChild<QLabel *>(QStringLiteral("keychainLabel"))->accessibleName();
}

/// Runs with the real keyring in four states (tests/support/with-keyring).
class KeychainNoteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itSaysInWhichStateTheKeychainIs()
    {
        const QHash<QByteArray, QString> expected{
            {"unlocked", QStringLiteral("Keychain ready")},
            {"locked", QStringLiteral("Keychain locked until you sign in")},
            {"no-collection", QStringLiteral("No default keyring: make one to stay signed in")},
            {"no-service", QStringLiteral("No keychain: you’ll be signed out when you quit")},
        };
        KeychainTokenStore store(QStringLiteral("io.github.latchkey.Latchkey"));
        QCOMPARE(wordsAbout(store), expected.value(qgetenv("LATCHKEY_KEYRING")));
    }

    /// As the demo's, whatever the state of the keychain.
    void aStoreThatIsNoKeychainIsReady()
    {
        HeldTokenStore store;
        QCOMPARE(wordsAbout(store), QStringLiteral("Keychain ready"));
    }

    void everyStateTakesAtMostFourteenWords()
    {
        for (const auto state : {KeychainState::Ready, KeychainState::Locked, KeychainState::NoCollection, KeychainState::Missing}) {
            KeychainNote note;
            note.say(state);
            const QString words = note.findChild<QLabel *>(QStringLiteral("keychainLabel"))->accessibleName();
            QVERIFY2(!words.isEmpty() && words.count(QLatin1Char(' ')) < 14, qPrintable(words));
        }
    }
};

} // namespace tst_keychainnote

LATCHKEY_TEST(tst_keychainnote, KeychainNoteTest, QApplication)

#include "tst_keychainnote.moc"
