// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/palette/palettemodel.h"
#include "support/test.h"

#include <QElapsedTimer>

namespace tst_palettemodel {

using Section = PaletteEntry::Section;

PaletteEntry entry(Section section, const char *title, const char *detail = "")
{
    return {.section = section, .title = QLatin1String(title), .detail = QLatin1String(detail)};
}

QStringList titles(const PaletteModel &model)
{
    QStringList titles;
    for (int row = 0; row < model.rowCount(); ++row)
        titles.append(model.index(row, 0).data().toString());
    return titles;
}

class PaletteModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entriesStandBelowTheHeadingOfTheirSection()
    {
        PaletteModel model;
        model.setEntries({entry(Section::Commands, "Quit"), entry(Section::Pages, "Inbox"), entry(Section::Commands, "Refresh")});
        model.find({});
        QCOMPARE(titles(model), (QStringList{QStringLiteral("Pages"), QStringLiteral("Inbox"), QStringLiteral("Commands"),
                                             QStringLiteral("Quit"), QStringLiteral("Refresh")}));
        QVERIFY(!model.entry(0));
        QCOMPARE(model.entryFrom(0, 1), 1);
        QCOMPARE(model.entryFrom(2, 1), 3);
        QCOMPARE(model.entryFrom(2, -1), 1);
        QCOMPARE(model.entryFrom(0, -1), -1);
    }

    void theStartOfANameIsBetterThanItsMiddle()
    {
        PaletteModel model;
        model.setEntries({entry(Section::Repositories, "ada/beginner"), entry(Section::Repositories, "ada/inner-ring"),
                          entry(Section::Repositories, "inn/keeper")});
        model.find(QStringLiteral("inn"));
        QCOMPARE(titles(model).mid(1), (QStringList{QStringLiteral("inn/keeper"), QStringLiteral("ada/inner-ring"), QStringLiteral("ada/beginner")}));
        QCOMPARE(model.bestRow(), 1);
    }

    void allWordsMustFit()
    {
        PaletteModel model;
        model.setEntries({entry(Section::Repositories, "ada/tide", "Rust"), entry(Section::Repositories, "ada/tide-table", "C++")});
        model.find(QStringLiteral("RUST tide"));
        QCOMPARE(titles(model).mid(1), QStringList{QStringLiteral("ada/tide")});
        model.find(QStringLiteral("tide java"));
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.bestRow(), -1);
    }

    void tenThousandEntriesAreSearchedWithinAFrame()
    {
        QList<PaletteEntry> entries;
        for (int i = 0; i < 10000; ++i)
            entries.append(entry(Section::Repositories, qPrintable(QStringLiteral("owner-%1/repository-%2").arg(i % 97).arg(i)), "C++ · ★ 1,946"));
        PaletteModel model;
        model.setEntries(entries);
        qint64 slowest = 0;
        int shown = 0;
        for (const char *query : {"r", "re", "rep", "repo", "repo 9", "owner-3 repository-99"}) {
            QElapsedTimer timer;
            timer.start();
            model.find(QLatin1String(query));
            slowest = std::max(slowest, timer.elapsed());
            shown = model.rowCount();
            QVERIFY(shown <= 1 + PaletteModel::mostInSection);
        }
        qInfo("the slowest of six searches in 10,000 entries took %lld ms", slowest);
        QCOMPARE(shown, 1 + PaletteModel::mostInSection);
    }
};

} // namespace tst_palettemodel

LATCHKEY_TEST(tst_palettemodel, PaletteModelTest, QCoreApplication)

#include "tst_palettemodel.moc"
