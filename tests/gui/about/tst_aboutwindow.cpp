// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/about/aboutwindow.h"

#include "gui/about/licensedparts.h"
#include "gui/about/releasenotes.h"
#include "support/test.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QAbstractButton>
#include <QRegularExpression>

namespace tst_aboutwindow {

class AboutWindowTest : public QObject
{
    Q_OBJECT

private:
    static QStringList textsOf(const QWidget &window)
    {
        QStringList texts;
        for (const QLabel *label : window.findChildren<QLabel *>())
            texts.append(label->text());
        return texts;
    }

private Q_SLOTS:
    void itSaysWhichVersionThisIs()
    {
        const AboutWindow window;
        QVERIFY(textsOf(window).contains(QStringLiteral("Latchkey " LATCHKEY_VERSION)));
        QVERIFY(window.versionInfo().contains(QStringLiteral("Qt %1").arg(QLatin1String(qVersion()))));
        QVERIFY(window.versionInfo().contains(QStringLiteral("This build has no login view.")));
    }

    void theVersionsCanBeCopied()
    {
        const AboutWindow window;
        auto *button = window.findChild<QAbstractButton *>(QStringLiteral("copyVersionButton"));
        QVERIFY(button);
        button->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), window.versionInfo());
        QCOMPARE(button->text(), QStringLiteral("Copied"));
        QTRY_COMPARE(button->text(), QStringLiteral("Copy version info"));
    }

    void aLoginViewThatDoesNotStartIsNoSecret()
    {
        const AboutWindow window(QStringLiteral("/nonexistent/latchkey-login-view"));
        QTRY_VERIFY(!window.versionInfo().contains(QStringLiteral("Asking the login view")));
    }

    void theChangelogIsReadAsReleaseNotes()
    {
        const QList<ReleaseNotes> all = releaseNotes();
        QVERIFY(!all.isEmpty());
        QVERIFY(all.first().version.startsWith(QStringLiteral(LATCHKEY_VERSION)));
        for (const ReleaseNotes &notes : all) {
            QVERIFY(!notes.sections.isEmpty());
            for (const NotesSection &section : notes.sections)
                QVERIFY2(!section.points.isEmpty(), qPrintable(section.heading));
        }
        const AboutWindow window;
        QVERIFY(textsOf(window).contains(all.first().sections.first().heading));
    }

    void linesThatGoOnBelongToTheirPoint()
    {
        const auto notes = releaseNotesIn(QStringLiteral("# Changelog\n\n## 2\n\n- One\n  goes on.\n- Two\n\n### More\n\n- Three\n## 1\n- Old\n"));
        QCOMPARE(notes.size(), 2);
        QCOMPARE(notes[0].version, QStringLiteral("2"));
        QCOMPARE(notes[0].sections[0].points, QStringList({QStringLiteral("One goes on."), QStringLiteral("Two")}));
        QCOMPARE(notes[0].sections[1].heading, QStringLiteral("More"));
        QCOMPARE(notes[1].sections[0].points, QStringList{QStringLiteral("Old")});
        QVERIFY(releaseNotesIn(QStringLiteral("no heading\n- a\n### b\n")).isEmpty());
    }

    void everyPartHasALicenseAndAPage()
    {
        const QList<LicensedPart> parts = licensedParts();
        QVERIFY(parts.size() >= 5);
        static const QRegularExpression spdx(QStringLiteral("^[A-Za-z0-9.-]+( (AND|OR) [A-Za-z0-9.-]+)*$"));
        for (const LicensedPart &part : parts) {
            QVERIFY2(spdx.match(part.license).hasMatch(), qPrintable(part.license));
            QCOMPARE(part.page.scheme(), QStringLiteral("https"));
        }
    }
};

} // namespace tst_aboutwindow

LATCHKEY_TEST(tst_aboutwindow, AboutWindowTest, QApplication)

#include "tst_aboutwindow.moc"
