// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/probeprocess.h"

#include "support/faultyprovider.h"
#include "support/test.h"

#include <cstdio>

namespace tst_twoprocesses {

using demo::Endpoint;

/// The number of expiries to test; LATCHKEY_EXPIRIES overrides it.
int expiryCount()
{
    bool isNumber = false;
    const int count = qEnvironmentVariableIntValue("LATCHKEY_EXPIRIES", &isNumber);
    return isNumber ? count : 120;
}

/// Two processes of one user share an account in the real keychain. The server revokes everything if a refresh token is
/// used twice.
class TwoProcessesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (qgetenv("LATCHKEY_KEYRING") != "unlocked")
            QSKIP("needs tests/support/with-keyring");
    }

    void noExpiryCostsASession()
    {
        demo::FaultyProvider server(demo::DemoProvider::Options{.endGrantOnReuse = true});
        QVERIFY(server.listen());
        ProbeProcess one(server.origin());
        QCOMPARE(one.ask("sign-in"), "in");
        ProbeProcess other(server.origin());
        QCOMPARE(other.ask("restore"), "in");
        // A refused request or a timer's renewal: the same in both processes, then one in each.
        const std::pair<const char *, const char *> pairs[] = {{"ask", "ask"}, {"refresh", "refresh"}, {"ask", "refresh"}};
        const int refreshesBefore = server.requestCount(Endpoint::Token);
        for (int i = 0; i < expiryCount(); ++i) {
            server.expireAccessTokens();
            one.tell(pairs[i % 3].first);
            other.tell(pairs[i % 3].second);
            QCOMPARE(one.answer(), "ok");
            QCOMPARE(other.answer(), "ok");
            QCOMPARE(server.requestCount(Endpoint::Token) - refreshesBefore, i + 1);
        }
        QCOMPARE(one.ask("ask"), "ok");
        QCOMPARE(other.ask("ask"), "ok");
        QCOMPARE(server.liveTokenCount(), 2);
        std::printf("%d expiries, %d refreshes, 0 lost sessions\n", expiryCount(),
                    server.requestCount(Endpoint::Token) - refreshesBefore);
    }
};

} // namespace tst_twoprocesses

LATCHKEY_TEST(tst_twoprocesses, TwoProcessesTest, QCoreApplication)

#include "tst_twoprocesses.moc"
