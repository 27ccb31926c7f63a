// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/report.h"

#include "support/test.h"

#include <QDir>

namespace tst_report {

using diagnosis::Check;
using diagnosis::State;

Provider acme()
{
    Provider provider;
    provider.name = QStringLiteral("Acme");
    provider.server.authorizationEndpoint = QUrl(QStringLiteral("https://acme.example/authorize"));
    return provider;
}

class TestReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCheckIsALineWithItsStateInWords()
    {
        const QList<Check> checks{{QStringLiteral("Keychain"), {State::Ok, QStringLiteral("Works.")}},
                                  {QStringLiteral("Clock"), {State::Failed, QStringLiteral("Wrong."), QStringLiteral("Set it.")}},
                                  {QStringLiteral("Proxy"), {State::Skipped, QStringLiteral("None.")}},
                                  {QStringLiteral("Sandbox"), {State::Warning, QStringLiteral("Off.")}}};
        QCOMPARE(diagnosis::reportText(acme(), checks), QStringLiteral("Diagnosis of Latchkey with Acme (acme.example)\n"
                                                                       "\n"
                                                                       "ok       Keychain: Works.\n"
                                                                       "failed   Clock: Wrong.\n"
                                                                       "         → Set it.\n"
                                                                       "skipped  Proxy: None.\n"
                                                                       "warning  Sandbox: Off.\n"));
    }

    void nothingSecretAndNoPathOfThePersonIsLeft()
    {
        const QString home = QDir::homePath();
        const QList<Check> checks{
            {QStringLiteral("Proxy"), {State::Failed, QStringLiteral("http://ada:sesame@proxy.example:8080 is gone.")}},
            {QStringLiteral("Login view"), {State::Failed, home + QStringLiteral("/bin/x?code=sesame"), QStringLiteral("Bearer sesame")}}};
        const QString text = diagnosis::reportText(acme(), checks);
        QVERIFY2(!text.contains(QLatin1String("sesame")) && !text.contains(QLatin1String("ada:")), qPrintable(text));
        QVERIFY2(!text.contains(home) && text.contains(QLatin1String("~/bin/x")), qPrintable(text));
    }

    /// Such as the name in a certificate.
    void aTextOfAServerForgesNoLine()
    {
        const QList<diagnosis::Check> checks{
            {QStringLiteral("Proxy"), {diagnosis::State::Failed, QStringLiteral("a\n\u202eok       Proxy: b\u009b"), QStringLiteral("c\nd")}}};
        QVERIFY(diagnosis::reportText(acme(), checks).endsWith(QStringLiteral("failed   Proxy: a ok Proxy: b\n         → c d\n")));
    }
};

} // namespace tst_report

LATCHKEY_TEST(tst_report, TestReport, testprogram::NoApplication)

#include "tst_report.moc"
