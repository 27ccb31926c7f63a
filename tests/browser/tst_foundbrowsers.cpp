// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/foundbrowsers.h"

#include "support/test.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

namespace tst_foundbrowsers {

const QByteArray entry = "[Desktop Entry]\nType=Application\nName=Firefox\nName[de]=Feuerfuchs\nExec=firefox-esr %u\n"
                         "MimeType=text/html;x-scheme-handler/http;x-scheme-handler/https;\n"
                         "\n[Desktop Action private]\nName=Private\nExec=firefox-esr --private-window %u\n";

class FoundBrowsersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDesktopEntryIsRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("command");
        QTest::newRow("usual") << entry << QStringLiteral("firefox-esr");
        QTest::newRow("flatpak") << QByteArray(entry).replace("firefox-esr %u\nMime", "flatpak run --file-forwarding org.x.Y @@u %u @@\nMime")
                                 << QStringLiteral("flatpak run --file-forwarding org.x.Y");
        QTest::newRow("percent") << QByteArray(entry).replace("firefox-esr %u\nMime", "sh 100%% %U\nMime") << QStringLiteral("sh 100%");
        QTest::newRow("no browser") << QByteArray(entry).replace("x-scheme-handler/https;", "") << QString();
        QTest::newRow("not shown") << entry.left(entry.indexOf("\n\n")) + "\nNoDisplay=true\n" << QString();
        QTest::newRow("hidden") << entry.left(entry.indexOf("\n\n")) + "\nHidden=true\n" << QString();
        QTest::newRow("in a terminal") << entry.left(entry.indexOf("\n\n")) + "\nTerminal=true\n" << QString();
        QTest::newRow("empty") << QByteArray() << QString();
    }

    void aDesktopEntryIsRead()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, command);
        QCOMPARE(browserOf(text).command, command);
    }

    void browsersAreFoundInTheFoldersForApplications()
    {
#ifdef Q_OS_LINUX
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("applications")));
        for (const char *name : {"firefox.desktop", "firefox.txt"}) {
            QFile file(folder.filePath(QLatin1String("applications/") + QLatin1String(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(entry);
        }
        qputenv("XDG_DATA_HOME", folder.path().toLocal8Bit());
        qputenv("XDG_DATA_DIRS", "/nonexistent");
        QCOMPARE(foundBrowsers(), (QList<FoundBrowser>{{QStringLiteral("Firefox"), QStringLiteral("firefox-esr")}}));
#endif
    }
};

} // namespace tst_foundbrowsers

LATCHKEY_TEST(tst_foundbrowsers, FoundBrowsersTest, QCoreApplication)

#include "tst_foundbrowsers.moc"
