// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "github/pictures.h"
#include "gui/richtext/richtextview.h"
#include "support/test.h"

#include <QDir>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextList>
#include <QTextTable>

// Twenty profile READMEs as GitHub's API renders them, and what is shown of each.
namespace tst_readmes {

struct World
{
    explicit World(const QString &file)
    {
        QFile readme(QStringLiteral(LATCHKEY_READMES "/") + file + QStringLiteral(".html"));
        if (!readme.open(QIODevice::ReadOnly))
            qFatal("%s is missing", qPrintable(readme.fileName()));
        const QUrl host(QStringLiteral("https://github.com/"));
        view.setPlace({host.resolved(QUrl(QStringLiteral("/ada/ada/blob/HEAD/"))), host.resolved(QUrl(QStringLiteral("/ada/ada/raw/HEAD/"))),
                       [host](const QUrl &picture) { return github::isPictureOfHost(picture, host); }},
                      [this](const QUrl &url, QObject *, const Receiver<QByteArray> &) { asked.append(url); });
        view.resize(800, 100);
        view.showHtml(QString::fromUtf8(readme.readAll()));
        QCoreApplication::processEvents();
    }

    QString text() const { return view.toPlainText(); }
    QTextBlock blockWith(const char *words) const { return view.document()->find(QString::fromUtf8(words)).block(); }
    QTextCharFormat formatOf(const char *words) const { return view.document()->find(QString::fromUtf8(words)).charFormat(); }
    QTextTable *tableAround(const char *words) const { return view.document()->find(QString::fromUtf8(words)).currentTable(); }
    QString linkOf(const char *words) const { return formatOf(words).anchorHref(); }

    RichTextView view;
    QList<QUrl> asked;
};

class ReadmesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachIsShownInWords_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("pictures"); // Those that are fetched.
        const auto row = [](const char *file, const QStringList &words, int pictures) { QTest::newRow(file) << words << pictures; };
        row("01-template-of-github", {QStringLiteral("Hi there 👋"), QStringLiteral("🔭 I’m currently working on a weather station"), QStringLiteral(":wq took me")}, 0);
        row("02-centered-with-badges", {QStringLiteral("Hi, I'm Tomasz 👨‍💻"), QStringLiteral("I write services in Go and Kotlin")}, 1);
        row("03-skills-as-badges", {QStringLiteral("🛠 Languages and tools")}, 0);
        row("04-stats-cards", {QStringLiteral("Stats")}, 4);
        row("05-snake-by-scheme", {QStringLiteral("My year as a snake:")}, 2);
        row("06-typing-svg", {QStringLiteral("Full stack · open source · coffee"), QStringLiteral("Made with ❤ in Nairobi")}, 1);
        row("07-details", {QStringLiteral("How do I build it?"), QStringLiteral("strict but fair reviewer"), QStringLiteral("And why not Zig?"), QStringLiteral("Details")}, 0);
        row("08-table-after-comment", {QStringLiteral("Projects"), QStringLiteral("tidewatch"), QStringLiteral("1,120"), QStringLiteral("Some of these are finished.")}, 0);
        row("09-layout-table", {QStringLiteral("What I do"), QStringLiteral("Compilers"), QStringLiteral("every other week")}, 1);
        row("10-task-list", {QStringLiteral("2026 goals"), QStringLiteral("Write the manual"), QStringLiteral("Chapters"), QStringLiteral("deeper")}, 0);
        row("11-alerts", {QStringLiteral("Note"), QStringLiteral("Helpful advice"), QStringLiteral("Important"), QStringLiteral("Urgent info"), QStringLiteral("rm -rf")}, 0);
        row("12-code-and-quotes", {QStringLiteral("curl -fsSL https://example.org/install.sh | sh"), QStringLiteral("    print(f\"Hello {name}\")"), QStringLiteral("keeps its spaces <tag>"), QStringLiteral("Who said that?")}, 0);
        row("13-floating-picture", {QStringLiteral("Sofia"), QStringLiteral("I draw maps")}, 1);
        row("14-anchors", {QStringLiteral("About · Contact · Guide · License"), QStringLiteral("Write to me.")}, 0);
        row("15-footnotes", {QStringLiteral("GitHub renders footnotes1, H2O, x2, Ctrl+K"), QStringLiteral("Here it is. ↩")}, 0);
        row("16-logos-in-a-row", {QStringLiteral("Connect with me:"), QStringLiteral("Languages and Tools:")}, 8);
        row("17-gif-and-emoji", {QStringLiteral("Hello World"), QStringLiteral("and 🚀.")}, 3);
        row("18-blog-posts", {QStringLiteral("📕 Latest Blog Posts"), QStringLiteral("Sourdough is a build system"), QStringLiteral("➡️ more blog posts...")}, 0);
        row("19-rtl-and-cjk", {QStringLiteral("سلام، من نیلوفر هستم"), QStringLiteral("東京で働いています"), QStringLiteral("서울")}, 0);
        row("20-in-a-folder", {QStringLiteral("The harbour works"), QStringLiteral("See the guide and start here")}, 3);
    }

    void eachIsShownInWords()
    {
        QFETCH(QStringList, words);
        const World world(QString::fromLatin1(QTest::currentDataTag()));
        const QString text = world.text().remove(QChar(0x200b)); // Carries the names of anchors.
        for (const QString &one : words)
            QVERIFY2(text.contains(one), qPrintable(one + QStringLiteral(" is not in ") + text));
        for (const char *markup : {"<p", "<div", "<br", "</", "<!--", "&nbsp;", "&lt;", "align=", "clipboard"})
            QVERIFY2(!text.contains(QLatin1String(markup)), markup);
        QTEST(int(world.asked.size()), "pictures");
        for (const QUrl &url : world.asked)
            QVERIFY2(url.scheme() == QLatin1String("https") && !url.host().contains(QStringLiteral("example")), qPrintable(url.toString()));
        QVERIFY(!world.view.horizontalScrollBar()->isVisibleTo(&world.view));
    }

    void allFilesAreTested()
    {
        QCOMPARE(QDir(QStringLiteral(LATCHKEY_READMES)).entryList({QStringLiteral("*.html")}).size(), 20);
    }

    void textIsAlignedAsItsAuthorWants()
    {
        const World world(QStringLiteral("02-centered-with-badges"));
        for (const char *words : {"Tomasz", "backend developer", "I write services"})
            QVERIFY2(world.blockWith(words).blockFormat().alignment() & Qt::AlignHCenter, words);
        const World typing(QStringLiteral("06-typing-svg"));
        QVERIFY(typing.blockWith("Full stack").blockFormat().alignment() & Qt::AlignHCenter);
        const World table(QStringLiteral("08-table-after-comment"));
        QVERIFY(table.blockWith("812").blockFormat().alignment() & Qt::AlignRight);
        QVERIFY(!(table.blockWith("Some of these").blockFormat().alignment() & Qt::AlignRight));
    }

    void tablesAreTables()
    {
        const World world(QStringLiteral("08-table-after-comment"));
        QCOMPARE(world.tableAround("tidewatch")->rows(), 4);
        QCOMPARE(world.tableAround("tidewatch")->columns(), 3);
        QVERIFY(world.formatOf("old-thing").fontStrikeOut());
        const World layout(QStringLiteral("09-layout-table"));
        QCOMPARE(layout.tableAround("Compilers"), layout.tableAround("every other week"));
        QVERIFY(layout.blockWith("Compilers").textList());
    }

    void tasksHaveBoxes()
    {
        const World world(QStringLiteral("10-task-list"));
        const auto marker = [&](const char *words) { return world.blockWith(words).blockFormat().marker(); };
        QCOMPARE(marker("Ship 1.0"), QTextBlockFormat::MarkerType::Checked);
        QCOMPARE(marker("Write the manual"), QTextBlockFormat::MarkerType::Unchecked);
        QCOMPARE(marker("Outline"), QTextBlockFormat::MarkerType::Checked);
        QCOMPARE(marker("Sleep more"), QTextBlockFormat::MarkerType::NoMarker);
        QVERIFY(world.blockWith("deeper").textList()->format().indent() > world.blockWith("nested").textList()->format().indent());
    }

    void codeKeepsItsLinesOnAGround()
    {
        const World world(QStringLiteral("12-code-and-quotes"));
        QCOMPARE(world.blockWith("def greet").text(), QStringLiteral("def greet(name):"));
        QVERIFY(world.tableAround("def greet")->format().background().style() != Qt::NoBrush);
        QVERIFY(world.formatOf("def").foreground() != world.formatOf("greet(name)").foreground());
        QVERIFY(world.tableAround("A tool is finished") != world.tableAround("Who said that?"));
    }

    void alertsHaveColorsAndGlyphs()
    {
        const World world(QStringLiteral("11-alerts"));
        QSet<QRgb> colors;
        for (const char *title : {"Note", "Tip", "Important", "Warning", "Caution"})
            colors.insert(world.formatOf(title).foreground().color().rgb());
        QCOMPARE(colors.size(), 5);
    }

    void linksLeadWhereTheyDoOnGitHub()
    {
        const World world(QStringLiteral("14-anchors"));
        QCOMPARE(world.linkOf("Guide"), QStringLiteral("https://github.com/ada/ada/blob/HEAD/docs/guide.md"));
        QCOMPARE(world.linkOf("License"), QStringLiteral("https://github.com/ada/ada/blob/HEAD/LICENSE"));
        QCOMPARE(world.linkOf("Contact"), QStringLiteral("#contact"));
        const World folder(QStringLiteral("20-in-a-folder"));
        QCOMPARE(folder.linkOf("guide"), QStringLiteral("https://github.com/ada/ada/blob/HEAD/profile/CONTRIBUTING.md"));
        QCOMPARE(folder.linkOf("start here"), QStringLiteral("https://github.com/ada/ada/blob/HEAD/docs/start.md"));
        QVERIFY(folder.asked.contains(QUrl(QStringLiteral("https://github.com/ada/ada/raw/HEAD/profile/images/logo.png"))));
        const World mail(QStringLiteral("01-template-of-github"));
        QCOMPARE(mail.linkOf("mira@example.org"), QStringLiteral("mailto:mira@example.org"));
    }

    void closedPartsOpen()
    {
        World world(QStringLiteral("07-details"));
        QVERIFY(!world.text().contains(QStringLiteral("then wait")));
        QVERIFY(!world.text().contains(QStringLiteral("Ask me next year")));
        Q_EMIT world.view.anchorClicked(QUrl(QStringLiteral("details:0")));
        QVERIFY(world.text().contains(QStringLiteral("Run make, then wait.")));
        QVERIFY(world.text().contains(QStringLiteral("# takes a while")));
        Q_EMIT world.view.anchorClicked(QUrl(QStringLiteral("details:0")));
        QVERIFY(!world.text().contains(QStringLiteral("then wait")));
    }

    void raisedAndLoweredTextIsSo()
    {
        const World world(QStringLiteral("15-footnotes"));
        QTextCursor two = world.view.document()->find(QStringLiteral("H2O"));
        two.setPosition(two.selectionStart() + 2);
        QCOMPARE(two.charFormat().verticalAlignment(), QTextCharFormat::AlignSubScript);
        QVERIFY(world.formatOf("removed").fontStrikeOut());
        QVERIFY(world.formatOf("Ctrl").background().style() != Qt::NoBrush);
        QVERIFY(!world.text().contains(QStringLiteral("Footnotes"))); // GitHub hides this heading.
    }
};

} // namespace tst_readmes

LATCHKEY_TEST(tst_readmes, ReadmesTest, QApplication)

#include "tst_readmes.moc"
