// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demochoices.h"
#include "preferences/preferences.h"
#include "session/storage/paths.h"
#include "support/test.h"

#include <QDir>
#include <QTemporaryDir>

namespace tst_demochoices {

struct World
{
    World() { QDir().mkpath(person.cacheFolder); }

    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir folder;
    Paths person = Paths::in(folder.filePath(QStringLiteral("person")));
    Paths demo = Paths::in(folder.filePath(QStringLiteral("demo")));
};

class DemoChoicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDemoLooksAsThePersonsWindow()
    {
        World world;
        Choices chosen;
        chosen.scheme = Choices::Scheme::Dark;
        chosen.contrast = Choices::Contrast::More;
        chosen.usesDesktopAccent = false;
        chosen.accent = QColor(QStringLiteral("#aa3377"));
        chosen.density = Choices::Density::Compact;
        chosen.zoom = 150;
        Preferences(world.person.settingsFile).choose(chosen);
        QFile desktop(world.person.desktopFile());
        QVERIFY(desktop.open(QIODevice::WriteOnly));
        desktop.write("[General]\ndark=true\n");
        desktop.close();
        Preferences preferences(world.demo.settingsFile);
        takeOverChoices(world.person, world.demo, preferences);
        QVERIFY(preferences.choices() == chosen);
        QCOMPARE(World::contentOf(world.demo.desktopFile()), World::contentOf(world.person.desktopFile()));
    }

    void whatIsChosenInTheDemoStaysThere()
    {
        World world;
        Choices chosen;
        chosen.zoom = 120;
        Preferences(world.person.settingsFile).choose(chosen);
        const QByteArray before = World::contentOf(world.person.settingsFile);
        QVERIFY(!before.isEmpty());
        Preferences preferences(world.demo.settingsFile);
        takeOverChoices(world.person, world.demo, preferences);
        chosen.zoom = 80;
        preferences.choose(chosen);
        QCOMPARE(World::contentOf(world.person.settingsFile), before);
        QCOMPARE(Preferences(world.person.settingsFile).choices().zoom, 120);
    }

    void withoutFilesOfThePersonTheDemoHasTheUsualLook()
    {
        World world;
        Preferences preferences(world.demo.settingsFile);
        takeOverChoices(world.person, world.demo, preferences);
        QVERIFY(preferences.choices() == Choices());
        QVERIFY(!QFile::exists(world.person.settingsFile));
        QVERIFY(!QFile::exists(world.demo.desktopFile()));
    }
};

} // namespace tst_demochoices

LATCHKEY_TEST(tst_demochoices, DemoChoicesTest, QCoreApplication)

#include "tst_demochoices.moc"
