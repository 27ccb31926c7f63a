// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "preferences/preferences.h"
#include "support/test.h"

#include <QSignalSpy>
#include <QTemporaryDir>

namespace tst_preferences {

struct World
{
    QTemporaryDir folder;
    QString file = folder.filePath(QStringLiteral("latchkey.conf"));

    void write(const QByteArray &content) const
    {
        QFile conf(file);
        QVERIFY(conf.open(QIODevice::WriteOnly));
        conf.write(content);
    }

    QByteArray content() const
    {
        QFile conf(file);
        return conf.open(QIODevice::ReadOnly) ? conf.readAll() : QByteArray();
    }
};

Choices unusual()
{
    return {.startPage = PageId::PullRequests,
            .language = QStringLiteral("pt_BR"),
            .browser = QStringLiteral("firefox --private-window, really"),
            .cloneProtocol = Choices::CloneProtocol::Ssh,
            .restoresWindow = false,
            .scheme = Choices::Scheme::Dark,
            .usesDesktopAccent = false,
            .accent = QColor(0x8a, 0x3f, 0xfc),
            .contrast = Choices::Contrast::More,
            .density = Choices::Density::Compact,
            .zoom = 150};
}

class PreferencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAFileEverythingIsAsUsual()
    {
        const World world;
        QCOMPARE(Preferences(world.file).choices(), Choices());
        QVERIFY(!QFile::exists(world.file));
    }

    void everyPageButTheAccountMayBeTheFirst()
    {
        for (const PageId page : {PageId::Profile, PageId::Inbox, PageId::Repositories, PageId::PullRequests, PageId::Issues, PageId::Starred})
            QCOMPARE(choicesFrom({{QStringLiteral("start_page"), keyOf(page)}}).startPage, page);
        QCOMPARE(choicesFrom({{QStringLiteral("start_page"), keyOf(PageId::Account)}}).startPage, PageId::Profile);
    }

    void everyChoiceIsReadAgain()
    {
        const World world;
        Preferences preferences(world.file);
        const QSignalSpy changed(&preferences, &Preferences::changed);
        preferences.choose(unusual());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(Preferences(world.file).choices(), unusual());
    }

    void theSameChoicesAgainChangeNothing()
    {
        const World world;
        Preferences preferences(world.file);
        preferences.choose(unusual());
        const QSignalSpy changed(&preferences, &Preferences::changed);
        preferences.choose(unusual());
        QCOMPARE(changed.size(), 0);
    }

    void everyChoiceHasAKey()
    {
        const ChoiceTexts usual = toTexts({});
        const ChoiceTexts others = toTexts(unusual());
        QCOMPARE(usual.keys(), others.keys());
        for (const QString &key : usual.keys())
            QVERIFY2(usual.value(key) != others.value(key), qPrintable(key));
        QCOMPARE(choicesFrom(others), unusual());
        QCOMPARE(choicesFrom(usual), Choices());
    }

    void theUsualValuesAreNotWritten()
    {
        const World world;
        Preferences preferences(world.file);
        preferences.choose(unusual());
        QVERIFY(world.content().contains("zoom=150"));
        preferences.choose({});
        QVERIFY(!world.content().contains("zoom"));
        QVERIFY(!world.content().contains("start_page"));
    }

    void otherSettingsOfTheFileStay()
    {
        const World world;
        world.write("[General]\nprovider=github\n\n[preferences]\nfuture_key=7\n");
        Preferences preferences(world.file);
        preferences.choose(unusual());
        QVERIFY(world.content().contains("provider=github"));
        QVERIFY(world.content().contains("future_key=7"));
    }

    void whatAnotherProcessHasChangedStays()
    {
        const World world;
        Preferences one(world.file);
        Preferences other(world.file);
        one.choose({.scheme = Choices::Scheme::Dark});
        other.choose({.zoom = 150});
        const Choices both = Preferences(world.file).choices();
        QCOMPARE(both.scheme, Choices::Scheme::Dark);
        QCOMPARE(both.zoom, 150);
    }

    void whatIsWrongIsIgnored_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char *line : {"start_page=settings", "language=klingon", "clone_protocol=ftp", "restore_window=perhaps",
                                 "color_scheme=Dark", "color_scheme=", "accent=reddish", "accent=#12", "accent=red", "contrast=1",
                                 "density=9", "zoom=large", "zoom=", "unknown=1", "zoom=@Variant(\\0)"})
            QTest::newRow(line) << QByteArray(line);
    }

    void whatIsWrongIsIgnored()
    {
        QFETCH(QByteArray, line);
        const World world;
        world.write("[preferences]\n" + line + '\n');
        QCOMPARE(Preferences(world.file).choices(), Choices());
    }

    void whatIsTooLargeIsAsLargeAsCanBe()
    {
        const World world;
        world.write("[preferences]\nzoom=900\n");
        QCOMPARE(Preferences(world.file).choices().zoom, 200);
        QCOMPARE(choicesFrom({{QStringLiteral("zoom"), QStringLiteral("-5")}}).zoom, 80);
    }

    void aPersonMayWriteTheFile()
    {
        const World world;
        world.write("[preferences]\nstart_page=inbox\naccent=\"#8a3ffc\"\nbrowser=firefox -P work, private\n");
        const Preferences preferences(world.file);
        QCOMPARE(preferences.choices().startPage, PageId::Inbox);
        QCOMPARE(preferences.choices().accent, QColor(0x8a, 0x3f, 0xfc));
        QCOMPARE(preferences.choices().browser, QStringLiteral("firefox -P work, private"));
        QVERIFY(!preferences.choices().usesDesktopAccent);
    }

    void choicesHoldThoughTheFileCannotBeWritten()
    {
        const World world;
        QVERIFY(QDir().mkpath(world.file)); // A folder in its place.
        Preferences preferences(world.file);
        const QSignalSpy failed(&preferences, &Preferences::failed);
        preferences.choose(unusual());
        QCOMPARE(failed.size(), 1);
        QCOMPARE(preferences.choices(), unusual());
    }
};

} // namespace tst_preferences

LATCHKEY_TEST(tst_preferences, PreferencesTest, QCoreApplication)

#include "tst_preferences.moc"
