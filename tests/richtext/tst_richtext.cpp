// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "richtext/richtext.h"

#include "support/test.h"

#include <QRegularExpression>

namespace tst_richtext {

richtext::Place place()
{
    return {QUrl(QStringLiteral("https://github.com/ada/ada/blob/HEAD/")), QUrl(QStringLiteral("https://github.com/ada/ada/raw/HEAD/")),
            [](const QUrl &url) { return url.host().endsWith(QLatin1String("github.com")); }};
}

richtext::Options options(bool isDark = false)
{
    return {.style = {.text = Qt::black, .secondaryText = Qt::gray, .link = Qt::blue, .border = Qt::gray, .code = Qt::lightGray,
                      .success = Qt::green, .attention = Qt::yellow, .danger = Qt::red, .done = Qt::magenta,
                      .codeFont = QStringLiteral("Mono"), .isDark = isDark},
            .toggledDetails = {}};
}

richtext::Document shown(const QString &html, bool isDark = false)
{
    return richtext::sanitized(html, place(), options(isDark));
}

class RichTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Whatever comes, the result has only these elements, attributes and addresses.
    void hostileHtmlBecomesHarmless_data()
    {
        QTest::addColumn<QString>("html");
        const auto row = [](const char *name, const QString &html) { QTest::newRow(name) << html; };
        row("script", QStringLiteral("<script>alert(1)</script><scr<script>ipt>alert(1)</script>"));
        row("handlers", QStringLiteral("<p onclick=x onmouseover='y'>a<img src=x onerror=alert(1)><svg onload=x></svg>"));
        row("addresses", QStringLiteral("<a href='javascript:x'>a</a><a href=' jav&#x09;ascript:x'>b</a><img src='file:///etc/passwd'>"
                                        "<img src='data:image/png;base64,AA'><a href='details:3'>c</a><a href='vbscript:x'>d</a>"));
        row("styles", QStringLiteral("<style>p{background:url(https://tracker.example)}</style><p style='background:url(//t.example)'>x"
                                     "<table background='https://t.example/x'><tr><td background=x style='x:y'>a</table>"));
        row("pages", QStringLiteral("<base href='https://evil.example/'><meta http-equiv=refresh content='0;url=x'><iframe src=x>a</iframe>"
                                    "<object data=x></object><embed src=x><link rel=stylesheet href=x><form action=x><input name=a>"
                                    "<button>b</button><textarea>c</textarea><select><option>d</select></form>"));
        row("broken attributes", QStringLiteral("<a href=\"https://x.example/\"onclick=y\">a</a><img alt='\"><script>x</script>' src=x>"
                                                "<p align='center\" onclick=\"x'>a</p><td colspan='9\"x'>"));
        row("names", QStringLiteral("<p id='x\" onclick=\"y'>a</p><a name='<script>'>b</a>"));
        row("schemes of ours", QStringLiteral("<img src='picture:0'><img src='glyph:info-ff0000'><a href='picture:0'>x</a>"));
        row("svg and math", QStringLiteral("<svg><a xlink:href='javascript:x'><text>x</text></a></svg><math><mtext>y</mtext></math>"));
        row("template", QStringLiteral("<template><img src=x></template><noscript><img src=x></noscript><xmp><b></xmp>"));
        row("control characters", QStringLiteral("<p>a\u202eb\u0007c\u009bd</p><img alt='\u202ex' title='\u0007'>"));
        row("entities", QStringLiteral("&lt;script&gt;x&lt;/script&gt; <p title='&quot;&gt;&lt;script&gt;'>x"));
    }

    void hostileHtmlBecomesHarmless()
    {
        QFETCH(QString, html);
        const richtext::Document document = shown(html + QStringLiteral("<p>end</p>"));
        verifyIsHarmless(document.html);
        QVERIFY(document.html.contains(QStringLiteral("end")));
        for (const richtext::Picture &picture : document.pictures)
            QVERIFY(picture.url.isEmpty() || picture.url.toString().startsWith(QStringLiteral("https://github.com/")));
    }

    void largeAndDeepHtmlHasLimits_data()
    {
        QTest::addColumn<QString>("unit");
        QTest::addColumn<int>("count");
        const auto row = [](const char *unit, int count) { QTest::newRow(unit) << QString::fromLatin1(unit) << count; };
        for (const char *unit : {"<div>", "<blockquote>", "<ul><li>", "<details open>", "<table><tr><td>", "<b><p>", "<b><i><s>"})
            row(unit, 20000);
        for (const char *unit : {"word ", "a", "<", "<p>", "<br>", "</div>", "<!--", "&amp;", "<img src=a.png>", "<p id=a>x"})
            row(unit, 1024 * 1024);
        row("<table><tr><td>x</td></tr></table>", 20000);
        row("<tr><td rowspan=65000 colspan=65000>x</td></tr>", 20000);
        row("<pre>\n\n\n\n\n\n\n\n\n\n\n\n", 20000);
    }

    void largeAndDeepHtmlHasLimits()
    {
        QFETCH(QString, unit);
        QFETCH(int, count);
        const richtext::Document document = shown(QStringLiteral("<table>") + unit.repeated(count));
        verifyIsHarmless(document.html);
        QVERIFY(document.html.size() < 2 * 1024 * 1024);
        QVERIFY(document.html.count(QStringLiteral("<td")) <= 2000);
        QVERIFY(document.pictures.size() <= 150);
        QVERIFY(deepestTables(document.html) <= 4);
    }

    /// The time must not grow with the square of the columns.
    void aRowOfManyCellsHasLimits()
    {
        const richtext::Document document = shown(QStringLiteral("<table><tr>") + QStringLiteral("<td>x").repeated(75000));
        QVERIFY(document.html.count(QStringLiteral("<td")) <= 2000);
        QVERIFY(document.isCut);
    }

    void whatIsCutSaysSo()
    {
        QVERIFY(!shown(QStringLiteral("<p>short</p>")).isCut);
        QVERIFY(shown(QStringLiteral("<p>word </p>").repeated(40000)).isCut);
        QVERIFY(shown(QStringLiteral("<img src=a.png>").repeated(200)).isCut);
        QVERIFY(shown(QStringLiteral("word ").repeated(40000)).isCut);
        QVERIFY(shown(QStringLiteral("<pre>") + QStringLiteral("word\n").repeated(10000)).isCut);
        QVERIFY(!shown(QStringLiteral("<pre>") + QStringLiteral("word\n").repeated(1000)).isCut);
    }

    void picturesFollowTheScheme()
    {
        const QString html = QStringLiteral("<picture><source media='(prefers-color-scheme: dark)' srcset='dark.png 2x'>"
                                            "<source media='(prefers-color-scheme: light)' srcset='light.png'><img src='any.png'></picture>"
                                            "<img src='day.png#gh-light-mode-only'><img src='night.png#gh-dark-mode-only'>");
        const auto files = [&](bool isDark) {
            QStringList names;
            for (const richtext::Picture &picture : shown(html, isDark).pictures)
                names.append(picture.url.fileName());
            return names;
        };
        QCOMPARE(files(false), (QStringList{QStringLiteral("light.png"), QStringLiteral("day.png")}));
        QCOMPARE(files(true), (QStringList{QStringLiteral("dark.png"), QStringLiteral("night.png")}));
    }

    void picturesHaveTheirSizeAndTheirShare()
    {
        const auto pictures = shown(QStringLiteral("<img src=a.png width=50% height=20px><table><tr><td width=25%><img src=b.png></td><td>"
                                                   "<table><tr><td><img src=c.png></td><td>x</td></tr></table></td></tr></table>"
                                                   "<img src=d.png width=-1 height=abc>")).pictures;
        QCOMPARE(pictures.size(), 4);
        QVERIFY(pictures[0].width.isPercent);
        QCOMPARE(pictures[0].width.amount, 50.0);
        QCOMPARE(pictures[0].height.amount, 20.0);
        QCOMPARE(pictures[1].share, 0.25);
        QCOMPARE(pictures[2].share, 0.25);
        QCOMPARE(pictures[3].width.amount, 0.0);
    }

    void badgesThatSayAllInTheirAddressAreNotFetched()
    {
        const auto pictures = shown(QStringLiteral("<img src='https://camo.github.com/1' data-canonical-src='https://img.shields.io/badge/a-b-red'>"
                                                   "<img src='https://camo.github.com/2' data-canonical-src='https://example.org/x.png'>")).pictures;
        QVERIFY(pictures[0].url.isEmpty());
        QCOMPARE(pictures[0].badge.text(), QStringLiteral("a: b"));
        QCOMPARE(pictures[1].url, QUrl(QStringLiteral("https://camo.github.com/2")));
    }

    void partsOpenAndClose()
    {
        const QString html = QStringLiteral("<details><summary>One</summary>first</details><details open><summary>Two</summary>second</details>");
        richtext::Options toggled = options();
        QVERIFY(!shown(html).html.contains(QStringLiteral("first")));
        QVERIFY(shown(html).html.contains(QStringLiteral("second")));
        toggled.toggledDetails = {0, 1};
        const QString other = richtext::sanitized(html, place(), toggled).html;
        QVERIFY(other.contains(QStringLiteral("first")) && !other.contains(QStringLiteral("second")));
        QVERIFY(other.contains(QStringLiteral("href=\"details:0\"")) && other.contains(QStringLiteral("One")));
    }

private:
    static void verifyIsHarmless(const QString &html)
    {
        static const QSet<QString> elements{
            QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("br"), QStringLiteral("cite"), QStringLiteral("dd"),
            QStringLiteral("dfn"), QStringLiteral("div"), QStringLiteral("dl"), QStringLiteral("dt"), QStringLiteral("em"),
            QStringLiteral("h1"), QStringLiteral("h2"), QStringLiteral("h3"), QStringLiteral("h4"), QStringLiteral("h5"),
            QStringLiteral("h6"), QStringLiteral("hr"), QStringLiteral("i"), QStringLiteral("img"), QStringLiteral("li"),
            QStringLiteral("ol"), QStringLiteral("p"), QStringLiteral("pre"), QStringLiteral("s"), QStringLiteral("small"),
            QStringLiteral("span"), QStringLiteral("strong"), QStringLiteral("sub"), QStringLiteral("sup"), QStringLiteral("table"),
            QStringLiteral("td"), QStringLiteral("th"), QStringLiteral("tr"), QStringLiteral("u"), QStringLiteral("ul"), QStringLiteral("var")};
        static const QSet<QString> attributes{
            QStringLiteral("align"), QStringLiteral("bgcolor"), QStringLiteral("border"), QStringLiteral("cellpadding"),
            QStringLiteral("cellspacing"), QStringLiteral("class"), QStringLiteral("colspan"), QStringLiteral("href"),
            QStringLiteral("name"), QStringLiteral("rowspan"), QStringLiteral("src"), QStringLiteral("start"), QStringLiteral("style"),
            QStringLiteral("title"), QStringLiteral("type"), QStringLiteral("valign"), QStringLiteral("width")};
        static const QRegularExpression tag(QStringLiteral("<(/?)([a-z0-9]+)((?: [a-z]+=\"[^\"<>]*\")*)(/?)>"));
        static const QRegularExpression attribute(QStringLiteral(" ([a-z]+)=\"([^\"]*)\""));
        static const QRegularExpression address(QStringLiteral("^(https?://[^/]|mailto:|#|details:\\d+$)"));
        static const QRegularExpression picture(QStringLiteral("^(picture:\\d+|glyph:[a-z]+-[0-9a-f]{6})$"));
        qsizetype tags = 0;
        for (auto found = tag.globalMatch(html); found.hasNext(); ++tags) {
            const auto match = found.next();
            QVERIFY2(elements.contains(match.captured(2)), qPrintable(match.captured()));
            for (auto values = attribute.globalMatch(match.captured(3)); values.hasNext();) {
                const auto value = values.next();
                const QString name = value.captured(1);
                QVERIFY2(attributes.contains(name), qPrintable(match.captured()));
                if (name == QLatin1String("href"))
                    QVERIFY2(address.match(value.captured(2)).hasMatch(), qPrintable(match.captured()));
                if (name == QLatin1String("src"))
                    QVERIFY2(picture.match(value.captured(2)).hasMatch(), qPrintable(match.captured()));
                if (name == QLatin1String("style"))
                    QVERIFY2(!value.captured(2).contains(QStringLiteral("url")), qPrintable(match.captured()));
            }
        }
        QCOMPARE(html.count(u'<'), tags); // There is nothing that looks like a tag and is none of these.
        static const QRegularExpression control(QStringLiteral("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]"));
        QVERIFY(!html.contains(control));
    }

    static int deepestTables(const QString &html)
    {
        static const QRegularExpression tag(QStringLiteral("<(/?)(table)[ >]"));
        int depth = 0;
        int most = 0;
        for (auto found = tag.globalMatch(html); found.hasNext();) {
            depth += found.next().captured(1).isEmpty() ? 1 : -1;
            most = std::max(most, depth);
        }
        return most;
    }
};

} // namespace tst_richtext

LATCHKEY_TEST(tst_richtext, RichTextTest, QCoreApplication)

#include "tst_richtext.moc"
