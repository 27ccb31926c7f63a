// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/profile/readmeview.h"

#include "support/test.h"

namespace tst_readmeview {

class ReadmeViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void picturesComeFromTheHostOnly()
    {
        ReadmeView view;
        QList<QUrl> asked;
        view.setPictures(QUrl(QStringLiteral("https://github.com/ada/ada/raw/HEAD/")),
                         [&](const QUrl &url, QObject *, const Receiver<QByteArray> &) { asked.append(url); });
        view.showMarkdown(QStringLiteral("# Hi\n\n![a](boat.png) ![b](https://tracker.example/x.png) "
                                         "![c](https://camo.githubusercontent.com/1/2) ![d](http://github.com/plain.png) "
                                         "<img src=\"https://github.com/y.png\">"));
        view.show();
        QTRY_COMPARE(asked, (QList<QUrl>{QUrl(QStringLiteral("https://github.com/ada/ada/raw/HEAD/boat.png")),
                                     QUrl(QStringLiteral("https://camo.githubusercontent.com/1/2"))}));
        QVERIFY(view.toPlainText().contains(QStringLiteral("<img")));
    }

    void withoutAWayToFetchThemThereAreNoPictures()
    {
        ReadmeView view;
        view.showMarkdown(QStringLiteral("![x](https://github.com/x.png)"));
        QVERIFY(!view.document()->resource(QTextDocument::ImageResource, QUrl(QStringLiteral("https://github.com/x.png"))).isValid());
    }

    void fiveMegabytesAreCut()
    {
        ReadmeView view;
        view.showMarkdown(QString(5 * 1024 * 1024, QLatin1Char('a')));
        QVERIFY(view.toPlainText().size() <= 100 * 1024);
    }
};

} // namespace tst_readmeview

LATCHKEY_TEST(tst_readmeview, ReadmeViewTest, QApplication)

#include "tst_readmeview.moc"
