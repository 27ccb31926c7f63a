// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "github/languages.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

class LanguagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commonLanguagesHaveTheColourOfGitHub()
    {
        QCOMPARE(github::languageColour(QStringLiteral("C++")), QColor(0xf3, 0x4b, 0x7d));
        QCOMPARE(github::languageColour(QStringLiteral("Rust")), QColor(0xde, 0xa5, 0x84));
    }

    void aNameIsKnownHoweverItIsWritten()
    {
        QCOMPARE(github::languageColour(QStringLiteral("Vim Script")), github::languageColour(QStringLiteral("Vim script")));
        QVERIFY(github::languageColour(QStringLiteral("Vim Script")) != github::languageColour(QStringLiteral("Nobody's")));
    }

    void unknownOnesAreGrey()
    {
        const QColor colour = github::languageColour(QStringLiteral("Nobody's"));
        QVERIFY(colour.isValid());
        QVERIFY(colour.saturation() < 40);
    }

    void everyEntryIsAColour()
    {
        QFile file(QStringLiteral(":/github/languages.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
        QVERIFY(json.size() > 50);
        for (auto entry = json.begin(); entry != json.end(); ++entry)
            QVERIFY2(QColor(entry.value().toString()).isValid(), qPrintable(entry.key()));
    }
};

QTEST_GUILESS_MAIN(LanguagesTest)
#include "tst_languages.moc"
