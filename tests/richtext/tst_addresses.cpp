// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "richtext/addresses.h"

#include "support/test.h"

namespace tst_addresses {

richtext::Place place()
{
    return {QUrl(QStringLiteral("https://github.com/ada/ada/blob/HEAD/")), QUrl(QStringLiteral("https://github.com/ada/ada/raw/HEAD/")),
            [](const QUrl &url) { return url.host() == QLatin1String("github.com"); }};
}

class AddressesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linksLeadToPagesOnly_data()
    {
        QTest::addColumn<QString>("href");
        QTest::addColumn<QString>("address");
        QTest::newRow("page") << QStringLiteral("https://example.org/a b") << QStringLiteral("https://example.org/a%20b");
        QTest::newRow("file beside") << QStringLiteral("docs/guide.md#use") << QStringLiteral("https://github.com/ada/ada/blob/HEAD/docs/guide.md#use");
        QTest::newRow("from the root") << QStringLiteral("/LICENSE") << QStringLiteral("https://github.com/ada/ada/blob/HEAD/LICENSE");
        QTest::newRow("of the repository") << QStringLiteral("/ada/ada/issues") << QStringLiteral("https://github.com/ada/ada/issues");
        QTest::newRow("another host") << QStringLiteral("//example.org/x") << QStringLiteral("https://example.org/x");
        QTest::newRow("within the text") << QStringLiteral("#about") << QStringLiteral("#about");
        QTest::newRow("mail") << QStringLiteral("mailto:ada@example.org") << QStringLiteral("mailto:ada@example.org");
        QTest::newRow("mail with a file") << QStringLiteral("mailto:ada@example.org?attach=/etc/passwd&subject=Hi")
                                          << QStringLiteral("mailto:ada@example.org?subject=Hi");
        for (const char *bad : {"", "javascript:alert(1)", " JavaScript:alert(1)", "java\nscript:x", "data:text/html,x", "file:///etc/passwd",
                                "vbscript:x", "details:1", "picture:1", "ftp://example.org/x", "https://", "blob:x", "qrc:/x"})
            QTest::newRow(*bad ? bad : "nothing") << QString::fromLatin1(bad) << QString();
    }

    void linksLeadToPagesOnly()
    {
        QFETCH(QString, href);
        QTEST(QString::fromLatin1(richtext::linkAddress(href, place()).toEncoded()), "address");
    }

    void picturesComeFromAllowedPlacesOnly()
    {
        const auto address = [](const char *src) { return richtext::pictureAddress(QString::fromLatin1(src), place()).toString(); };
        QCOMPARE(address("boat.png"), QStringLiteral("https://github.com/ada/ada/raw/HEAD/boat.png"));
        QCOMPARE(address("./img/boat.png#gh-dark-mode-only"), QStringLiteral("https://github.com/ada/ada/raw/HEAD/img/boat.png"));
        for (const char *bad : {"https://tracker.example/x.png", "data:image/png;base64,AAAA", "file:///etc/passwd", "qrc:/x.png", ":/x.png", ""})
            QVERIFY2(address(bad).isEmpty() || address(bad).startsWith(QStringLiteral("https://github.com/")), bad);
        richtext::Place none = place();
        none.isPictureAllowed = nullptr;
        QVERIFY(richtext::pictureAddress(QStringLiteral("boat.png"), none).isEmpty());
    }

    void aFileInAFolderIsTheBase()
    {
        const auto links = [](const char *file) {
            return richtext::linkAddress(QStringLiteral("a.md"), richtext::inFolderOf(QString::fromLatin1(file), place())).path();
        };
        QCOMPARE(links("README.md"), QStringLiteral("/ada/ada/blob/HEAD/a.md"));
        QCOMPARE(links("docs/de/README.md"), QStringLiteral("/ada/ada/blob/HEAD/docs/de/a.md"));
        QCOMPARE(links("//evil.example/x"), QStringLiteral("/ada/ada/blob/HEAD/a.md"));
        QCOMPARE(links("javascript:x/y"), QStringLiteral("/ada/ada/blob/HEAD/a.md"));
    }
};

} // namespace tst_addresses

LATCHKEY_TEST(tst_addresses, AddressesTest, QCoreApplication)

#include "tst_addresses.moc"
