// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/rows/viewmemory.h"

#include "support/test.h"

#include <QFile>
#include <QTemporaryDir>

namespace tst_viewmemory {

const QJsonObject values{{QStringLiteral("type"), QStringLiteral("forks")}, {QStringLiteral("scroll"), 40}};

class ViewMemoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachPageHasItsOwnValues()
    {
        QTemporaryDir folder;
        const ViewMemory memory(folder.filePath(QStringLiteral("views")));
        memory.setPage(QStringLiteral("one"), values);
        memory.setPage(QStringLiteral("two"), {{QStringLiteral("type"), QStringLiteral("all")}});
        const ViewMemory later(folder.filePath(QStringLiteral("views")));
        QCOMPARE(later.page(QStringLiteral("one")), values);
        QCOMPARE(later.page(QStringLiteral("two"))[u"type"].toString(), QStringLiteral("all"));
        QVERIFY(later.page(QStringLiteral("three")).isEmpty());
    }

    void nothingIsWrittenAfterTheFolderIsGone()
    {
        QTemporaryDir folder;
        const QString gone = folder.filePath(QStringLiteral("gone"));
        ViewMemory(gone + QStringLiteral("/views")).setPage(QStringLiteral("one"), values);
        QVERIFY(!QFile::exists(gone));
    }

    void unreadableFilesCountAsMissing_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("garbage") << QByteArray("\x89PNG");
        QTest::newRow("a list") << QByteArray("[1]");
        QTest::newRow("wrong types") << QByteArray("{\"one\": 7}");
        QTest::newRow("large") << QByteArray(200000, ' ');
    }

    void unreadableFilesCountAsMissing()
    {
        QFETCH(QByteArray, content);
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("views")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const ViewMemory memory(file.fileName());
        QVERIFY(memory.page(QStringLiteral("one")).isEmpty());
        memory.setPage(QStringLiteral("one"), values);
        QCOMPARE(memory.page(QStringLiteral("one")), values);
    }

    void withoutAFileNothingIsRemembered()
    {
        ViewMemory().setPage(QStringLiteral("one"), values);
        QVERIFY(ViewMemory().page(QStringLiteral("one")).isEmpty());
    }
};

} // namespace tst_viewmemory

LATCHKEY_TEST(tst_viewmemory, ViewMemoryTest, QCoreApplication)

#include "tst_viewmemory.moc"
