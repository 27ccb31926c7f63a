// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/storage/identity.h"

#include "support/test.h"

namespace tst_identity {

using Api = Provider::Api;

class IdentityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idLoginAndNameAreRead_data()
    {
        QTest::addColumn<Provider::Api>("api");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("GitHub") << Api::GitHub << QByteArray(R"({"id": 8150042, "login": "ada", "name": "Ada Müller"})")
                                << QStringList{QStringLiteral("8150042"), QStringLiteral("ada"), QStringLiteral("Ada Müller")};
        QTest::newRow("GitHub, no name") << Api::GitHub << QByteArray(R"({"id": 1, "login": "ada", "name": null})")
                                         << QStringList{QStringLiteral("1"), QStringLiteral("ada"), QString()};
        QTest::newRow("GitHub, id as text") << Api::GitHub << QByteArray(R"({"id": "8150042", "login": "ada"})")
                                            << QStringList{QStringLiteral("8150042"), QStringLiteral("ada"), QString()};
        QTest::newRow("GitHub, an id too large for a double") << Api::GitHub << QByteArray(R"({"id": 9007199254740993, "login": "ada"})")
                                                     << QStringList{QStringLiteral("9007199254740993"), QStringLiteral("ada"), QString()};
        const QString altered = QStringLiteral("ada") + alteredLoginMark;
        QTest::newRow("GitHub, a login that is not printable") << Api::GitHub << QByteArray(R"({"id": 1, "login": "ada\u202e"})")
                                                              << QStringList{QStringLiteral("1"), altered, QString()};
        QTest::newRow("OIDC, a name that is not printable")
            << Api::Oidc << QByteArray(R"({"sub": "1", "preferred_username": "\u009bada", "name": "A\u001bda"})")
            << QStringList{QStringLiteral("1"), altered, QStringLiteral("Ada")};
        QTest::newRow("OIDC") << Api::Oidc << QByteArray(R"({"sub": "a|1", "preferred_username": "ada", "nickname": "n", "name": "Ada"})")
                              << QStringList{QStringLiteral("a|1"), QStringLiteral("ada"), QStringLiteral("Ada")};
        QTest::newRow("OIDC, nickname") << Api::Oidc << QByteArray(R"({"sub": "1", "nickname": "n", "email": "a@b.c"})")
                                        << QStringList{QStringLiteral("1"), QStringLiteral("n"), QString()};
        QTest::newRow("OIDC, e-mail") << Api::Oidc << QByteArray(R"({"sub": "1", "preferred_username": "", "email": "a@b.c"})")
                                      << QStringList{QStringLiteral("1"), QStringLiteral("a@b.c"), QString()};
        QTest::newRow("OIDC, sub only") << Api::Oidc << QByteArray(R"({"sub": "1"})")
                                        << QStringList{QStringLiteral("1"), QStringLiteral("1"), QString()};
    }

    void idLoginAndNameAreRead()
    {
        QFETCH(Provider::Api, api);
        QFETCH(QByteArray, body);
        QFETCH(QStringList, expected);
        const Result<Identity> identity = readIdentity(api, body);
        QVERIFY(identity);
        QCOMPARE((QStringList{identity->id, identity->login, identity->name}), expected);
    }

    void unusableIdentityIsMalformed_data()
    {
        QTest::addColumn<Provider::Api>("api");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        const auto identity = QStringLiteral("identity");
        const auto notJson = QStringLiteral("not_json");
        QTest::newRow("GitHub, no id") << Api::GitHub << QByteArray(R"({"login": "ada"})") << identity;
        QTest::newRow("GitHub, id 0") << Api::GitHub << QByteArray(R"({"id": 0, "login": "ada"})") << identity;
        QTest::newRow("GitHub, negative id") << Api::GitHub << QByteArray(R"({"id": -1, "login": "ada"})") << identity;
        QTest::newRow("GitHub, id with a fraction") << Api::GitHub << QByteArray(R"({"id": 1.5, "login": "ada"})") << identity;
        QTest::newRow("GitHub, id as text that is no number") << Api::GitHub << QByteArray(R"({"id": "1a", "login": "ada"})") << identity;
        QTest::newRow("GitHub, negative id as text") << Api::GitHub << QByteArray(R"({"id": "-1", "login": "ada"})") << identity;
        QTest::newRow("GitHub, no login") << Api::GitHub << QByteArray(R"({"id": 1})") << identity;
        QTest::newRow("GitHub, login of another type") << Api::GitHub << QByteArray(R"({"id": 1, "login": ["ada"]})") << identity;
        QTest::newRow("OIDC, no sub") << Api::Oidc << QByteArray(R"({"preferred_username": "ada", "id": 1})") << identity;
        QTest::newRow("OIDC, sub as a number") << Api::Oidc << QByteArray(R"({"sub": 1, "email": "a@b.c"})") << identity;
        QTest::newRow("array") << Api::GitHub << QByteArray(R"([{"id": 1, "login": "ada"}])") << notJson;
        QTest::newRow("HTML") << Api::GitHub << QByteArray("<html>Please log in to the hotel's network</html>") << notJson;
        QTest::newRow("empty") << Api::Oidc << QByteArray() << notJson;
    }

    void unusableIdentityIsMalformed()
    {
        QFETCH(Provider::Api, api);
        QFETCH(QByteArray, body);
        QFETCH(QString, code);
        const Result<Identity> identity = readIdentity(api, body);
        QVERIFY(!identity);
        QCOMPARE(identity.error().kind, Error::Kind::Malformed);
        QCOMPARE(identity.error().code, code);
    }
};

} // namespace tst_identity

LATCHKEY_TEST(tst_identity, IdentityTest, QCoreApplication)

#include "tst_identity.moc"
