// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/process.h"

#include "support/test.h"

namespace tst_process {

class ProcessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void relativeFoldersAreIgnored_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("kept");
        for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"}) {
            QTest::addRow("%s, relative", name) << QByteArray(name) << QByteArray("here/config") << QByteArray();
            QTest::addRow("%s, a dot", name) << QByteArray(name) << QByteArray("./config") << QByteArray();
            QTest::addRow("%s, empty", name) << QByteArray(name) << QByteArray("") << QByteArray();
            QTest::addRow("%s, relative with a colon", name) << QByteArray(name) << QByteArray("a:/b") << QByteArray();
            QTest::addRow("%s, absolute", name) << QByteArray(name) << QByteArray("/a/b:c") << QByteArray("/a/b:c");
        }
        for (const char *name : {"XDG_CONFIG_DIRS", "XDG_DATA_DIRS"}) {
            QTest::addRow("%s, mixed", name) << QByteArray(name) << QByteArray("a:/b::./c:/d") << QByteArray("/b:/d");
            QTest::addRow("%s, relative", name) << QByteArray(name) << QByteArray("a:b") << QByteArray();
        }
    }

    void relativeFoldersAreIgnored()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        const QByteArray before = qgetenv(name.constData());
        const bool wasSet = qEnvironmentVariableIsSet(name.constData());
        qputenv(name.constData(), value);
        ignoreRelativeFolders();
        const QByteArray kept = qgetenv(name.constData());
        wasSet ? qputenv(name.constData(), before) : qunsetenv(name.constData());
        QTEST(kept, "kept");
    }

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
