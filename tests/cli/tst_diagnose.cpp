// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandoutcome.h"
#include "diagnosis/diagnosisworld.h"

#include "cli/commands/diagnose.h"
#include "support/test.h"

namespace tst_diagnose {

class DiagnoseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theReportIsPrintedAndTheExitCodeSaysWhetherAllWorks_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("line");
        QTest::newRow("all works") << 401 << int(cli::Done) << QStringLiteral("ok       Resource server: ");
        QTest::newRow("a warning") << 404 << int(cli::Done) << QStringLiteral("warning  Resource server: ");
        QTest::newRow("a failure") << 500 << int(cli::Failed) << QStringLiteral("failed   Resource server: ");
    }

    void theReportIsPrintedAndTheExitCodeSaysWhetherAllWorks()
    {
        QFETCH(const int, status);
        QFETCH(const int, code);
        QFETCH(const QString, line);
        DiagnosisWorld world;
        world.resource.answer(QStringLiteral("/user"), json("{}", status));
        diagnosis::Diagnosis diagnosis(world.subject());
        cli::Diagnose command(diagnosis);
        const cli::Outcome outcome = outcomeOf(command);
        QCOMPARE(int(outcome.code), code);
        QVERIFY2(outcome.out.contains(line), qPrintable(outcome.out));
        QVERIFY2(outcome.out.startsWith(QStringLiteral("Diagnosis of Latchkey with Acme (127.0.0.1)\n")), qPrintable(outcome.out));
    }
};

} // namespace tst_diagnose

LATCHKEY_TEST(tst_diagnose, DiagnoseTest, QCoreApplication)

#include "tst_diagnose.moc"
