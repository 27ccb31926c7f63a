// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/windows/windowplace.h"

#include "support/test.h"

#include <QFile>
#include <QRegularExpression>
#include <QScreen>
#include <QTemporaryDir>
#include <QWidget>

namespace tst_windowplace {

class WindowPlaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDamagedPlaceIsIgnored_data()
    {
        QTest::addColumn<QByteArray>("content");
        QWidget window;
        window.resize(300, 200);
        const QByteArray whole = window.saveGeometry();
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("garbage") << QByteArray("\x89PNG\r\n");
        QTest::newRow("zeros") << QByteArray(66, '\0');
        QTest::newRow("ones") << QByteArray(66, '\xff');
        QTest::newRow("cut") << whole.first(whole.size() / 2);
        QTest::newRow("a megabyte") << QByteArray(1024 * 1024, 'x');
    }

    void aDamagedPlaceIsIgnored()
    {
        QFETCH(QByteArray, content);
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("window")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        QWidget window;
        window.resize(400, 300);
        WindowPlace(file.fileName()).restore(window);
        QCOMPARE(window.size(), QSize(400, 300));
    }

    void aPlaceThatIsNotKeptOpensNoFile()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
        QWidget window;
        WindowPlace place;
        place.restore(window);
        place.keep(window);
        place.restore(window);
    }

    void aPlaceFromALargerScreenIsMadeToFit()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("window"));
        QWidget large;
        large.resize(6000, 4000);
        WindowPlace(file).keep(large);
        QWidget window;
        WindowPlace(file).restore(window);
        const QSize room = window.screen()->availableSize();
        QVERIFY(window.width() < room.width() && window.height() < room.height());
    }
};

} // namespace tst_windowplace

LATCHKEY_TEST(tst_windowplace, WindowPlaceTest, QApplication)

#include "tst_windowplace.moc"
