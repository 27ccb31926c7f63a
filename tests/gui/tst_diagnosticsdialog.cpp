// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagnosis/diagnosisworld.h"

#include "gui/diagnosticsdialog.h"
#include "support/test.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>

namespace tst_diagnosticsdialog {

class DiagnosticsDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCheckIsARowWithAnIconAndAWord()
    {
        DiagnosisWorld world;
        world.resource.answer(QStringLiteral("/user"), json("{}", 500));
        DiagnosticsDialog dialog(world.subject());
        dialog.present();
        QTRY_COMPARE(summary(dialog), QStringLiteral("Something does not work."));
        const auto *table = dialog.findChild<QTableWidget *>(QStringLiteral("checksTable"));
        QCOMPARE(table->rowCount(), 13);
        QStringList failed;
        for (int row = 0; row < table->rowCount(); ++row) {
            QVERIFY(!table->item(row, 0)->icon().isNull());
            QVERIFY(!table->item(row, 2)->text().isEmpty());
            if (table->item(row, 0)->text() == QLatin1String("failed"))
                failed.append(table->item(row, 1)->text());
        }
        QCOMPARE(failed, QStringList{QStringLiteral("Resource server")});
    }

    void noCheckTouchesTheNext()
    {
        DiagnosisWorld world;
        DiagnosticsDialog dialog(world.subject());
        dialog.present();
        QTRY_COMPARE(summary(dialog), QStringLiteral("All that a sign-in needs works."));
        const auto *table = dialog.findChild<QTableWidget *>(QStringLiteral("checksTable"));
        for (int row = 0; row < table->rowCount(); ++row)
            QVERIFY(table->rowHeight(row) >= table->fontMetrics().height() + 16);
    }

    void ifEverythingWorksTheDialogSaysSo()
    {
        DiagnosisWorld world;
        DiagnosticsDialog dialog(world.subject());
        dialog.present();
        QTRY_COMPARE(summary(dialog), QStringLiteral("All that a sign-in needs works."));
    }

    void copyPutsTheFinishedReportOnTheClipboard()
    {
        DiagnosisWorld world;
        world.resource.answer(QStringLiteral("/user"), {{}, ScriptedServer::Manner::Hang});
        DiagnosticsDialog dialog(world.subject());
        dialog.present();
        QVERIFY(!button(dialog, "copyButton").isEnabled());
        QTRY_COMPARE(world.resource.requests().size(), 1);
        world.resource.answerWaiting(json("{}", 401));
        QTRY_VERIFY(button(dialog, "copyButton").isEnabled());
        button(dialog, "copyButton").click();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.startsWith(QStringLiteral("Diagnosis of Latchkey with Acme")), qPrintable(copied));
        QVERIFY2(copied.contains(QStringLiteral("ok       Keychain: ")), qPrintable(copied));
    }

    void runAgainRepeatsTheChecks()
    {
        DiagnosisWorld world;
        world.resource.answer(QStringLiteral("/user"), json("{}", 500));
        DiagnosticsDialog dialog(world.subject());
        dialog.present();
        QTRY_COMPARE(summary(dialog), QStringLiteral("Something does not work."));
        world.resource.answer(QStringLiteral("/user"), json("{}", 401));
        button(dialog, "runAgainButton").click();
        QTRY_COMPARE(summary(dialog), QStringLiteral("All that a sign-in needs works."));
        QCOMPARE(world.resource.requests().size(), 2);
    }

    void controlsHaveAccessibleNames()
    {
        DiagnosisWorld world;
        const DiagnosticsDialog dialog(world.subject());
        for (const QPushButton *button : dialog.findChildren<QPushButton *>())
            QVERIFY2(!button->accessibleName().isEmpty(), qPrintable(button->objectName()));
        QVERIFY(!dialog.findChild<QTableWidget *>(QStringLiteral("checksTable"))->accessibleName().isEmpty());
    }

private:
    static QString summary(const DiagnosticsDialog &dialog)
    {
        return dialog.findChild<QLabel *>(QStringLiteral("summaryLabel"))->text();
    }

    static QPushButton &button(const DiagnosticsDialog &dialog, const char *name)
    {
        return *dialog.findChild<QPushButton *>(QLatin1String(name));
    }
};

} // namespace tst_diagnosticsdialog

LATCHKEY_TEST(tst_diagnosticsdialog, DiagnosticsDialogTest, QApplication)

#include "tst_diagnosticsdialog.moc"
