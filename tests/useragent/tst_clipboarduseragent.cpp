// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "useragent/clipboarduseragent.h"

#include "support/test.h"

#include <QClipboard>
#include <QGuiApplication>

namespace tst_clipboarduseragent {

class TestClipboardUserAgent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestGoesToTheClipboardFullyEncoded();
    void clipboardIsLeftAloneAheadAndAfterwards();
};

void TestClipboardUserAgent::requestGoesToTheClipboardFullyEncoded()
{
    ClipboardUserAgent userAgent;
    userAgent.show(QUrl(QStringLiteral("https://id.example/authorize?scope=a b&login=ü&state=x%2By")));
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("https://id.example/authorize?scope=a%20b&login=%C3%BC&state=x%2By"));
}

void TestClipboardUserAgent::clipboardIsLeftAloneAheadAndAfterwards()
{
    QGuiApplication::clipboard()->setText(QStringLiteral("theirs"));
    ClipboardUserAgent userAgent;
    userAgent.prepare();
    userAgent.dismiss();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("theirs"));
}

} // namespace tst_clipboarduseragent

LATCHKEY_TEST(tst_clipboarduseragent, TestClipboardUserAgent, QGuiApplication)

#include "tst_clipboarduseragent.moc"
