// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/controls/labels.h"

#include "support/test.h"

namespace tst_labels {

class LabelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTooltipIsNotCutInsideACharacter()
    {
        QString text = QStringLiteral("so ").repeated(166) + QStringLiteral("a\U0001F469 and more");
        QCOMPARE(text.indexOf(QStringLiteral("\U0001F469")), 499); // Its second half is the first to be cut.
        const QString shown = tooltip(text);
        QVERIFY(shown.contains(QStringLiteral("so a…")));
        QVERIFY(std::none_of(shown.begin(), shown.end(), [](QChar c) { return c.isSurrogate(); }));
    }

    void aNameIsNotCutInsideACharacter()
    {
        const QString shown = shortened(QString(QChar(u'i')).repeated(99) + QStringLiteral("\U0001F469"));
        QVERIFY(std::none_of(shown.begin(), shown.end(), [](QChar c) { return c.isSurrogate(); }));
    }
};

} // namespace tst_labels

LATCHKEY_TEST(tst_labels, LabelsTest, QApplication)

#include "tst_labels.moc"
