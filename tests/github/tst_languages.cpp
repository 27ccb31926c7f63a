// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "github/languages.h"

#include "support/test.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace tst_languages {

class LanguagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commonLanguagesHaveTheColorOfGitHub()
    {
        QCOMPARE(github::languageColor(QStringLiteral("C++")), QColor(0xf3, 0x4b, 0x7d));
        QCOMPARE(github::languageColor(QStringLiteral("Rust")), QColor(0xde, 0xa5, 0x84));
    }

    void aNameIsKnownHoweverItIsWritten()
    {
        QCOMPARE(github::languageColor(QStringLiteral("Vim Script")), github::languageColor(QStringLiteral("Vim script")));
        QVERIFY(github::languageColor(QStringLiteral("Vim Script")) != github::languageColor(QStringLiteral("Nobody's")));
    }

    void unknownOnesAreGrey()
    {
        const QColor color = github::languageColor(QStringLiteral("Nobody's"));
        QVERIFY(color.isValid());
        QVERIFY(color.saturation() < 40);
    }

    void everyEntryIsAColor()
    {
        QFile file(QStringLiteral(":/github/languages.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
        QVERIFY(json.size() > 50);
        for (auto entry = json.begin(); entry != json.end(); ++entry)
            QVERIFY2(QColor(entry.value().toString()).isValid(), qPrintable(entry.key()));
    }
};

} // namespace tst_languages

LATCHKEY_TEST(tst_languages, LanguagesTest, QCoreApplication)

#include "tst_languages.moc"
