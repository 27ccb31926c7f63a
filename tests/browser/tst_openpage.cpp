// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/openpage.h"

#include "browser/pagenotopened.h"
#include "support/openedpages.h"
#include "support/test.h"

#include <QDesktopServices>
#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>

namespace tst_openpage {

const QUrl page = QUrl(QStringLiteral("https://github.example/a?b=c%20d"));

/// While it lives, the desktop has no browser.
struct NoBrowser
{
    NoBrowser() { QDesktopServices::setUrlHandler(QStringLiteral("https"), &nobody, "noSuchMethod"); }
    ~NoBrowser() { QDesktopServices::unsetUrlHandler(QStringLiteral("https")); }

    QObject nobody;
};

class OpenPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOpenedPageIsNoNews()
    {
        OpenedPages pages;
        QObject window;
        QList<QUrl> told;
        new PageNotOpenedFilter(&window, [&](const QUrl &url) { told.append(url); });
        openPage(page, &window);
        QCOMPARE(pages.urls, QList<QUrl>{page});
        QTest::qWait(0);
        QCOMPARE(told, QList<QUrl>());
    }

    void theChosenBrowserGetsTheAddressLast()
    {
        const auto cleanUp = qScopeGuard([] { setBrowser({}); });
        const QTemporaryDir folder;
        const QString told = folder.filePath(QStringLiteral("told"));
        setBrowser(QStringLiteral("sh -c \"echo \"\"\"$0 $1\"\"\" > '%1'\" --private").arg(told));
        OpenedPages pages;
        QObject window;
        openPage(page, &window);
        QTRY_VERIFY(QFile(told).size() > 0);
        QFile file(told);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().trimmed(), QByteArray("--private ") + page.toEncoded());
        QCOMPARE(pages.urls, QList<QUrl>());
    }

    void aChosenBrowserThatDoesNotStartIsTold()
    {
        const auto cleanUp = qScopeGuard([] { setBrowser({}); });
        setBrowser(QStringLiteral("/nonexistent/browser --new-tab"));
        QObject window;
        QList<QUrl> told;
        new PageNotOpenedFilter(&window, [&](const QUrl &url) { told.append(url); });
        openPage(page, &window);
        QTRY_COMPARE(told, QList<QUrl>{page});
    }

    void theWindowHearsOfAPageThatCannotBeOpened()
    {
        const NoBrowser noBrowser;
        QObject window;
        QObject another;
        auto *row = new QObject(new QObject(&window));
        QList<QUrl> told;
        new PageNotOpenedFilter(&window, [&](const QUrl &url) { told.append(url); });
        new PageNotOpenedFilter(&another, [](const QUrl &) { QFAIL("It is not about this window."); });
        openPage(page, row);
        QCOMPARE(told, QList<QUrl>()); // Not from inside the call.
        QTRY_COMPARE(told, QList<QUrl>{page});
    }

    void theNearestListenerTells()
    {
        const NoBrowser noBrowser;
        QObject window;
        auto *dialog = new QObject(&window);
        int told = 0;
        new PageNotOpenedFilter(&window, [&](const QUrl &) { told += 100; });
        new PageNotOpenedFilter(dialog, [&](const QUrl &) { told += 1; });
        openPage(page, dialog);
        QTRY_COMPARE(told, 1);
        QTest::qWait(0);
        QCOMPARE(told, 1);
    }

    void nobodyIsToldAfterTheAskerIsGone()
    {
        const NoBrowser noBrowser;
        auto asker = std::make_unique<QObject>();
        bool isTold = false;
        new PageNotOpenedFilter(asker.get(), [&](const QUrl &) { isTold = true; });
        openPage(page, asker.get());
        asker.reset();
        QTest::qWait(0);
        QVERIFY(!isTold);
    }
};

} // namespace tst_openpage

LATCHKEY_TEST(tst_openpage, OpenPageTest, QGuiApplication)

#include "tst_openpage.moc"
