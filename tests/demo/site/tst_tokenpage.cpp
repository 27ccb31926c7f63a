// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/democlient.h"

#include "support/test.h"

namespace tst_tokenpage {

struct World
{
    World()
    {
        if (!server.listen())
            qFatal("the demo provider cannot listen");
    }

    /// The page, requested by the logged-in person or by nobody.
    HttpReply makeToken(const QString &csrfToken)
    {
        return client.post(server.tokenPage(), {{QStringLiteral("authenticity_token"), csrfToken}});
    }

    static QString captured(const HttpReply &page, const char *pattern)
    {
        return QRegularExpression(QLatin1String(pattern)).match(QString::fromUtf8(page.body)).captured(1);
    }

    static QString token(const HttpReply &page) { return captured(page, "<code id=\"token\">([^<]+)</code>"); }

    QString csrfToken() { return captured(client.send("GET", QNetworkRequest(server.tokenPage())), "authenticity_token\" value=\"([^\"]+)\""); }

    demo::FaultyProvider server;
    DemoClient client{server};
};

class TokenPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLoggedInPersonCreatesATokenThatWorks()
    {
        World world;
        world.client.logIn(world.server.tokenPage());
        const QString token = World::token(world.makeToken(world.csrfToken()));
        QVERIFY(token.size() > 20);
        const HttpReply user = world.client.get(QStringLiteral("/user"), token);
        QCOMPARE(user.status, 200);
        QCOMPARE(user.json().value(QLatin1String("login")).toString(), demo::Login::userName());
        QCOMPARE(user.headers.value("x-oauth-scopes"), QByteArray("read:user"));
    }

    void withoutALoginTheFormIsShown()
    {
        World world;
        QVERIFY(world.client.send("GET", QNetworkRequest(world.server.tokenPage())).body.contains("name=\"password\""));
        QVERIFY(World::token(world.makeToken(QStringLiteral("x"))).isEmpty());
        QCOMPARE(world.server.liveTokenCount(), 0);
    }

    void aFormWithoutTheCsrfTokenCreatesNothing()
    {
        World world;
        world.client.logIn(world.server.tokenPage());
        QVERIFY(World::token(world.makeToken(QStringLiteral("forged"))).isEmpty());
        QCOMPARE(world.server.liveTokenCount(), 0);
    }

    void otherMethodsAreRefused()
    {
        World world;
        QCOMPARE(world.client.send("DELETE", QNetworkRequest(world.server.tokenPage())).status, 405);
    }
};

} // namespace tst_tokenpage

LATCHKEY_TEST(tst_tokenpage, TokenPageTest, QCoreApplication)

#include "tst_tokenpage.moc"
