// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "useragent/externaluseragent.h"

#include <QDesktopServices>
#include <QSignalSpy>
#include <QTest>

namespace {

const QUrl request = QUrl(QStringLiteral("https://github.com/login/oauth/authorize?state=a%2Bb&scope=read%3Auser%20x"));

} // namespace

/// In the desktop's place: takes what would go to the browser.
class DesktopBrowser : public QObject
{
    Q_OBJECT

public:
    DesktopBrowser() { QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "open"); }
    ~DesktopBrowser() override { QDesktopServices::unsetUrlHandler(QStringLiteral("https")); }

    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened.append(url); }
};

class TestExternalUserAgent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestIsOpenedAsItIs();
    void requestGoesToTheDesktopsBrowser();
    void noBrowserIsReported();
    void nothingIsOpenedAheadOrAfterwards();
};

void TestExternalUserAgent::requestIsOpenedAsItIs()
{
    QList<QUrl> opened;
    ExternalUserAgent userAgent([&](const QUrl &url) {
        opened.append(url);
        return true;
    });
    QSignalSpy failed(&userAgent, &oauth::UserAgent::failed);
    QSignalSpy canceled(&userAgent, &oauth::UserAgent::canceled);
    userAgent.show(request);
    QCOMPARE(opened, QList<QUrl>{request});
    QCOMPARE(opened.first().toEncoded(), request.toEncoded());
    QVERIFY(failed.isEmpty() && canceled.isEmpty());
}

void TestExternalUserAgent::requestGoesToTheDesktopsBrowser()
{
    DesktopBrowser browser;
    ExternalUserAgent userAgent;
    QSignalSpy failed(&userAgent, &oauth::UserAgent::failed);
    userAgent.show(request);
    QCOMPARE(browser.opened, QList<QUrl>{request});
    QVERIFY(failed.isEmpty());
}

void TestExternalUserAgent::noBrowserIsReported()
{
    ExternalUserAgent userAgent([](const QUrl &) { return false; });
    QSignalSpy failed(&userAgent, &oauth::UserAgent::failed);
    userAgent.show(request);
    QCOMPARE(failed.count(), 1);
    const auto error = failed.first().first().value<Error>();
    QCOMPARE(error.kind, Error::Kind::NoUserAgent);
    QCOMPARE(error.code, QStringLiteral("no_browser"));
}

void TestExternalUserAgent::nothingIsOpenedAheadOrAfterwards()
{
    int count = 0;
    ExternalUserAgent userAgent([&](const QUrl &) { return ++count; });
    userAgent.prepare();
    userAgent.dismiss();
    QCOMPARE(count, 0);
}

QTEST_MAIN(TestExternalUserAgent)
#include "tst_externaluseragent.moc"
