// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "github/readme.h"

#include "support/test.h"

namespace tst_readme {

const github::Request<github::Readme> &question()
{
    static const auto request = github::profileReadme(QUrl(QStringLiteral("https://api.example.org")), QStringLiteral("ada"));
    return request;
}

Result<github::Readme> answerOf(const char *type, const QByteArray &body)
{
    http::Answer answer{.status = 200, .body = body};
    if (type)
        answer.headers = {{"Content-Type", type}};
    return question().read(answer);
}

class ReadmeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gitHubIsAskedForItsOwnRendering()
    {
        QCOMPARE(question().request.url(), QUrl(QStringLiteral("https://api.example.org/repos/ada/ada/readme")));
        QCOMPARE(question().request.rawHeader("Accept"), QByteArray("application/vnd.github.html+json"));
    }

    void aRenderingIsHtmlAndAFileIsMarkdown_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isMarkdown");
        const QByteArray html = "<div id=\"readme\"><p>Hi</p></div>";
        QTest::newRow("as asked for") << QByteArray("application/vnd.github.html+json; charset=utf-8") << html << false;
        QTest::newRow("older servers") << QByteArray("application/vnd.github.v3.html; charset=utf-8") << html << false;
        QTest::newRow("raw") << QByteArray("application/vnd.github.raw+json") << QByteArray("# Hi") << true;
        QTest::newRow("text") << QByteArray("text/plain; charset=utf-8") << QByteArray("# Hi") << true;
        QTest::newRow("no type, as from an old cache") << QByteArray() << QByteArray("# Hi") << true;
    }

    void aRenderingIsHtmlAndAFileIsMarkdown()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        const auto readme = answerOf(type.isEmpty() ? nullptr : type.constData(), body);
        QVERIFY(readme);
        QTEST(readme->isMarkdown, "isMarkdown");
        QCOMPARE(readme->text.toUtf8(), body);
    }

    void aServerThatKnowsNoFormsSendsTheFileInBase64()
    {
        const auto readme = answerOf("application/json; charset=utf-8", R"({"encoding": "base64", "content": "IyBI\nw6k=\n"})");
        QVERIFY(readme);
        QVERIFY(readme->isMarkdown);
        QCOMPARE(readme->text, QStringLiteral("# Hé"));
    }

    void aLongFileInBase64IsReadToItsEnd()
    {
        const QByteArray text = "# Hi\n" + QByteArray("lorem ipsum\n").repeated(10000);
        const auto readme = answerOf("application/json", QByteArray(R"({"encoding": "base64", "content": "%"})").replace('%', text.toBase64()));
        QVERIFY(readme);
        QCOMPARE(readme->text.toUtf8(), text);
    }

    void aPageInPlaceOfTheReadmeIsNone()
    {
        for (const char *type : {"text/html; charset=utf-8", "TEXT/HTML", "application/json", "image/png"}) {
            const auto readme = answerOf(type, "<p align=center>Hello</p>");
            QVERIFY2(!readme, type);
            QCOMPARE(readme.error().kind, Error::Kind::Malformed);
        }
    }
};

} // namespace tst_readme

LATCHKEY_TEST(tst_readme, ReadmeTest, QCoreApplication)

#include "tst_readme.moc"
