// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/process.h"

#include <QTest>

class ProcessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
