// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/publicname.h"

#include "support/test.h"

namespace tst_publicname {

class TestPublicName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesOfThisComputerAndItsNetworkAreNotPublic_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("isPublic");
        for (const char *host : {"pictures.example", "PICTURES.example", "pictures.example.", "localhost.example", "local.example"})
            QTest::newRow(host) << QString::fromLatin1(host) << true;
        for (const char *host : {"localhost", "localhost.", "LOCALHOST.", "pictures.localhost", "pictures.localhost.", "router", "router.",
                                 "printer.local", "printer.local.", "127.0.0.1", "127.0.0.1.", "127.1", "0x7f.1", "2130706433", "192.168.1.1",
                                 "[::1]", "[fe80::1]", "8.8.8.8", ""})
            QTest::newRow(host) << QString::fromLatin1(host) << false;
    }

    void namesOfThisComputerAndItsNetworkAreNotPublic()
    {
        QFETCH(QString, host);
        QFETCH(bool, isPublic);
        QCOMPARE(http::hasPublicName(QUrl(QStringLiteral("https://%1/a.png").arg(host))), isPublic);
    }
};

} // namespace tst_publicname

LATCHKEY_TEST(tst_publicname, TestPublicName, QCoreApplication)

#include "tst_publicname.moc"
