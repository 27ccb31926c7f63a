// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "menuentry/menuentry.h"

#include "support/test.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace tst_menuentry {

const QString entryName = QStringLiteral("applications/io.github.latchkey.Latchkey.desktop");
const QString iconName = QStringLiteral("icons/hicolor/48x48/apps/io.github.latchkey.Latchkey.png");

void write(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written", qPrintable(path));
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// An AppImage that has been mounted, and a person with an empty data folder.
struct World
{
    World()
    {
        write(contents() + QStringLiteral("/usr/share/") + entryName, contentOf(QStringLiteral(LATCHKEY_DESKTOP_ENTRY)));
        write(contents() + QStringLiteral("/usr/share/") + iconName, "a picture");
        write(contents() + QStringLiteral("/usr/share/icons/hicolor/48x48/apps/other.png"), "not ours");
    }

    QString contents() const { return folder.filePath(QStringLiteral("mounted")); }
    QString data() const { return folder.filePath(QStringLiteral("data")); }
    QString entryFile() const { return data() + QLatin1Char('/') + entryName; }

    /// The entry for an AppImage at this path.
    MenuEntry entryOf(const QString &name) const
    {
        write(folder.filePath(name), "an image");
        return MenuEntry(folder.filePath(name), contents(), data());
    }

    QByteArrayList values(const QByteArray &key) const
    {
        QByteArrayList found;
        const QByteArrayList lines = contentOf(entryFile()).split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith(key + '='))
                found.append(line.mid(key.size() + 1));
        }
        return found;
    }

    QStringList files() const
    {
        QStringList found;
        QDirIterator all(data(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (all.hasNext())
            found.append(QDir(data()).relativeFilePath(all.next()));
        found.sort();
        return found;
    }

    QTemporaryDir folder;
};

class MenuEntryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAddedAndRemovedWithItsIcons()
    {
        const World world;
        const MenuEntry entry = world.entryOf(QStringLiteral("Latchkey.AppImage"));
        QVERIFY(!entry.isThere());
        QVERIFY(entry.add());
        QVERIFY(entry.isThere());
        QCOMPARE(world.files(), QStringList({entryName, iconName}));
        QCOMPARE(contentOf(world.data() + QLatin1Char('/') + iconName), QByteArray("a picture"));

        QVERIFY(entry.remove());
        QVERIFY(!entry.isThere());
        QCOMPARE(world.files(), QStringList());
    }

    void everyCommandStartsTheAppImage()
    {
        const World world;
        const MenuEntry entry = world.entryOf(QStringLiteral("Latchkey.AppImage"));
        QVERIFY(entry.add());
        const QByteArray program = '"' + world.folder.filePath(QStringLiteral("Latchkey.AppImage")).toUtf8() + '"';
        QCOMPARE(world.values("Exec"), QByteArrayList({program, program + " --method browser", program + " --demo"}));
        QCOMPARE(world.values("TryExec"), QByteArrayList{world.folder.filePath(QStringLiteral("Latchkey.AppImage")).toUtf8()});
    }

    void isValidWhateverTheAppImageIsCalled()
    {
        const QString validator = QStandardPaths::findExecutable(QStringLiteral("desktop-file-validate"));
        if (validator.isEmpty())
            QSKIP("there is no desktop-file-validate");
        const World world;
        const QString name = QStringLiteral("größer $than \"100 %\" `x` \\n.AppImage");
        const MenuEntry entry = world.entryOf(name);
        QVERIFY(entry.add());
        QVERIFY(entry.isThere());
        QVERIFY(world.values("Exec").first().endsWith("gr\xc3\xb6\xc3\x9f" "er \\\\$than \\\\\"100 %%\\\\\" \\\\`x\\\\` \\\\\\\\n.AppImage\""));
        QVERIFY(world.values("TryExec").first().endsWith("\"100 %\" `x` \\\\n.AppImage"));
        QProcess process;
        process.start(validator, {world.entryFile()});
        QVERIFY(process.waitForFinished());
        const QByteArray complaints = process.readAllStandardOutput();
        QVERIFY2(!complaints.contains("Exec"), complaints);
    }

    void followsAnAppImageThatWasMoved()
    {
        const World world;
        QVERIFY(world.entryOf(QStringLiteral("Latchkey.AppImage")).add());
        QFile::remove(world.folder.filePath(QStringLiteral("Latchkey.AppImage")));
        const MenuEntry moved = world.entryOf(QStringLiteral("Applications/Latchkey.AppImage"));
        QVERIFY(!moved.isThere());
        moved.follow();
        QVERIFY(moved.isThere());
        QVERIFY(world.values("Exec").first().contains("/Applications/"));
    }

    void aSecondCopyDoesNotTakeTheEntryOver()
    {
        const World world;
        const MenuEntry first = world.entryOf(QStringLiteral("Latchkey.AppImage"));
        QVERIFY(first.add());
        const MenuEntry second = world.entryOf(QStringLiteral("Copy.AppImage"));
        second.follow();
        QVERIFY(first.isThere());
        QVERIFY(second.remove());
        QVERIFY(first.isThere());
    }

    void nothingIsAddedUnasked()
    {
        const World world;
        world.entryOf(QStringLiteral("Latchkey.AppImage")).follow();
        QCOMPARE(world.files(), QStringList());
    }

    void anEntryOfAnotherProgramStays()
    {
        const World world;
        write(world.entryFile(), "[Desktop Entry]\nType=Application\nName=Latchkey\nExec=/opt/latchkey\n");
        const MenuEntry entry = world.entryOf(QStringLiteral("Latchkey.AppImage"));
        entry.follow();
        QVERIFY(entry.remove());
        QCOMPARE(world.values("Exec"), QByteArrayList{"/opt/latchkey"});
    }

    void aFolderThatCannotBeWrittenIsReported()
    {
        const World world;
        write(world.data(), "a file where the folder would be");
        const MenuEntry entry = world.entryOf(QStringLiteral("Latchkey.AppImage"));
        QVERIFY(!entry.add());
        QVERIFY(!entry.isThere());
    }

    void onlyAProgramOfTheAppImageHasAnEntry()
    {
        const World world;
        qputenv("APPIMAGE", world.folder.filePath(QStringLiteral("Other.AppImage")).toUtf8());
        qputenv("APPDIR", world.contents().toUtf8());
        QVERIFY(!MenuEntry::ofThisAppImage());
        qputenv("APPDIR", QCoreApplication::applicationDirPath().toUtf8());
        QVERIFY(MenuEntry::ofThisAppImage());
        qunsetenv("APPIMAGE");
        QVERIFY(!MenuEntry::ofThisAppImage());
    }
};

} // namespace tst_menuentry

LATCHKEY_TEST(tst_menuentry, MenuEntryTest, QCoreApplication)

#include "tst_menuentry.moc"
