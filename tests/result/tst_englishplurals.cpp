// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/test.h"

namespace tst_englishplurals {

class EnglishPluralsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsChooseTheForm_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("many");
        const auto row = [](const char *text, const char *one, const char *many) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(one) << QString::fromLatin1(many);
        };
        row("%n fork(s)", "1 fork", "7 forks");
        row("%n repositor(y|ies)", "1 repository", "7 repositories");
        row("%n organization(s) (single sign-on)", "1 organization (single sign-on)", "7 organizations (single sign-on)");
        row("%n file(s) in %n", "1 file in 1", "7 files in 7");
        row("%n", "1", "7");
    }

    void countsChooseTheForm()
    {
        QFETCH(QString, text);
        QFETCH(QString, one);
        QFETCH(QString, many);
        const QByteArray source = text.toUtf8();
        const auto translated = [&](int count) { return QCoreApplication::translate("context", source.constData(), nullptr, count); };
        QCOMPARE(translated(1), one);
        QCOMPARE(translated(7), many);
        QCOMPARE(translated(0), QString(many).replace(QLatin1Char('7'), QLatin1Char('0')));
    }

    void textsWithoutACountStay()
    {
        QCOMPARE(QCoreApplication::translate("context", "Update (s)"), QStringLiteral("Update (s)"));
    }
};

} // namespace tst_englishplurals

LATCHKEY_TEST(tst_englishplurals, EnglishPluralsTest, QCoreApplication)

#include "tst_englishplurals.moc"
