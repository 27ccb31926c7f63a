// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "richtext/markdown.h"

#include "support/test.h"

namespace tst_markdown {

class MarkdownTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (richtext::fromMarkdown(QStringLiteral("# x")).startsWith(QStringLiteral("<pre>")))
            QSKIP("This build has no cmark-gfm");
    }

    void itFollowsTheRulesOfGitHub()
    {
        const QString html = richtext::fromMarkdown(QStringLiteral(
            "# Hi\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n- [x] done\n- [ ] open\n\n~~old~~ www.example.org and more[^1]\n\n[^1]: A note.\n"));
        for (const char *part : {"<h1>Hi</h1>", "<table>", "align=\"right\"", "type=\"checkbox\" checked", "<del>old</del>",
                                 "href=\"http://www.example.org", "footnote"})
            QVERIFY2(html.contains(QLatin1String(part)), part);
    }

    void htmlAndScriptsAreLeftOut()
    {
        const QString html = richtext::fromMarkdown(QStringLiteral(
            "<script>x</script>\n\n<img src=x onerror=y>\n\n[a](javascript:x) ![b](data:text/html,x) [c](file:///etc/passwd)"));
        for (const char *part : {"<script", "onerror", "javascript", "data:", "file:"})
            QVERIFY2(!html.contains(QLatin1String(part)), part);
    }

    void fiveMegabytesAreCut()
    {
        for (const char *unit : {"a ", "[", "*a_ ", "> ", "- x\n", "`", "|a|\n|-|\n", "[^1]"})
            QVERIFY2(richtext::fromMarkdown(QString::fromLatin1(unit).repeated(1024 * 1024)).size() < 16 * 1024 * 1024, unit);
    }
};

} // namespace tst_markdown

LATCHKEY_TEST(tst_markdown, MarkdownTest, QCoreApplication)

#include "tst_markdown.moc"
