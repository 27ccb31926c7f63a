// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/storage/storedsession.h"

#include "support/test.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace tst_storedsession {

QDateTime utc(int year, int month, int day, int msec = 0)
{
    return QDateTime(QDate(year, month, day), QTime(12, 30, 15, msec), Qt::UTC);
}

StoredSession session()
{
    StoredSession session;
    session.identity = {QStringLiteral("8150042"), QStringLiteral("ada"), QStringLiteral("Ada Müller \"die Gräfin\"")};
    session.tokens = {QStringLiteral("gho_1+/="), QStringLiteral("ghr_1"), {QStringLiteral("read:user"), QStringLiteral("repo")},
                      utc(2030, 1, 1, 7), utc(2030, 1, 2, 8), utc(2030, 7, 1, 9), {}, QStringLiteral("8150042")};
    session.tokens.authMethod = oauth::ClientAuthMethod::Basic;
    session.way = QStringLiteral("device_code");
    session.discovered.issuer = QUrl(QStringLiteral("https://sso.example.org/realm/"));
    session.discovered.tokenAuthMethod = oauth::ClientAuthMethod::Post;
    session.discovered.revocationAuthMethod = oauth::ClientAuthMethod::Basic;
    session.discovered.authorizationEndpoint = QUrl(QStringLiteral("https://sso.example.org/authorize?a=b%20c"));
    session.discovered.tokenEndpoint = QUrl(QStringLiteral("https://sso.example.org/token"));
    session.discovered.revocationEndpoint = QUrl(QStringLiteral("http://127.0.0.1:8080/revoke"));
    session.discovered.userinfoEndpoint = QUrl(QStringLiteral("https://sso.example.org/userinfo"));
    return session;
}

/// The entry of session() with one member changed; undefined removes it.
QByteArray entryWith(const QString &name, const QJsonValue &value)
{
    QJsonObject entry = QJsonDocument::fromJson(session().toEntry()).object();
    if (value.isUndefined())
        entry.remove(name);
    else
        entry.insert(name, value);
    return QJsonDocument(entry).toJson(QJsonDocument::Compact);
}

class StoredSessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStoredSessionIsReadBack()
    {
        const Result<StoredSession> read = StoredSession::fromEntry(session().toEntry());
        QVERIFY(read);
        QCOMPARE(read->identity.id, session().identity.id);
        QCOMPARE(read->identity.login, session().identity.login);
        QCOMPARE(read->identity.name, session().identity.name);
        QCOMPARE(read->tokens.accessToken, session().tokens.accessToken);
        QCOMPARE(read->tokens.refreshToken, session().tokens.refreshToken);
        QCOMPARE(read->tokens.scopes, session().tokens.scopes);
        QCOMPARE(read->tokens.obtainedAt, session().tokens.obtainedAt);
        QCOMPARE(read->tokens.expiresAt, session().tokens.expiresAt);
        QCOMPARE(read->tokens.refreshExpiresAt, session().tokens.refreshExpiresAt);
        QCOMPARE(read->tokens.expiresAt.timeSpec(), Qt::UTC);
        QCOMPARE(read->tokens.authMethod, session().tokens.authMethod);
        QCOMPARE(read->way, session().way);
        QCOMPARE(read->discovered.issuer, session().discovered.issuer);
        QCOMPARE(read->discovered.tokenAuthMethod, session().discovered.tokenAuthMethod);
        QCOMPARE(read->discovered.revocationAuthMethod, session().discovered.revocationAuthMethod);
        QCOMPARE(read->discovered.authorizationEndpoint, session().discovered.authorizationEndpoint);
        QCOMPARE(read->discovered.tokenEndpoint, session().discovered.tokenEndpoint);
        QCOMPARE(read->discovered.revocationEndpoint, session().discovered.revocationEndpoint);
        QCOMPARE(read->discovered.userinfoEndpoint, session().discovered.userinfoEndpoint);
    }

    void unknownTimesStayUnknown()
    {
        StoredSession eternal = session();
        eternal.tokens.refreshToken.clear();
        eternal.tokens.expiresAt = {};
        eternal.tokens.refreshExpiresAt = {};
        const Result<StoredSession> read = StoredSession::fromEntry(eternal.toEntry());
        QVERIFY(read);
        QVERIFY(!read->tokens.isRefreshable());
        QVERIFY(!read->tokens.expiresAt.isValid());
        QVERIFY(!read->tokens.refreshExpiresAt.isValid());
    }

    void anEntryFitsIntoWindowsCredentialManager()
    {
        StoredSession large = session();
        large.tokens.accessToken = QString(255, QLatin1Char('a'));
        large.tokens.refreshToken = QString(255, QLatin1Char('r'));
        QVERIFY2(large.toEntry().size() < 2048, QByteArray::number(large.toEntry().size()));
    }

    void anUnreadableEntryIsAStorageError_data()
    {
        QTest::addColumn<QByteArray>("entry");
        QTest::addColumn<QString>("code");
        const auto unreadable = QStringLiteral("unreadable_entry");
        QTest::newRow("empty") << QByteArray() << unreadable;
        QTest::newRow("garbage") << QByteArray("\x00\xff{\"version\":1", 14) << unreadable;
        QTest::newRow("an older program's bare token") << QByteArray("gho_token") << unreadable;
        QTest::newRow("array") << QByteArray("[1]") << unreadable;
        QTest::newRow("cut off") << session().toEntry().chopped(1) << unreadable;
        QTest::newRow("empty object") << QByteArray("{}") << unreadable;
        QTest::newRow("no version") << entryWith(QStringLiteral("version"), QJsonValue::Undefined) << unreadable;
        QTest::newRow("version 0") << entryWith(QStringLiteral("version"), 0) << unreadable;
        QTest::newRow("version as text") << entryWith(QStringLiteral("version"), QStringLiteral("1")) << unreadable;
        QTest::newRow("version 2") << entryWith(QStringLiteral("version"), 2) << QStringLiteral("newer_entry");
        QTest::newRow("no token") << entryWith(QStringLiteral("access_token"), QJsonValue::Undefined) << unreadable;
        QTest::newRow("empty token") << entryWith(QStringLiteral("access_token"), QString()) << unreadable;
        QTest::newRow("token of another type") << entryWith(QStringLiteral("access_token"), 7) << unreadable;
        QTest::newRow("no id") << entryWith(QStringLiteral("id"), QJsonValue::Undefined) << unreadable;
    }

    void anUnreadableEntryIsAStorageError()
    {
        QFETCH(QByteArray, entry);
        QFETCH(QString, code);
        const Result<StoredSession> read = StoredSession::fromEntry(entry);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::Storage);
        QCOMPARE(read.error().code, code);
        QVERIFY(!read.error().detail.contains(QLatin1String("gho_")));
    }

    void membersOfNewerVersionsAreIgnored()
    {
        QVERIFY(StoredSession::fromEntry(entryWith(QStringLiteral("avatar"), QJsonObject{{QStringLiteral("a"), 1}})));
    }

    void issuerIsSpelledAsTheServerSpelledIt_data()
    {
        QTest::addColumn<QString>("inFile");
        QTest::addColumn<QString>("expected");
        const auto discovered = QStringLiteral("https://sso.example.org/realm/");
        QTest::newRow("the same") << discovered << discovered;
        QTest::newRow("without the slash") << QStringLiteral("https://sso.example.org/realm") << discovered;
        QTest::newRow("another host") << QStringLiteral("https://other.example.org/realm")
                                      << QStringLiteral("https://other.example.org/realm");
    }

    /// ID tokens of later refreshes name it so.
    void issuerIsSpelledAsTheServerSpelledIt()
    {
        QFETCH(QString, inFile);
        QFETCH(QString, expected);
        Provider provider;
        provider.api = Provider::Api::Oidc;
        provider.server.issuer = QUrl(inFile);
        const Provider complete = withDiscovered(provider, *StoredSession::fromEntry(session().toEntry()));
        QVERIFY(!complete.needsDiscovery());
        QCOMPARE(complete.server.issuerText(), expected);
        QCOMPARE(complete.server.tokenAuthMethod, oauth::ClientAuthMethod::Post);
    }

    void anEntryWithoutAnIssuerHasThatOfTheFile()
    {
        QJsonObject discovered = QJsonDocument::fromJson(session().toEntry()).object().value(QLatin1String("discovered")).toObject();
        discovered.remove(QStringLiteral("issuer"));
        Provider provider;
        provider.api = Provider::Api::Oidc;
        provider.server.issuer = QUrl(QStringLiteral("https://sso.example.org/realm"));
        const auto old = StoredSession::fromEntry(entryWith(QStringLiteral("discovered"), discovered));
        QCOMPARE(withDiscovered(provider, *old).server.issuer, provider.server.issuer);
    }

    void unsafeEndpointsAreDropped_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("http") << QStringLiteral("http://sso.example.org/token");
        QTest::newRow("http to localhost") << QStringLiteral("http://localhost/token");
        QTest::newRow("file") << QStringLiteral("file:///etc/passwd");
        QTest::newRow("password") << QStringLiteral("https://a:b@sso.example.org/token");
        QTest::newRow("not a URL") << QStringLiteral("https://[/token");
        QTest::newRow("empty") << QString();
    }

    void unsafeEndpointsAreDropped()
    {
        QFETCH(QString, url);
        const QJsonObject discovered{{QStringLiteral("token_endpoint"), url},
                                     {QStringLiteral("userinfo_endpoint"), QStringLiteral("https://sso.example.org/u")}};
        const Result<StoredSession> read = StoredSession::fromEntry(entryWith(QStringLiteral("discovered"), discovered));
        QVERIFY(read);
        QVERIFY(read->discovered.tokenEndpoint.isEmpty());
        QCOMPARE(read->discovered.userinfoEndpoint, QUrl(QStringLiteral("https://sso.example.org/u")));
    }
};

} // namespace tst_storedsession

LATCHKEY_TEST(tst_storedsession, StoredSessionTest, QCoreApplication)

#include "tst_storedsession.moc"
