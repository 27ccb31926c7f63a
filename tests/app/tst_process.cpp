// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/process.h"

#include "support/test.h"

namespace tst_process {

class ProcessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// As a start does that fails.
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

int run(int argc, char *argv[])
{
    ProcessTest test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace tst_process

LATCHKEY_TEST_WITH(tst_process, tst_process::run)

#include "tst_process.moc"
