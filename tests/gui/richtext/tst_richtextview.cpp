// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/look/colors.h"
#include "gui/richtext/richtextview.h"
#include "support/openedpages.h"
#include "support/test.h"

#include <QBuffer>
#include <QHelpEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QToolTip>

namespace tst_richtextview {

QByteArray png(const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

constexpr char svg[] = "<svg><title>build: failing</title></svg>";

/// A view of 400 pixels in a scroll area. Pictures come when the test says so.
struct World
{
    World()
    {
        area.setWidget(&view);
        area.setWidgetResizable(true);
        area.resize(440, 300);
        view.setPlace({QUrl(QStringLiteral("https://github.com/ada/ada/blob/HEAD/")), QUrl(QStringLiteral("https://github.com/ada/ada/raw/HEAD/")),
                       [](const QUrl &url) { return url.host() == QLatin1String("github.com"); }},
                      [this](const QUrl &url, QObject *, const Receiver<QByteArray> &receiver) {
                          asked.append(url);
                          receivers.append(receiver);
                      });
        area.show();
    }
    ~World() { area.takeWidget(); }

    /// Answers the first question that is open.
    void deliver(const Result<QByteArray> &bytes) { receivers.takeFirst()(bytes); }

    static QUrl url(const char *file) { return QUrl(QStringLiteral("https://github.com/ada/ada/raw/HEAD/") + QLatin1String(file)); }

    RichTextView view;
    QScrollArea area;
    QList<QUrl> asked;
    QList<Receiver<QByteArray>> receivers;
};

class RichTextViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { look::use(look::colorsFor({})); }

    void eachPictureIsFetchedOnce()
    {
        World world;
        world.view.showHtml(QStringLiteral("<img src=a.png><img src=a.png><img src=b.png><img src='https://tracker.example/c.png'>"
                                           "<img src='http://github.com:81/d.png'>"));
        QTRY_COMPARE(world.asked, (QList<QUrl>{World::url("a.png"), World::url("b.png"), QUrl(QStringLiteral("http://github.com:81/d.png"))}));
        world.deliver(png({10, 10}));
        QTRY_VERIFY(world.view.hasPicture(World::url("a.png")));
        world.area.resize(300, 300);
        world.view.showHtml(QStringLiteral("<p>other</p><img src=a.png><img src=b.png>"));
        QTest::qWait(0);
        QVERIFY(world.view.hasPicture(World::url("a.png")));
        QCOMPARE(world.asked.size(), 3);
    }

    void onlyWhatCouldNotBeFetchedIsAskedForAgain()
    {
        World world;
        world.view.showHtml(QStringLiteral("<img src=a.png><img src=b.png><img src=c.png>"));
        QTRY_COMPARE(world.asked.size(), 3);
        world.deliver(Error{Error::Kind::Unreachable, QStringLiteral("network")});
        world.deliver(png({10, 10}));
        world.deliver(QByteArray("no picture"));
        QTRY_VERIFY(world.view.hasPicture(World::url("b.png")));
        QTest::qWait(0);
        world.view.retryPictures();
        world.view.retryPictures();
        QCOMPARE(world.asked.mid(3), QList<QUrl>{World::url("a.png")});
        world.deliver(png({10, 10}));
        QTRY_VERIFY(world.view.hasPicture(World::url("a.png")));
        world.view.retryPictures();
        QCOMPARE(world.asked.size(), 4);
    }

    void withoutAPlaceThereAreNoPictures()
    {
        RichTextView view;
        view.showHtml(QStringLiteral("<img src='https://github.com/x.png' alt='A boat'>"));
        QVERIFY(!view.hasPicture(QUrl(QStringLiteral("https://github.com/x.png"))));
    }

    void aPictureMakesTheViewHigherAndIsNotWiderThanIt()
    {
        World world;
        world.view.showHtml(QStringLiteral("<img src=a.png>"));
        QTRY_COMPARE(world.receivers.size(), 1);
        const int before = world.view.height();
        world.deliver(png({1600, 800}));
        QTRY_VERIFY(world.view.height() > before + 100);
        QVERIFY(world.view.document()->size().width() <= world.view.viewport()->width());
        QVERIFY(world.view.height() < 260); // Half as high as wide.
    }

    void whatCannotBeDrawnIsABadge()
    {
        World world;
        world.view.showHtml(QStringLiteral("<img src=a.svg alt=CI><img src=b.png alt='A boat'><img src=c.png alt='Not one'>"));
        QTRY_COMPARE(world.receivers.size(), 3);
        const QImage before = world.view.grab().toImage();
        world.deliver(QByteArray(svg));
        world.deliver(Error::unreachable(QStringLiteral("network")));
        world.deliver(QByteArray("no image"));
        QTRY_VERIFY(world.view.grab().toImage() != before); // The SVG says "build: failing".
        QVERIFY(!world.view.hasPicture(World::url("a.svg")));
        QVERIFY(world.view.height() < 60);
    }

    void hugePicturesAreRefused()
    {
        World world;
        world.view.showHtml(QStringLiteral("<img src=a.png>"));
        QTRY_COMPARE(world.receivers.size(), 1);
        QByteArray bytes = png({1, 1});
        bytes.replace(16, 8, QByteArray::fromHex("0000ffff0000ffff")); // 65,535 pixels square, says the header.
        world.deliver(bytes);
        QTest::qWait(100);
        QVERIFY(!world.view.hasPicture(World::url("a.png")));
        QVERIFY(world.view.height() < 60);
    }

    void linksOpenPagesAndNothingElse()
    {
        const OpenedPages opened;
        RichTextView view;
        for (const char *link : {"https://example.org/", "mailto:a@example.org", "javascript:x", "file:///etc/passwd", "data:x", "ftp://x/"})
            Q_EMIT view.anchorClicked(QUrl(QLatin1String(link)));
        QCOMPARE(opened.urls, (QList<QUrl>{QUrl(QStringLiteral("https://example.org/")), QUrl(QStringLiteral("mailto:a@example.org"))}));
    }

    void linksWithinTheTextScrollThePage()
    {
        World world;
        world.view.showHtml(QStringLiteral("<p><a href='#end'>to the end</a></p>") + QStringLiteral("<p>text</p>").repeated(60)
                            + QStringLiteral("<h2>🛠 End</h2><a id='user-content-end' class='anchor' href='#end'></a><p>last</p>")
                            + QStringLiteral("<p>text</p>").repeated(60));
        QCOMPARE(world.area.verticalScrollBar()->value(), 0);
        Q_EMIT world.view.anchorClicked(QUrl(QStringLiteral("#end")));
        QVERIFY(world.area.verticalScrollBar()->value() > 600);
        const int there = world.area.verticalScrollBar()->value();
        Q_EMIT world.view.anchorClicked(QUrl(QStringLiteral("#nowhere")));
        QCOMPARE(world.area.verticalScrollBar()->value(), there);
    }

    void partsOpenWithTheKeyboardAndKeepTheirPlace()
    {
        World world;
        world.view.showHtml(QStringLiteral("<details><summary>More</summary><p>inside</p></details><details><summary>Other</summary>x</details>"));
        world.view.setFocus();
        QTest::keyClick(&world.view, Qt::Key_Tab);
        QTest::keyClick(&world.view, Qt::Key_Return);
        QVERIFY(world.view.toPlainText().contains(QStringLiteral("inside")));
        QTest::keyClick(&world.view, Qt::Key_Return);
        QVERIFY(!world.view.toPlainText().contains(QStringLiteral("inside")));
        world.view.showHtml(QStringLiteral("<details><summary>New</summary>inside</details>"));
        QVERIFY(!world.view.toPlainText().contains(QStringLiteral("inside")));
    }

    void thePageScrollsToTheLinkThatTabReaches()
    {
        World world;
        world.view.showHtml(QStringLiteral("<a href='https://example.org/1'>first</a>") + QStringLiteral("<p>text</p>").repeated(60)
                            + QStringLiteral("<a href='https://example.org/2'>second</a>"));
        QVERIFY(QTest::qWaitForWindowActive(&world.area));
        world.view.setFocus();
        QTest::keyClick(&world.view, Qt::Key_Tab);
        QCOMPARE(world.area.verticalScrollBar()->value(), 0);
        QTest::keyClick(&world.view, Qt::Key_Tab);
        QTRY_VERIFY(world.area.verticalScrollBar()->value() > 600);
    }

    void colorsFollowThePalette()
    {
        World world;
        world.view.showHtml(QStringLiteral("<p>words <a href='https://example.org'>link</a></p><pre>code</pre>"));
        const auto color = [&] { return world.view.document()->find(QStringLiteral("link")).charFormat().foreground().color(); };
        QCOMPARE(color(), look::colors().link);
        const QColor light = color();
        look::use(look::colorsFor({.isDark = true}));
        QTRY_COMPARE(color(), look::colors().link);
        QVERIFY(color() != light);
    }

    void picturesOfClosedPartsAndOfTheOtherSchemeComeAgain()
    {
        World world;
        world.view.showHtml(QStringLiteral("<details open><summary>More</summary><img src=a.png></details>"
                                           "<picture><source media='(prefers-color-scheme: dark)' srcset='dark.png'><img src='light.png'></picture>"));
        QTRY_COMPARE(world.receivers.size(), 2);
        world.deliver(png({10, 10}));
        world.deliver(png({10, 10}));
        QTRY_VERIFY(world.view.hasPicture(World::url("light.png")));
        look::use(look::colorsFor({.isDark = true}));
        QTRY_COMPARE(world.receivers.size(), 1);
        world.deliver(png({10, 10}));
        QTRY_VERIFY(world.view.hasPicture(World::url("dark.png")));
        look::use(look::colorsFor({}));
        QVERIFY(world.view.hasPicture(World::url("light.png")));
        for (int i = 0; i < 2; ++i) {
            Q_EMIT world.view.anchorClicked(QUrl(QStringLiteral("details:0")));
            QVERIFY(world.view.hasPicture(World::url("a.png")));
        }
        QCOMPARE(world.asked.size(), 3);
    }

    /// Each takes 19 MB, and few bytes to send.
    void manyLargePicturesDoNotFillTheMemory()
    {
        World world;
        QString html;
        for (int i = 0; i < 20; ++i)
            html += QStringLiteral("<img src=%1.png>").arg(i);
        world.view.showHtml(html);
        QTRY_COMPARE(world.receivers.size(), 20);
        const QByteArray large = png({600, 8192});
        while (world.receivers.size() > 1)
            world.deliver(large);
        world.deliver(png({10, 10}));
        QTRY_VERIFY(world.view.hasPicture(World::url("19.png")));
        QVERIFY(world.view.hasPicture(World::url("0.png")));
        QVERIFY(!world.view.hasPicture(World::url("18.png")));
    }

    void aLinkSaysWhereItLeads()
    {
        World world;
        world.view.showHtml(QStringLiteral("<p><a href='https://example.org/x?a=1&amp;b=2'>github.com</a></p>"));
        const QTextCursor link = world.view.document()->find(QStringLiteral("github"));
        const QPoint at = world.view.cursorRect(link).center() - QPoint(4, 0);
        QHelpEvent event(QEvent::ToolTip, at, world.view.viewport()->mapToGlobal(at));
        QApplication::sendEvent(world.view.viewport(), &event);
        QTRY_VERIFY(!QToolTip::text().isEmpty());
        QTextDocument shown;
        Qt::mightBeRichText(QToolTip::text()) ? shown.setHtml(QToolTip::text()) : shown.setPlainText(QToolTip::text());
        QCOMPARE(shown.toPlainText(), QStringLiteral("https://example.org/x?a=1&b=2"));
        QToolTip::hideText();
    }

    void aTextThatIsCutHasALinkToAllOfIt()
    {
        World world;
        world.view.setWholeText(QUrl(QStringLiteral("https://github.com/ada/ada")), QStringLiteral("Open the rest on GitHub"));
        world.view.showHtml(QStringLiteral("<p>short</p>"));
        QVERIFY(!world.view.toPlainText().contains(QStringLiteral("Open the rest")));
        world.view.showHtml(QStringLiteral("<p>word ").repeated(5 * 1024 * 1024 / 8));
        QVERIFY(world.view.toPlainText().endsWith(QStringLiteral("Open the rest on GitHub")));
        QVERIFY(world.view.toPlainText().size() < 110 * 1024);
    }
};

} // namespace tst_richtextview

LATCHKEY_TEST(tst_richtextview, RichTextViewTest, QApplication)

#include "tst_richtextview.moc"
