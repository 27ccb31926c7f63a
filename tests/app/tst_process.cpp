// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/process.h"

#include <QApplication>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QTest>

class ProcessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theStyleIsTheDesktops()
    {
        int argc = 1;
        char name[] = "latchkey";
        char *argv[] = {name, nullptr};
        const auto application = makeApplication(true, argc, argv);
        const auto *style = qobject_cast<QProxyStyle *>(QApplication::style());
        QVERIFY(style);
        // That of Qt's own platforms, such as the one of the tests; the first in the list is Windows'.
        QCOMPARE(style->baseStyle()->name(), QStringLiteral("fusion"));
    }

    /// A start that fails ends at once.
    void theApplicationMayEndWhileItLooksUpTheFonts()
    {
        for (int i = 0; i < 20; ++i) {
            int argc = 1;
            char name[] = "latchkey";
            char *argv[] = {name, nullptr};
            makeApplication(true, argc, argv);
        }
    }
};

int main(int argc, char *argv[])
{
    ProcessTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_process.moc"
