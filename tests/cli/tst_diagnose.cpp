// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/diagnosisworld.h"

#include "cli/diagnose.h"

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
        cli::Diagnose diagnose(diagnosis);
        QString printed;
        int exitCode = -1;
        diagnose.start([&](const QString &report, cli::ExitCode code) {
            printed += report;
            exitCode = code;
        });
        QTRY_COMPARE(exitCode, code);
        QVERIFY2(printed.contains(line), qPrintable(printed));
        QVERIFY2(printed.startsWith(QStringLiteral("Diagnosis of Latchkey with Acme (127.0.0.1)\n")), qPrintable(printed));
    }
};

QTEST_GUILESS_MAIN(DiagnoseTest)
#include "tst_diagnose.moc"
