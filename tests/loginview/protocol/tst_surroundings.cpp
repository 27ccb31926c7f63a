// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loginview/protocol/command.h"

#include "support/test.h"

#include <QJsonDocument>

namespace tst_surroundings {

const Surroundings ours{.opener = QRect(-20, 40, 480, 640),
                        .openerId = 0x200006,
                        .isDark = true,
                        .isHighContrast = true,
                        .accent = QStringLiteral("#5fb7d1"),
                        .zoom = 1.5};

class SurroundingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theyGoWithTheCommand()
    {
        const QJsonObject command{{QStringLiteral("command"), QStringLiteral("open")},
                                  {QStringLiteral("url"), QStringLiteral("https://github.com/login")},
                                  {QStringLiteral("surroundings"), toJson(ours)}};
        const auto read = readCommand(QJsonDocument(command).toJson(QJsonDocument::Compact));
        QVERIFY(read);
        QVERIFY(read->surroundings == ours);
    }

    void theyGoAgainWhenTheLookChanges()
    {
        const QJsonObject command{{QStringLiteral("command"), QStringLiteral("look")}, {QStringLiteral("surroundings"), toJson(ours)}};
        const auto read = readCommand(QJsonDocument(command).toJson(QJsonDocument::Compact));
        QVERIFY(read);
        QCOMPARE(read->kind, Command::Kind::Look);
        QVERIFY(read->url.isEmpty());
        QVERIFY(read->surroundings == ours);
    }

    void whatCannotBeIsNotTaken_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray("{}");
        QTest::newRow("other types") << QByteArray(R"({"x": "1", "width": {}, "id": true, "dark": 7, "accent": 3, "zoom": "2"})");
        QTest::newRow("no color") << QByteArray(R"({"accent": "blue"})");
        QTest::newRow("no size") << QByteArray(R"({"width": -5, "height": -7})");
        QTest::newRow("no window") << QByteArray(R"({"id": -1})");
    }

    void whatCannotBeIsNotTaken()
    {
        QFETCH(QByteArray, json);
        const Surroundings read = surroundingsFrom(QJsonDocument::fromJson(json).object());
        QVERIFY(read.opener.isEmpty());
        QCOMPARE(read.openerId, quint64(0));
        QVERIFY(!read.isDark);
        QVERIFY(read.accent.isEmpty());
        QCOMPARE(read.zoom, 1.0);
    }

    void zoomAndPlaceHaveLimits()
    {
        const Surroundings read = surroundingsFrom(QJsonDocument::fromJson(R"({"zoom": 1000, "x": 2000000000})").object());
        QCOMPARE(read.zoom, 3.0);
        QCOMPARE(read.opener.x(), 100000);
    }
};

} // namespace tst_surroundings

LATCHKEY_TEST(tst_surroundings, SurroundingsTest, testprogram::NoApplication)

#include "tst_surroundings.moc"
