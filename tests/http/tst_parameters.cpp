// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "http/parameters.h"

#include "support/test.h"

#include <QUrlQuery>

namespace tst_parameters {

using namespace http;

class TestParameters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesSurviveTheTrip_data();
    void valuesSurviveTheTrip();
    void parametersWithoutAValueAreLeftOut();
};

void TestParameters::valuesSurviveTheTrip_data()
{
    QTest::addColumn<QString>("value");
    for (const char *value : {"plain", "a+b", "a b", "100%", "%2B", "a=b&c=d", "a/b?c#d", "naïve ключ 🔑", "~-._"})
        QTest::newRow(value) << QString::fromUtf8(value);
}

void TestParameters::valuesSurviveTheTrip()
{
    QFETCH(QString, value);
    const QByteArray text = urlEncoded({{QStringLiteral("first"), value}, {value, QStringLiteral("second")}});
    QVERIFY(!text.contains('+') && !text.contains(' '));
    const QUrlQuery query(QString::fromLatin1(text));
    const auto items = query.queryItems(QUrl::FullyDecoded);
    QCOMPARE(items.size(), 2);
    QCOMPARE(items.first().second, value);
    QCOMPARE(items.last().first, value);
}

void TestParameters::parametersWithoutAValueAreLeftOut()
{
    QCOMPARE(urlEncoded({}), QByteArray());
    QCOMPARE(urlEncoded({{QStringLiteral("a"), {}}, {QStringLiteral("b"), QStringLiteral("1")}, {QStringLiteral("c"), {}}}),
             QByteArray("b=1"));
}

} // namespace tst_parameters

LATCHKEY_TEST(tst_parameters, TestParameters, QCoreApplication)

#include "tst_parameters.moc"
