// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/keychain/keychainhelp.h"
#include "gui/keychain/keychainnote.h"
#include "session/heldtokenstore.h"
#include "session/keychain/keychaintokenstore.h"
#include "support/test.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QPointer>

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

    /// Neither is cut off, and nothing hangs at the end of a line.
    void theLinksGoBelowASentenceThatDoesNotFit_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("isBelow");
        QTest::newRow("wide") << 900 << false;
        QTest::newRow("sign-in window") << 480 << true;
        QTest::newRow("narrow") << 320 << true;
    }

    void theLinksGoBelowASentenceThatDoesNotFit()
    {
        QFETCH(int, width);
        QFETCH(bool, isBelow);
        KeychainNote note;
        note.say(KeychainState::Missing);
        note.resize(width, 120);
        note.show();
        QVERIFY(QTest::qWaitForWindowExposed(&note));
        const auto placeOf = [&note](const char *name) {
            const auto *widget = note.findChild<QWidget *>(QLatin1String(name));
            return QRect(widget->mapTo(&note, QPoint()), widget->size());
        };
        const QRect sentence = placeOf("keychainLabel");
        const QRect help = placeOf("keychainHelpButton");
        const QRect check = placeOf("diagnosticsButton");
        QCOMPARE(help.top() >= sentence.bottom(), isBelow);
        QCOMPARE(help.left() > sentence.right(), !isBelow);
        for (const QRect &place : {sentence, help, check})
            QVERIFY(note.rect().contains(place));
        const auto *label = note.findChild<QLabel *>(QStringLiteral("keychainLabel"));
        QVERIFY(label->height() >= label->heightForWidth(label->width()));
        QVERIFY(label->text().back().isLetter());
    }

    void onlyAMissingKeychainIsToBeFixed()
    {
        for (const auto state : {KeychainState::Ready, KeychainState::Locked, KeychainState::NoCollection, KeychainState::Missing}) {
            KeychainNote note;
            note.say(state);
            QCOMPARE(!note.findChild<QWidget *>(QStringLiteral("keychainHelpButton"))->isHidden(),
                     state == KeychainState::NoCollection || state == KeychainState::Missing);
        }
    }

    void theHelpStaysUntilTheKeychainIsThere()
    {
        HeldTokenStore store;
        store.refusal = Error{Error::Kind::Storage, QStringLiteral("unavailable")};
        KeychainNote note;
        note.resize(480, 640);
        note.show();
        note.follow(store);
        auto *fix = note.findChild<QAbstractButton *>(QStringLiteral("keychainHelpButton"));
        QTRY_VERIFY(fix->isVisible());
        fix->click();
        const QPointer<KeychainHelp> help = note.findChild<KeychainHelp *>();
        QVERIFY(help && help->isVisible());
        QCOMPARE(help->findChildren<QLabel *>(QStringLiteral("keychainAdvice")).size(), 3);
        auto *outcome = help->findChild<QLabel *>(QStringLiteral("keychainOutcome"));
        QVERIFY(!outcome->isVisible());
        help->findChild<QAbstractButton *>(QStringLiteral("checkKeychainButton"))->click();
        QTRY_VERIFY(outcome->isVisible());
        store.refusal.reset();
        help->findChild<QAbstractButton *>(QStringLiteral("checkKeychainButton"))->click();
        QTRY_VERIFY(!help);
        QVERIFY(!fix->isVisible());
        QCOMPARE(note.findChild<QLabel *>(QStringLiteral("keychainLabel"))->text(), QStringLiteral("Keychain ready"));
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
