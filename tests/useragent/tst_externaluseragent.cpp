// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/openedpages.h"
#include "support/test.h"
#include "useragent/externaluseragent.h"

#include <QDesktopServices>
#include <QScopeGuard>
#include <QSignalSpy>

namespace tst_externaluseragent {

const QUrl request = QUrl(QStringLiteral("https://github.com/login/oauth/authorize?state=a%2Bb&scope=read%3Auser%20x"));

class TestExternalUserAgent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestIsOpenedAsItIs();
    void noBrowserIsReported();
    void nothingIsOpenedAheadOrAfterwards();
};

void TestExternalUserAgent::requestIsOpenedAsItIs()
{
    OpenedPages pages;
    ExternalUserAgent userAgent;
    QSignalSpy failed(&userAgent, &oauth::UserAgent::failed);
    QSignalSpy canceled(&userAgent, &oauth::UserAgent::canceled);
    userAgent.show(request);
    QCOMPARE(pages.urls, QList<QUrl>{request});
    QCOMPARE(pages.urls.first().toEncoded(), request.toEncoded());
    QVERIFY(failed.isEmpty() && canceled.isEmpty());
}

void TestExternalUserAgent::noBrowserIsReported()
{
    // The desktop has no browser.
    QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "noSuchMethod");
    const auto unset = qScopeGuard([] { QDesktopServices::unsetUrlHandler(QStringLiteral("https")); });
    ExternalUserAgent userAgent;
    QSignalSpy failed(&userAgent, &oauth::UserAgent::failed);
    userAgent.show(request);
    QCOMPARE(failed.count(), 0); // Not from inside the call.
    QTRY_COMPARE(failed.count(), 1);
    const auto error = failed.first().first().value<Error>();
    QCOMPARE(error.kind, Error::Kind::NoUserAgent);
    QCOMPARE(error.code, QStringLiteral("no_browser"));
}

void TestExternalUserAgent::nothingIsOpenedAheadOrAfterwards()
{
    OpenedPages pages;
    ExternalUserAgent userAgent;
    userAgent.prepare();
    userAgent.dismiss();
    QCOMPARE(pages.urls, QList<QUrl>());
}

} // namespace tst_externaluseragent

LATCHKEY_TEST(tst_externaluseragent, TestExternalUserAgent, QGuiApplication)

#include "tst_externaluseragent.moc"
