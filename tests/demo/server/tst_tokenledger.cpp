// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/server/tokenledger.h"

#include "support/test.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>

namespace tst_tokenledger {

using demo::TokenLedger;
using namespace std::chrono_literals;

constexpr TokenLedger::Policy usual{8h, 4392h, true};
const QString code = QStringLiteral("code");
const QStringList scopes{QStringLiteral("read:user"), QStringLiteral("user:email")};

QDateTime nineHoursAgo()
{
    return QDateTime::currentDateTimeUtc().addSecs(-9 * 3600);
}

struct World
{
    QByteArray content() const
    {
        QFile ledger(file);
        return ledger.open(QIODevice::ReadOnly) ? ledger.readAll() : QByteArray();
    }

    bool write(const QByteArray &content) const
    {
        QDir(folder.path()).mkdir(QStringLiteral("below"));
        QFile ledger(file);
        return ledger.open(QIODevice::WriteOnly) && ledger.write(content) == content.size();
    }

    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("below/ledger.json"));
};

class TokenLedgerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokensAreLongAndNeverTheSame()
    {
        TokenLedger ledger({}, usual);
        const auto first = ledger.issue(code, scopes);
        const auto second = ledger.issue(code, scopes);
        QCOMPARE(first.accessToken.size(), 44);
        QCOMPARE(first.refreshToken.size(), 44);
        QCOMPARE(QSet<QString>({first.accessToken, first.refreshToken, second.accessToken, second.refreshToken}).size(), 4);
        QCOMPARE(ledger.liveTokenCount(), 4);
    }

    void theFileIsPrivateAndHasOnlyHashes()
    {
        World world;
        TokenLedger ledger(world.file, usual);
        const auto issued = ledger.issue(code, scopes);
        const auto forOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(world.file) & forOthers));
        QVERIFY(world.content().contains("\"scope\": \"read:user user:email\""));
        QVERIFY(!world.content().contains(issued.accessToken.mid(4).toLatin1()));
        QVERIFY(!world.content().contains(issued.refreshToken.mid(4).toLatin1()));
    }

    void aRestartForgetsNothing()
    {
        World world;
        const auto issued = TokenLedger(world.file, usual).issue(code, scopes);
        TokenLedger ledger(world.file, usual);
        QCOMPARE(ledger.scopesOf(issued.accessToken).value(), scopes);
        const auto renewed = ledger.refresh(issued.refreshToken);
        QVERIFY(renewed);
        QCOMPARE(renewed->scopes, scopes);
        QVERIFY(!TokenLedger(world.file, usual).refresh(issued.refreshToken));
        QVERIFY(TokenLedger(world.file, usual).refresh(renewed->refreshToken));
    }

    void expiredGrantsAreNotLoaded()
    {
        World world;
        TokenLedger(world.file, {8h, 0s, true}, nineHoursAgo).issue(code, scopes);
        TokenLedger ledger(world.file, usual);
        ledger.issue(code, scopes);
        QCOMPARE(world.content().count("\"access\""), 1);
    }

    void unreadableFilesCountAsMissing_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("not JSON") << QByteArray("\x00\xff...", 5);
        QTest::newRow("an array") << QByteArray("[1, 2]");
        QTest::newRow("no list") << QByteArray("{\"grants\": 7}");
        QTest::newRow("wrong types") << QByteArray("{\"grants\": [7, null, [], {\"access\": 1, \"refresh\": {}, \"scope\": []}]}");
        QTest::newRow("cut off") << QByteArray("{\"grants\": [{\"access\": \"ab");
    }

    void unreadableFilesCountAsMissing()
    {
        QFETCH(QByteArray, content);
        World world;
        QVERIFY(world.write(content));
        TokenLedger ledger(world.file, usual);
        QCOMPARE(ledger.liveTokenCount(), 0);
        const auto issued = ledger.issue(code, scopes);
        QVERIFY(TokenLedger(world.file, usual).scopesOf(issued.accessToken));
    }

    void anUnwritableFileIsNoError()
    {
        World world;
        QVERIFY(world.write("in the way of a folder"));
        TokenLedger ledger(world.file + QStringLiteral("/ledger.json"), usual);
        QVERIFY(ledger.scopesOf(ledger.issue(code, scopes).accessToken));
    }

    void emptyTokensAndCodesMatchNoGrant()
    {
        World world;
        TokenLedger(world.file, {0s, 0s, true}).issue(code, scopes); // Has no refresh token and, when read, no code.
        TokenLedger ledger(world.file, usual);
        QVERIFY(!ledger.scopesOf({}));
        QVERIFY(!ledger.refresh({}));
        QVERIFY(!ledger.revokeGrant({}));
        ledger.revoke({});
        ledger.revokeGrantOfCode({});
        QCOMPARE(ledger.liveTokenCount(), 1);
    }

    void aRefreshTokenEndsWithItsLifetime()
    {
        TokenLedger ledger({}, {8h, 0s, true});
        const auto issued = ledger.issue(code, scopes);
        QVERIFY(!ledger.refresh(issued.refreshToken));
        QCOMPARE(ledger.liveTokenCount(), 1);
    }

    void withoutRotationTheRefreshTokenStays()
    {
        TokenLedger ledger({}, {8h, 4392h, false});
        const auto issued = ledger.issue(code, scopes);
        const auto second = ledger.refresh(issued.refreshToken);
        QVERIFY(second);
        QVERIFY(second->refreshToken.isEmpty());
        QVERIFY(!ledger.scopesOf(issued.accessToken));
        QVERIFY(ledger.refresh(issued.refreshToken));
    }

    void anAccessTokenIsRevokedAlone()
    {
        TokenLedger ledger({}, usual);
        const auto issued = ledger.issue(code, scopes);
        ledger.revoke(issued.accessToken);
        QVERIFY(!ledger.scopesOf(issued.accessToken));
        QCOMPARE(ledger.liveTokenCount(), 1);
        QVERIFY(ledger.refresh(issued.refreshToken));
    }

    void aRefreshTokenIsRevokedWithItsGrant()
    {
        TokenLedger ledger({}, usual);
        const auto issued = ledger.issue(code, scopes);
        const auto other = ledger.issue(code, scopes);
        ledger.revoke(issued.refreshToken);
        QVERIFY(!ledger.scopesOf(issued.accessToken));
        QVERIFY(ledger.scopesOf(other.accessToken));
    }

    void expiredAccessTokensCanBeRefreshed()
    {
        World world;
        const auto issued = TokenLedger(world.file, usual, nineHoursAgo).issue(code, scopes);
        TokenLedger ledger(world.file, usual);
        QVERIFY(!ledger.scopesOf(issued.accessToken));
        QVERIFY(ledger.scopesOf(ledger.refresh(issued.refreshToken)->accessToken));
    }

    void theOldestOfElevenGrantsGoes()
    {
        TokenLedger ledger({}, usual);
        const auto first = ledger.issue(code, scopes);
        const auto second = ledger.issue(code, scopes);
        for (int i = 0; i < 9; ++i)
            ledger.issue(code, scopes);
        QCOMPARE(ledger.liveTokenCount(), 20);
        QVERIFY(!ledger.scopesOf(first.accessToken));
        QVERIFY(ledger.scopesOf(second.accessToken));
    }
};

} // namespace tst_tokenledger

LATCHKEY_TEST(tst_tokenledger, TokenLedgerTest, QCoreApplication)

#include "tst_tokenledger.moc"
