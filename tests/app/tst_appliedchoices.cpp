// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/appliedchoices.h"

#include "browser/openpage.h"
#include "gui/look/colors.h"
#include "gui/look/measures.h"
#include "support/openedpages.h"
#include "support/test.h"
#include "useragent/externaluseragent.h"

#include <QApplication>
#include <QFile>
#include <QTemporaryDir>

namespace tst_appliedchoices {

class AppliedChoicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        look::setZoom(1);
        look::setCompact(false);
        look::use(look::colorsFor({}));
        QLocale::setDefault(QLocale::system());
        setBrowser({});
    }

    void choicesCountFromTheStartOn()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("latchkey.conf"));
        Preferences(file).choose({.language = QStringLiteral("de"), .scheme = Choices::Scheme::Dark, .zoom = 150});
        const Preferences preferences(file);
        const AppliedChoices applied(preferences, folder.filePath(QStringLiteral("desktop")));
        QVERIFY(look::colors().isDark);
        QCOMPARE(look::zoom(), 1.5);
        QCOMPARE(QLocale().language(), QLocale::German);
    }

    void laterChoicesAreFollowedAtOnce()
    {
        const QTemporaryDir folder;
        Preferences preferences(folder.filePath(QStringLiteral("latchkey.conf")));
        const AppliedChoices applied(preferences, folder.filePath(QStringLiteral("desktop")));
        QVERIFY(!look::colors().isDark);
        Choices choices;
        choices.scheme = Choices::Scheme::Dark;
        choices.contrast = Choices::Contrast::More;
        choices.density = Choices::Density::Compact;
        choices.zoom = 200;
        choices.usesDesktopAccent = false;
        choices.accent = QColor(0xbf, 0x39, 0x89);
        preferences.choose(choices);
        QVERIFY(look::colors().isDark);
        QVERIFY(look::colors().isHighContrast);
        QVERIFY(look::colors().accent.hslHue() > 300);
        QCOMPARE(look::rowHeight(), 80);
        preferences.choose({});
        QVERIFY(!look::colors().isDark);
        QCOMPARE(look::rowHeight(), 58);
        QCOMPARE(QLocale(), QLocale::system());
    }

    /// The login view is another process, and is told.
    void everyChangeOfTheLookIsAnnounced()
    {
        const QTemporaryDir folder;
        Preferences preferences(folder.filePath(QStringLiteral("latchkey.conf")));
        const AppliedChoices applied(preferences, folder.filePath(QStringLiteral("desktop")));
        QList<std::pair<bool, double>> announced;
        connect(&applied, &AppliedChoices::lookChanged, this, [&] { announced.append({look::colors().isDark, look::zoom()}); });
        Choices choices;
        choices.scheme = Choices::Scheme::Dark;
        preferences.choose(choices);
        choices.zoom = 150;
        preferences.choose(choices);
        QVERIFY(announced.contains(std::pair(true, 1.0)));
        QVERIFY(announced.last() == std::pair(true, 1.5));
    }

    void pagesAndSignInsOpenInTheChosenBrowser()
    {
        const QTemporaryDir folder;
        const QString told = folder.filePath(QStringLiteral("told"));
        Preferences preferences(folder.filePath(QStringLiteral("latchkey.conf")));
        const AppliedChoices applied(preferences, folder.filePath(QStringLiteral("desktop")));
        OpenedPages desktop;
        preferences.choose({.browser = QStringLiteral("sh -c \"echo \"\"\"$0\"\"\" >> '%1'\"").arg(told)});
        const auto addresses = [&told] {
            QFile file(told);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        openPage(QUrl(QStringLiteral("https://github.example/ada")), this);
        QTRY_COMPARE(addresses(), "https://github.example/ada\n");
        ExternalUserAgent().show(QUrl(QStringLiteral("https://github.example/authorize")));
        QTRY_COMPARE(addresses(), "https://github.example/ada\nhttps://github.example/authorize\n");
        QCOMPARE(desktop.urls, QList<QUrl>());
        preferences.choose({});
        openPage(QUrl(QStringLiteral("https://github.example/bo")), this);
        QCOMPARE(desktop.urls, QList<QUrl>{QUrl(QStringLiteral("https://github.example/bo"))});
    }
};

} // namespace tst_appliedchoices

LATCHKEY_TEST(tst_appliedchoices, AppliedChoicesTest, QApplication)

#include "tst_appliedchoices.moc"
