// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/controls/labels.h"
#include "gui/controls/wrappinglabel.h"

#include "support/openedpages.h"
#include "support/test.h"

#include <QAbstractTextDocumentLayout>
#include <QSignalSpy>
#include <QTextDocument>

namespace tst_wrappinglabel {

const QString longWord(500, QLatin1Char('W'));

class WrappingLabelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noWordWidensIt()
    {
        WrappingLabel label(longWord);
        const QLabel usual(longWord);
        QVERIFY(usual.minimumSizeHint().width() > 1000);
        QVERIFY(label.minimumSizeHint().width() < 100);
        QVERIFY(label.sizeHint().width() < 1000);
        QCOMPARE(label.text(), longWord);
    }

    void aLongWordIsBrokenOverAsManyLinesAsItNeeds()
    {
        WrappingLabel label(longWord);
        const int wide = label.heightForWidth(400);
        const int narrow = label.heightForWidth(200);
        QVERIFY(wide > 10 * label.fontMetrics().height());
        QVERIFY(narrow > wide * 3 / 2);
        label.resize(200, narrow);
        const QImage image = label.grab().toImage();
        const QColor background = image.pixelColor(0, narrow - 1);
        bool isLastLinePainted = false;
        for (int y = narrow - label.fontMetrics().height(); y < narrow; ++y) {
            for (int x = 0; x < 200; ++x)
                isLastLinePainted = isLastLinePainted || image.pixelColor(x, y) != background;
        }
        QVERIFY(isLastLinePainted);
    }

    /// A window's layouts ask more than a hundred times before its first paint.
    void eachWidthIsMeasuredOnce()
    {
        WrappingLabel label(QStringLiteral("Builds small tools that stay out of the way."));
        label.setTextInteractionFlags(Qt::TextSelectableByMouse);
        const int narrow = label.heightForWidth(120);
        const int wide = label.heightForWidth(480);
        QVERIFY(narrow > wide);
        const auto *document = label.findChild<QTextDocument *>();
        QVERIFY(document);
        const QSignalSpy layouts(document->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged);
        for (int i = 0; i < 10; ++i) {
            QCOMPARE(label.heightForWidth(120), narrow);
            QCOMPARE(label.heightForWidth(480), wide);
        }
        QCOMPARE(layouts.count(), 0);
    }

    void anotherTextOrFontIsMeasuredAgain()
    {
        const auto heightOf = [](const WrappingLabel &like) {
            WrappingLabel label(like.text());
            label.setTextFormat(like.textFormat());
            label.setFont(like.font());
            label.setContentsMargins(like.contentsMargins());
            return label.heightForWidth(120);
        };
        WrappingLabel label(QStringLiteral("Short"));
        QList<int> heights{label.heightForWidth(120)};
        label.setText(QStringLiteral("Builds small tools<br>that stay out of the way."));
        heights.append(label.heightForWidth(120));
        QCOMPARE(heights.last(), heightOf(label));
        label.setTextFormat(Qt::RichText);
        QCOMPARE(label.heightForWidth(120), heightOf(label));
        QFont large = label.font();
        large.setPointSizeF(large.pointSizeF() * 2);
        label.setFont(large);
        heights.append(label.heightForWidth(120));
        QCOMPARE(heights.last(), heightOf(label));
        label.setContentsMargins(0, 20, 0, 0);
        heights.append(label.heightForWidth(120));
        QCOMPARE(heights.last(), heightOf(label));
        QVERIFY(heights[0] < heights[1] && heights[1] < heights[2] && heights[2] < heights[3]);
    }

    void shortWordsLookAsInAnyLabel()
    {
        const QString text = QStringLiteral("Builds small tools that stay out of the way.");
        WrappingLabel label(text);
        QLabel usual(text);
        usual.setWordWrap(true);
        for (const int width : {120, 240, 480}) {
            QCOMPARE(label.heightForWidth(width), usual.heightForWidth(width));
            for (QLabel *one : std::initializer_list<QLabel *>{&label, &usual})
                one->resize(width, one->heightForWidth(width));
            QCOMPARE(label.grab().toImage(), usual.grab().toImage());
        }
    }

    void markupIsTextUnlessItIsToldOtherwise()
    {
        WrappingLabel label(QStringLiteral("<b>x</b>"));
        QCOMPARE(label.textFormat(), Qt::PlainText);
    }

    void aLinkInABrokenWordOpens()
    {
        OpenedPages opened;
        WrappingLabel label;
        label.setTextFormat(Qt::RichText);
        label.setTextInteractionFlags(Qt::TextBrowserInteraction);
        const QUrl page(QStringLiteral("https://example.org/x"));
        label.setText(link(page, longWord));
        label.resize(200, label.heightForWidth(200));
        label.show();
        QTest::mouseClick(&label, Qt::LeftButton, {}, {60, label.height() / 2});
        QTRY_COMPARE(opened.urls, QList<QUrl>{page});
    }

    void longNamesAreShortenedForButtons()
    {
        QCOMPARE(shortened(QStringLiteral("GitHub Enterprise")), QStringLiteral("GitHub Enterprise"));
        QVERIFY(shortened(longWord).size() < 40);
        QVERIFY(shortened(longWord).endsWith(QChar(0x2026)));
        QVERIFY(!shortened(QStringLiteral("a\nb")).contains(QLatin1Char('\n')));
    }

    void tooltipsWrap()
    {
        QTextDocument shown;
        for (const QString &text : {QStringLiteral("a <b>"), QStringLiteral("R&D \"x\""), QStringLiteral("&amp;"), QStringLiteral("a  b"), QStringLiteral("a\nb"),
                                    QString(60, QLatin1Char('a')) + QLatin1Char('\n') + QString(30, QLatin1Char('b'))}) {
            QVERIFY(Qt::mightBeRichText(tooltip(text)));
            shown.setHtml(tooltip(text));
            QCOMPARE(shown.toPlainText(), text);
        }
        QVERIFY(!tooltip(QStringLiteral("Colors that stay readable in light and dark\nSaturday, 28 November 2026 01:35:15 UTC")).contains(QStringLiteral("pre-wrap")));
        QCOMPARE(tooltip(QString()), QString());
        const QString wrapped = tooltip(longWord);
        QVERIFY(wrapped.contains(QStringLiteral("pre-wrap")));
        QVERIFY(wrapped.count(QChar(0x200b)) >= 10);
        QVERIFY(tooltip(QString(5000, QLatin1Char('x'))).size() < 600);
    }
};

} // namespace tst_wrappinglabel

LATCHKEY_TEST(tst_wrappinglabel, WrappingLabelTest, QApplication)

#include "tst_wrappinglabel.moc"
