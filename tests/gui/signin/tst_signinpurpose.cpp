// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/signin/signinpurpose.h"

#include "support/test.h"

namespace tst_signinpurpose {

using Outcome = SignInPurpose::Outcome;

AccountRecord account(const char *providerId, const char *id)
{
    AccountRecord record;
    record.providerId = QLatin1String(providerId);
    record.identity.id = QLatin1String(id);
    record.identity.login = QLatin1String(id);
    return record;
}

/// To be granted scopes as ada.
SignInPurpose purposeOfAda(const QStringList &scopes)
{
    SignInPurpose purpose = SignInPurpose::toSignInAgain(account("github", "ada"));
    purpose.scopes = scopes;
    return purpose;
}

class SignInPurposeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outcomeDependsOnAccountAndScopes_data();
    void outcomeDependsOnAccountAndScopes();
    void onlyASignInBesideTheAccountIsGivenUp();
    void anotherTryLetsThePersonChoose();
};

void SignInPurposeTest::outcomeDependsOnAccountAndScopes_data()
{
    QTest::addColumn<SignInPurpose>("purpose");
    QTest::addColumn<AccountRecord>("signedIn");
    QTest::addColumn<QStringList>("granted");
    QTest::addColumn<Outcome>("outcome");
    const AccountRecord ada = account("github", "ada");
    const AccountRecord bob = account("github", "bob");
    const AccountRecord elsewhere = account("gitea", "ada");
    const QStringList none;
    const QStringList user{QStringLiteral("read:user")};
    const QStringList repo{QStringLiteral("repo")};
    const auto row = [](const char *name, const SignInPurpose &purpose, const AccountRecord &signedIn,
                        const QStringList &granted, Outcome outcome) {
        QTest::newRow(name) << purpose << signedIn << granted << outcome;
    };
    row("the same account", purposeOfAda(none), ada, user, Outcome::Reached);
    row("somebody else", purposeOfAda(none), bob, user, Outcome::SomebodyElse);
    row("somebody else with the scopes", purposeOfAda(repo), bob, repo, Outcome::SomebodyElse);
    row("another provider", purposeOfAda(repo), elsewhere, user, Outcome::AnotherProvider);
    row("granted", purposeOfAda(repo), ada, user + repo, Outcome::Reached);
    row("not granted", purposeOfAda(repo), ada, user, Outcome::ScopesMissing);
    row("partly granted", purposeOfAda(repo + user), ada, user, Outcome::ScopesMissing);
    row("GitHub App, without scopes", purposeOfAda(repo), ada, none, Outcome::Reached);
    row("any account", SignInPurpose::toAddAccount(), bob, user, Outcome::Reached);
}

void SignInPurposeTest::outcomeDependsOnAccountAndScopes()
{
    QFETCH(SignInPurpose, purpose);
    QFETCH(AccountRecord, signedIn);
    QFETCH(QStringList, granted);
    QFETCH(Outcome, outcome);
    QCOMPARE(purpose.outcome(signedIn, granted), outcome);
}

void SignInPurposeTest::onlyASignInBesideTheAccountIsGivenUp()
{
    const Error declined{Error::Kind::Denied, QStringLiteral("access_denied")};
    const Error unreachable{Error::Kind::Unreachable, QStringLiteral("timeout")};
    SignInPurpose purpose = purposeOfAda({QStringLiteral("repo")});
    QVERIFY(!purpose.isGivenUp(std::nullopt)); // No attempt has begun.
    purpose.isAttemptSeen = true;
    QVERIFY(!purpose.isGivenUp(declined)); // The account is not signed in any more.
    purpose.keepsAccount = true;
    QVERIFY(purpose.isGivenUp(std::nullopt));
    QVERIFY(purpose.isGivenUp(declined));
    QVERIFY(!purpose.isGivenUp(unreachable));
}

void SignInPurposeTest::anotherTryLetsThePersonChoose()
{
    SignInPurpose purpose = purposeOfAda({QStringLiteral("repo")});
    purpose.isAttemptSeen = true;
    const SignInPurpose again = purpose.withChoice();
    QVERIFY(again.request.selectAccount);
    QCOMPARE(again.request.loginHint, QStringLiteral("ada"));
    QCOMPARE(again.scopes, purpose.scopes);
    QVERIFY(!again.isAttemptSeen);
}

} // namespace tst_signinpurpose

LATCHKEY_TEST(tst_signinpurpose, SignInPurposeTest, testprogram::NoApplication)

#include "tst_signinpurpose.moc"
