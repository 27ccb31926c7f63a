// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/profile/avatar.h"

#include "support/test.h"

#include <QGuiApplication>
#include <QImage>
#include <QPalette>

namespace tst_avatar {

QImage letterOf(const QString &name)
{
    return letterAvatar(name, 64, 1, QPalette()).toImage();
}

class AvatarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstLetterIsTakenWhole_data()
    {
        QTest::addColumn<QString>("first");
        QTest::newRow("Latin") << QStringLiteral("A");
        QTest::newRow("with a mark of its own") << QStringLiteral("A\u030a");
        QTest::newRow("beyond 16 bits") << QStringLiteral("𝔄");
        QTest::newRow("emoji of several characters") << QStringLiteral("👩‍👧");
        QTest::newRow("right to left") << QStringLiteral("م");
    }

    void theFirstLetterIsTakenWhole()
    {
        QFETCH(QString, first);
        QCOMPARE(letterOf(first + QStringLiteral(" Nordström")), letterOf(first));
        QVERIFY(letterOf(first) != letterOf(QString()));
    }

    void stackedMarksAreCut()
    {
        QCOMPARE(letterOf(QLatin1Char('Z') + QString(200, QChar(0x0301))), letterOf(QLatin1Char('Z') + QString(500, QChar(0x0301))));
    }
};

} // namespace tst_avatar

LATCHKEY_TEST(tst_avatar, AvatarTest, QGuiApplication)

#include "tst_avatar.moc"
