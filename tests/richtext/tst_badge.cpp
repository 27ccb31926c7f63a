// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "richtext/badge.h"

#include "support/test.h"

namespace tst_badge {

constexpr char svgOfBadge[] = R"(<svg role="img" aria-label="build: failing"><title>build: failing</title>
    <rect width="37" fill="#555"/><rect x="37" fill="#e05d44"/></svg>)";

class BadgeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badgesOfShieldsAreReadFromTheirAddress_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QColor>("color");
        QTest::newRow("label and message") << QStringLiteral("build-passing-brightgreen") << QStringLiteral("build: passing") << QColor(0x44cc11);
        QTest::newRow("message alone") << QStringLiteral("-Python-3776AB?style=flat&logo=python") << QStringLiteral("Python") << QColor(0x3776ab);
        QTest::newRow("two parts") << QStringLiteral("Docker-2496ED") << QStringLiteral("Docker") << QColor(0x2496ed);
        QTest::newRow("escapes") << QStringLiteral("license-GPL--3.0__or_later-blue.svg") << QStringLiteral("license: GPL-3.0_or later") << QColor(0x007ec6);
        QTest::newRow("percents") << QStringLiteral("C%2B%2B-f34b7d") << QStringLiteral("C++") << QColor(0xf34b7d);
        QTest::newRow("label beside") << QStringLiteral("97%25-green?label=coverage") << QStringLiteral("coverage: 97%") << QColor(0x97ca00);
    }

    void badgesOfShieldsAreReadFromTheirAddress()
    {
        QFETCH(QString, address);
        const QString url = QStringLiteral("https://img.shields.io/badge/") + address;
        QVERIFY(richtext::isBadgeWithText(url));
        const richtext::Badge badge = richtext::badgeOf(QStringLiteral("other"), url);
        QTEST(badge.text(), "text");
        QTEST(badge.color, "color");
    }

    void otherPicturesHaveTheirAlternativeTextElseTheirFile()
    {
        const auto text = [](const char *alternative, const char *address) {
            return richtext::badgeOf(QString::fromUtf8(alternative), QString::fromLatin1(address)).text();
        };
        QCOMPARE(text("CI", "https://github.com/a/b/actions/workflows/ci.yml/badge.svg"), QStringLiteral("CI"));
        QCOMPARE(text("", "https://example.org/boat.png"), QStringLiteral("boat"));
        QCOMPARE(text("", "https://img.shields.io/badge/x"), QStringLiteral("x"));
        QCOMPARE(text("", ""), QString());
        QCOMPARE(text("a\u202eb\n c", ""), QStringLiteral("ab c"));
        QVERIFY(text(QByteArray(10000, 'x').constData(), "").size() <= 120);
        QVERIFY(text((QByteArray(118, 'x') + QByteArray("🎉").repeated(9)).constData(), "").isValidUtf16());
        QVERIFY(!richtext::isBadgeWithText(QStringLiteral("https://img.shields.io.evil.example/badge/a-b-red")));
    }

    void anSvgSaysWhatItIs()
    {
        QVERIFY(richtext::isSvg("<?xml version='1.0'?>\n<svg xmlns='x'>"));
        QVERIFY(!richtext::isSvg("\x89PNG"));
        const richtext::Badge badge = richtext::badgeOfSvg(svgOfBadge);
        QCOMPARE(badge.label, QStringLiteral("build"));
        QCOMPARE(badge.message, QStringLiteral("failing"));
        QCOMPARE(badge.color, QColor(0xe05d44));
        QCOMPARE(richtext::badgeOfSvg("<svg aria-label=\"Ada's statistics\"><path/></svg>").text(), QStringLiteral("Ada's statistics"));
        QVERIFY(richtext::badgeOfSvg("<svg><text>x</text></svg>").text().isEmpty());
    }
};

} // namespace tst_badge

LATCHKEY_TEST(tst_badge, BadgeTest, QCoreApplication)

#include "tst_badge.moc"
