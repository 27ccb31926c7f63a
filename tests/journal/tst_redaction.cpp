// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/redaction.h"

#include "support/test.h"

#include <QDebug>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace tst_redaction {

using journal::redacted;

/// The line of qDebug() << value.
template<typename Value>
QString logged(const Value &value)
{
    QString line;
    QDebug(&line).nospace() << value;
    return line;
}

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

/// Short, and like any word: only its name reveals it.
const QString secret = QStringLiteral("sesame");

QStringList namesOfSecrets()
{
    return {QStringLiteral("code"),           QStringLiteral("state"),
            QStringLiteral("token"),          QStringLiteral("access_token"),
            QStringLiteral("refresh_token"),  QStringLiteral("id_token"),
            QStringLiteral("client_secret"),  QStringLiteral("password"),
            QStringLiteral("code_verifier"),  QStringLiteral("nonce"),
            QStringLiteral("user_code"),      QStringLiteral("device_code"),
            QStringLiteral("code_challenge"), QStringLiteral("client_assertion"),
            QStringLiteral("accessToken")};
}

class TestRedaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namedSecretsAreMaskedEverywhere_data()
    {
        QTest::addColumn<QString>("text");

        for (const QString &name : namesOfSecrets()) {
            const auto row = [&](const char *place, const QString &text) {
                QTest::addRow("%s in %s", qPrintable(name), place) << text;
            };
            const QUrl url(QStringLiteral("http://127.0.0.1:5000/oauth/callback?a=b&%1=%2&c=d").arg(name, secret));
            const QByteArray json = QJsonDocument(QJsonObject{{name, secret}, {QStringLiteral("zz"), 1}}).toJson();
            const QByteArray compact = QJsonDocument(QJsonObject{{name, secret}}).toJson(QJsonDocument::Compact);
            row("a query", url.toString());
            row("a URL that is logged", logged(url));
            row("a URL in a URL", QStringLiteral("https://example.org/login?to=%1&x=y").arg(encoded(url.toString())));
            row("a URL in a URL in a URL",
                QStringLiteral("https://example.org/?to=%1")
                    .arg(encoded(QStringLiteral("/login?to=") + encoded(url.toString()))));
            row("a fragment", QStringLiteral("https://example.org/#%1=%2").arg(name, secret));
            row("a form", QStringLiteral("%1=%2").arg(name, secret));
            row("HTML", QStringLiteral("<a href=\"/?x=1&amp;%1=%2\">").arg(name, secret));
            row("JSON", QString::fromUtf8(json));
            row("short JSON", QString::fromUtf8(compact));
            row("JSON that is logged", logged(QString::fromUtf8(compact)));
            row("JSON bytes that are logged", logged(compact));
            row("JSON in JSON that is logged", logged(logged(QString::fromUtf8(compact))));
            row("an encoded JSON", encoded(QString::fromUtf8(compact)));
            row("an object that is logged", logged(QJsonObject{{name, secret}}));
            row("a map that is logged", logged(QVariantMap{{name, secret}}));
            row("a hash that is logged", logged(QHash<QString, QString>{{name, secret}}));
            row("a pair that is logged", logged(std::pair(name, secret)));
            row("a line after an escaped break", QStringLiteral("a\\n%1=%2").arg(name, secret));
            row("an escaped ampersand", QStringLiteral("a=b\\u0026%1=%2").arg(name, secret));
            row("the end of nothing", QStringLiteral("{\"%1\":\"%2").arg(name, secret));
            row("spaces", QStringLiteral("%1 = %2").arg(name, secret));
            row("a list", QStringLiteral("{\"%1\":[\"%2\"]}").arg(name, secret));
        }
    }

    void namedSecretsAreMaskedEverywhere()
    {
        QFETCH(const QString, text);

        QVERIFY(text.contains(secret));
        const QString clean = redacted(text);
        QVERIFY2(!clean.contains(secret), qPrintable(clean));
        QVERIFY2(clean.contains(QLatin1String("***")), qPrintable(clean));
        QCOMPARE(redacted(clean), clean);
    }

    void unnamedSecretsAreMasked_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("clean");
        const auto row = [](const char *name, const char *text, const char *clean) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(clean);
        };

        row("bearer", "sent Bearer x and more", "sent Bearer ***");
        row("bearer, encoded", "Bearer%20x", "Bearer%20***");
        row("basic", "Basic bGF0Y2hrZXk6c2VzYW1l", "Basic ***");
        row("credentials as a value", "token: Bearer sesame end", "token: ***");
        row("a name as a value", "Invalid token: password: sesame end", "Invalid token: ***");
        row("header", "Authorization: token open sesame\r\nHost: x", "Authorization: ***\r\nHost: x");
        row("header that is logged", R"(("Authorization", "token sesame"), ("Host", "x"))",
            R"(("Authorization", ***)");
        row("cookie", "Set-Cookie: a=b; Path=/", "Set-Cookie: ***");
        row("password in a URL", "https://ada:sesame@proxy.example.org:8080/x", "https://***@proxy.example.org:8080/x");
        row("GitHub token", "a gho_abcdefghijkl b", "a *** b");
        row("GitHub token in a word", "xghu_abcdefghijkl", "***");
        row("GitHub personal token", "github_pat_11AB_cd", "***");
        row("JWT", "got eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2ln.", "got ***");
        row("JWT after an escape", "%26eyJhbGciOiJub25lIn0.e30.c2ln", "%***");
        row("state", "aJ3-kd92LLxz0_q8W7vbPpQr4mNcT1yUoEiRsHgFdZk", "***");
        row("code of GitHub", "the 1f2e3d4c5b6a79880917 came", "the *** came");
        row("random without digits", "aXbYcdZWeKfLgMhNoPqRsT", "***");
        row("half a character", "\xEF\xBF\xBD token=sesame", "\xEF\xBF\xBD token=***");
    }

    void unnamedSecretsAreMasked()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, clean);

        QCOMPARE(redacted(text), clean);
        QCOMPARE(redacted(clean), clean);
    }

    void aLoneSurrogateHidesNoSecret()
    {
        const QString text = QString(QChar(0xd800)) + QStringLiteral(" code=sesame");
        QVERIFY(!redacted(text).contains(secret));
    }

    void theRestOfTheLineIsMasked()
    {
        QCOMPARE(redacted(QStringLiteral("http://127.0.0.1:1/cb?code=sesame&iss=https://a.example&state=x1 end\nthe next line")),
                 QStringLiteral("http://127.0.0.1:1/cb?code=***\nthe next line"));
        QCOMPARE(redacted(QStringLiteral("{\"expires_in\":28800,\"access_token\":\"a\\\"b\",\"scope\":\"x\"}")),
                 QStringLiteral("{\"expires_in\":28800,\"access_token\":***"));
        QCOMPARE(redacted(QStringLiteral("to=%2F%3Fcode%3Da%252Bb%26scope%3Drepo&x=1")),
                 QStringLiteral("to=%2F%3Fcode%3D***"));
    }

    void otherTextIsKept_data()
    {
        QTest::addColumn<QString>("text");

        for (const char *text : {
                 "https://api.github.com/repos/octocat/hello-world/issues?per_page=100&page=2",
                 "answer 200 from \"api.github.com\" \"/user\"",
                 "http://127.0.0.1:40123/oauth/callback",
                 "state: restoring",
                 "exit code: 3",
                 "the code was refused",
                 "a token was refused (invalid_grant)",
                 "token_type=bearer",
                 "token_endpoint: https://github.com/login/oauth/access_token",
                 "WWW-Authenticate: Bearer realm=\"api\", error=\"invalid_token\"",
                 "QNetworkAccessManager and QOAuthHttpServerReplyHandler",
                 "Session::State::SignedIn",
                 "/usr/lib/x86_64-linux-gnu/qt6/plugins/platforms/libqxcb.so",
                 "QtKeychain error 7: Could not connect to the session bus",
                 "code=",
                 "{\"state\":\"\"}",
                 "{\"token\":{\"kind\":\"bearer\"}}",
                 "error_code=5",
                 "exit-code: 2",
                 "latchkey-login-view-of-the-demo",
                 "2026-05-04T10:11:12.000Z",
                 "ada@example.org",
                 "high_resolution",
                 "",
                 "Grüße, ada 🎉",
             })
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void otherTextIsKept()
    {
        QFETCH(const QString, text);

        QCOMPARE(redacted(text), text);
    }

    void aLongSecretIsMaskedToItsEnd()
    {
        QString value;
        for (int i = 0; i < 1000000; ++i)
            value += QStringLiteral("%1\\n").arg(i % 10);
        QCOMPARE(redacted(QStringLiteral("code=%1 end").arg(value)), QStringLiteral("code=***"));
    }

    void aLongTextIsMaskedToItsEnd()
    {
        QString text;
        for (int i = 0; i < 50000; ++i)
            text += QStringLiteral("code=sesame&to=%3Fstate%3Dsesame%26a \"nonce\":\"sesame\" a://b Bearer sesame\n");
        QVERIFY(!redacted(text).contains(QLatin1String("sesame")));
    }
};

} // namespace tst_redaction

LATCHKEY_TEST(tst_redaction, TestRedaction, testprogram::NoApplication)

#include "tst_redaction.moc"
