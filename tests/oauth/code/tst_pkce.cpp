// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/code/pkce.h"

#include "support/test.h"

#include <QRegularExpression>
#include <QSet>

namespace tst_pkce {

class TestPkce : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void challengeMatchesRfc7636AppendixB();
    void verifierHasTheLengthAndCharactersOfTheRfc();
    void verifierIsNewEachTime();
};

void TestPkce::challengeMatchesRfc7636AppendixB()
{
    const oauth::Pkce pkce{"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"};
    QCOMPARE(pkce.challenge(), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
}

void TestPkce::verifierHasTheLengthAndCharactersOfTheRfc()
{
    static const QRegularExpression unreserved(QStringLiteral("^[A-Za-z0-9._~-]{43,128}\\z"));
    const oauth::Pkce pkce;
    QVERIFY(unreserved.match(QString::fromLatin1(pkce.verifier)).hasMatch());
    QCOMPARE(pkce.verifier.size(), 43);
    QCOMPARE(pkce.challenge().size(), 43);
}

void TestPkce::verifierIsNewEachTime()
{
    QSet<QByteArray> verifiers;
    for (int i = 0; i < 1000; ++i)
        verifiers.insert(oauth::Pkce().verifier);
    QCOMPARE(verifiers.size(), 1000);
}

} // namespace tst_pkce

LATCHKEY_TEST(tst_pkce, TestPkce, QCoreApplication)

#include "tst_pkce.moc"
