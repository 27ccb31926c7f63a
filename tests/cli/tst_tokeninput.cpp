// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/tokeninput.h"

#include "support/test.h"

#include <QBuffer>

namespace tst_tokeninput {

/// The token, or the code of the error.
QString outcome(QByteArray input, cli::Writer writer = cli::Writer::Program)
{
    QBuffer buffer(&input);
    buffer.open(QIODevice::ReadOnly);
    const Result<QString> token = cli::readToken(buffer, writer);
    return token ? *token : token.error().code;
}

class TokenInputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whiteSpaceAroundItDoesNoHarm()
    {
        QCOMPARE(outcome("ghp_abc"), QStringLiteral("ghp_abc"));
        QCOMPARE(outcome("  \tghp_abc \r\n\n"), QStringLiteral("ghp_abc"));
    }

    void whatEditorsAndPagesAddDoesNoHarm()
    {
        QCOMPARE(outcome("\xef\xbb\xbfghp_abc\r\n"), QStringLiteral("ghp_abc"));
        QCOMPARE(outcome("\xc2\xa0ghp_abc\xe2\x80\x8b\n", cli::Writer::Person), QStringLiteral("ghp_abc"));
        QCOMPARE(outcome("\"ghp_abc\"\n"), QStringLiteral("ghp_abc"));
    }

    void aPersonEndsWithEnter()
    {
        QCOMPARE(outcome("ghp_abc\nls -l\n", cli::Writer::Person), QStringLiteral("ghp_abc"));
    }

    void whatIsNoTokenIsRefused_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QString>("code");
        QTest::newRow("nothing") << QByteArray() << QStringLiteral("missing_token");
        QTest::newRow("blanks") << QByteArray(" \n \n") << QStringLiteral("missing_token");
        const QString malformed = QStringLiteral("malformed_token");
        QTest::newRow("two lines") << QByteArray("ghp_abc\nghp_def\n") << malformed;
        QTest::newRow("space") << QByteArray("ghp_abc def") << malformed;
        QTest::newRow("header") << QByteArray("ghp_abc\r\nX-Evil: 1") << malformed;
        QTest::newRow("null") << QByteArray("ghp\0abc", 7) << malformed;
        QTest::newRow("escape") << QByteArray("ghp\x1b[0m") << malformed;
        QTest::newRow("beyond ASCII") << QByteArray("ghp_ä") << malformed;
        QTest::newRow("something far behind the token") << "ghp_abc" + QByteArray(10'000, ' ') + "x" << malformed;
        QTest::newRow("a file of something else") << QByteArray(1'000'000, 'x') << malformed;
    }

    void whatIsNoTokenIsRefused()
    {
        QFETCH(QByteArray, input);
        QFETCH(QString, code);
        QCOMPARE(outcome(input), code);
    }
};

} // namespace tst_tokeninput

LATCHKEY_TEST(tst_tokeninput, TokenInputTest, QCoreApplication)

#include "tst_tokeninput.moc"
