// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "richtext/html/entities.h"
#include "richtext/html/htmltree.h"

#include "support/test.h"

namespace tst_htmltree {

/// The tree in one line: p(b("x")).
QString outline(const richtext::HtmlTree &tree, int node = 0)
{
    if (tree[node].isText())
        return u'"' + tree[node].text + u'"';
    QStringList children;
    for (int child = tree[node].firstChild; child >= 0; child = tree[child].next)
        children.append(outline(tree, child));
    const QString inside = children.join(u' ');
    return node == 0 ? inside : inside.isEmpty() ? tree[node].element : tree[node].element + u'(' + inside + u')';
}

class HtmlTreeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tagSoupBecomesATree_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("tree");
        const auto row = [](const char *name, const char *html, const char *tree) {
            QTest::newRow(name) << QString::fromUtf8(html) << QString::fromUtf8(tree);
        };
        row("void elements", "a<br>b<img src=x><hr>c", "\"a\" br \"b\" img hr \"c\"");
        row("what is not closed", "<p>a<p>b", "p(\"a\") p(\"b\")");
        row("nested wrongly", "<b><i>x</b>y</i>", "b(i(\"x\")) \"y\"");
        row("list items", "<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e", "ul(li(\"a\") li(\"b\" ul(li(\"c\"))) li(\"d\")) \"e\"");
        row("cells", "<table><tr><td>a<td>b<tr><th>c</table>d", "table(tr(td(\"a\") td(\"b\")) tr(th(\"c\"))) \"d\"");
        row("an end tag in a cell", "<div><table><tr><td>a</div>b</table>", "div(table(tr(td(\"ab\"))))");
        row("comments", "a<!-- <b> -->b<!doctype html><?x?>c", "\"abc\"");
        row("a comment without end", "a<!-- b", "\"a\"");
        row("scripts and styles", "<script>if (a<b) x</script><style>p{}</style>y", "script style \"y\"");
        row("a script without end", "<script>x", "script");
        row("less-than", "1 < 2 <3 </ b>", "\"1 < 2 <3 \"");
        row("upper case", "<P ALIGN=Center>x</P>", "p(\"x\")");
        row("a tag without end", "x<a href=\"y", "\"x\"");
        row("only end tags", "</p></b>x", "\"x\"");
    }

    void tagSoupBecomesATree()
    {
        QFETCH(QString, html);
        QTEST(outline(richtext::parseHtml(html)), "tree");
    }

    void onlyKnownAttributesAreKept()
    {
        const auto tree = richtext::parseHtml(QStringLiteral(
            "<img SRC='a b' alt=\"x &quot;y&quot; &amp; z\" onerror=alert(1) style=\"background:url(x)\" src=second width = 5 / >"));
        QCOMPARE(tree[1].attributes, (richtext::Attributes{{QStringLiteral("src"), QStringLiteral("a b")},
                                                           {QStringLiteral("alt"), QStringLiteral("x \"y\" & z")},
                                                           {QStringLiteral("width"), QStringLiteral("5")}}));
        QVERIFY(!tree[1].has("onerror"));
        QVERIFY(!tree[1].has("style"));
    }

    void depthAndLengthHaveLimits()
    {
        const auto deep = richtext::parseHtml(QStringLiteral("<div>").repeated(20000) + QStringLiteral("end"));
        QVERIFY(outline(deep).contains(QStringLiteral("end")));
        QVERIFY(deep.nodes.size() < 200);
        for (const char *unit : {"<div>", "<b>x", "<", "<!--", "<a href=\"", "</p>", "&amp;", "<td>", "<p a=b "}) {
            const auto tree = richtext::parseHtml(QString::fromLatin1(unit).repeated(5 * 1024 * 1024 / qsizetype(strlen(unit))));
            QVERIFY2(tree.isCut, unit);
            QVERIFY2(tree.nodes.size() <= 100000, unit);
        }
    }

    void characterReferencesBecomeCharacters()
    {
        const auto text = [](const char *html) { return richtext::withoutEntities(QString::fromLatin1(html)); };
        QCOMPARE(text("a &lt;b&gt; &amp;amp; &#65;&#x1F6A2; &nbsp;"), QStringLiteral("a <b> &amp; A🚢 \u00a0"));
        QCOMPARE(text("&unknown; &; & &#0; &#xD800; &#99999999; &lt"), QStringLiteral("&unknown; &; & &#0; &#xD800; &#99999999; &lt"));
    }
};

} // namespace tst_htmltree

LATCHKEY_TEST(tst_htmltree, HtmlTreeTest, QCoreApplication)

#include "tst_htmltree.moc"
