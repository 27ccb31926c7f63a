// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "oauth/tokenresponse.h"

#include "support/test.h"

namespace tst_tokenresponse {

using namespace oauth;

const QDateTime now = QDateTime(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);

http::Answer answer(const QByteArray &body, int status = 200, const QByteArray &mediaType = "application/json")
{
    return {.status = status, .mediaType = mediaType, .body = body};
}

http::Answer form(const QByteArray &body, int status = 200)
{
    return answer(body, status, "application/x-www-form-urlencoded");
}

/// A valid JSON answer with one member added or replaced.
http::Answer with(const QByteArray &member)
{
    return answer("{\"access_token\": \"gho_1\", \"token_type\": \"bearer\", " + member + '}');
}

Result<TokenSet> read(const http::Answer &answer)
{
    return readTokenResponse(answer, QStringLiteral("asked for"), now);
}

class TestTokenResponse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodAnswerIsRead_data();
    void goodAnswerIsRead();
    void serverThatSaysNoIsDenied_data();
    void serverThatSaysNoIsDenied();
    void serverThatCannotJustNowIsUnreachable_data();
    void serverThatCannotJustNowIsUnreachable();
    void unreadableAnswerIsMalformed_data();
    void unreadableAnswerIsMalformed();
    void scopesAreSplitByCommaAndBySpace_data();
    void scopesAreSplitByCommaAndBySpace();
    void lifetimeIsRead_data();
    void lifetimeIsRead();
    void bothLifetimesAreKept();
    void unusableRefreshTokenCountsAsAbsent_data();
    void unusableRefreshTokenCountsAsAbsent();
    void plusAndPercentInAFormAreDecodedOnce();
    void errorDescriptionIsDecodedAndShown();
    void secretInAnErrorDescriptionIsNotRepeated_data();
    void secretInAnErrorDescriptionIsNotRepeated();
    void tokenIsNotInTheErrorOfAnAnswerThatIsRefused();
};

void TestTokenResponse::goodAnswerIsRead_data()
{
    QTest::addColumn<http::Answer>("given");
    QTest::newRow("JSON") << answer(R"({"access_token": "gho_1", "token_type": "bearer", "scope": "a,b",
                                        "refresh_token": "ghr_2", "expires_in": 28800})");
    QTest::newRow("JSON with what we do not know") << answer(
        R"({"access_token": "gho_1", "token_type": "Bearer", "scope": "a b", "refresh_token": "ghr_2",
            "expires_in": "28800", "session_state": {"x": []}, "created_at": 1})");
    QTest::newRow("JSON without a media type")
        << answer(R"({"access_token":"gho_1","scope":"a b","refresh_token":"ghr_2","expires_in":28800})", 200, "");
    QTest::newRow("JSON with status 201")
        << answer(R"({"access_token":"gho_1","scope":"a b","refresh_token":"ghr_2","expires_in":28800})", 201);
    QTest::newRow("error is null")
        << answer(R"({"access_token":"gho_1","scope":"a b","refresh_token":"ghr_2","expires_in":28800,"error":null})");
    QTest::newRow("form-encoded, as GitHub answers without Accept")
        << form("access_token=gho_1&expires_in=28800&refresh_token=ghr_2&scope=a%2Cb&token_type=bearer");
    const QByteArray whole = R"({"access_token":"gho_1","scope":"a b","refresh_token":"ghr_2","expires_in":28800})";
    const QByteArray wholeForm = "access_token=gho_1&expires_in=28800&refresh_token=ghr_2&scope=a%2Cb";
    for (const char *type : {"text/html", "text/plain", "application/octet-stream", "application/x-www-form-urlencoded", ""}) {
        QTest::addRow("JSON labelled '%s'", type) << answer(whole, 200, type);
        QTest::addRow("a form labelled '%s'", type) << answer(wholeForm, 200, type);
    }
    QTest::newRow("a form labelled JSON") << answer(wholeForm);
    QTest::newRow("JSON with a byte order mark") << answer("\xef\xbb\xbf" + whole);
    QTest::newRow("JSON with a byte order mark after a line break, labelled HTML") << answer("\r\n\xef\xbb\xbf\n" + whole, 200, "text/html");
    QTest::newRow("scope is a list")
        << answer(R"({"access_token":"gho_1","scope":["a","b"],"refresh_token":"ghr_2","expires_in":28800})");
    for (const char *error : {"null", "\"\"", "false", "0", "{}", "[]", "{\"code\":1}"}) {
        QTest::addRow("error is %s beside a token", error)
            << answer(R"({"access_token":"gho_1","scope":"a b","refresh_token":"ghr_2","expires_in":28800,"error":)"
                      + QByteArray(error) + '}');
    }
    for (const char *type : {"null", "\"\"", "1", "[\"bearer\"]", "{}", "\"BEARER\""}) {
        QTest::addRow("token_type is %s", type)
            << answer(R"({"access_token":"gho_1","scope":"a b","refresh_token":"ghr_2","expires_in":28800,"token_type":)"
                      + QByteArray(type) + '}');
    }
    QTest::newRow("form-encoded, scope with plus") << form(
        "access_token=gho_1&expires_in=28800&refresh_token=ghr_2&scope=a+b&token_type=bearer");
}

void TestTokenResponse::goodAnswerIsRead()
{
    QFETCH(http::Answer, given);
    const auto tokens = read(given);
    QVERIFY2(bool(tokens), qPrintable(tokens ? QString() : tokens.error().detail));
    QCOMPARE(tokens->accessToken, QStringLiteral("gho_1"));
    QCOMPARE(tokens->refreshToken, QStringLiteral("ghr_2"));
    QCOMPARE(tokens->scopes, QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(tokens->obtainedAt, now);
    QCOMPARE(tokens->expiresAt, now.addSecs(28800));
}

void TestTokenResponse::serverThatSaysNoIsDenied_data()
{
    QTest::addColumn<http::Answer>("given");
    QTest::addColumn<QString>("code");
    const auto add = [](const char *name, const http::Answer &given, const char *code) {
        QTest::newRow(name) << given << QString::fromLatin1(code);
    };
    add("400", answer(R"({"error": "invalid_grant"})", 400), "invalid_grant");
    add("error in an answer with status 200, JSON", answer(R"({"error": "bad_verification_code"})"),
        "bad_verification_code");
    add("error in an answer with status 200, form",
        form("error=bad_verification_code&error_description=The+code+passed+is+incorrect"), "bad_verification_code");
    add("error beside a token", with(R"("error": "access_denied")"), "access_denied");
    add("an error that RFC 6749 does not list", answer(R"({"error": "unverified_user_email"})"),
        "unverified_user_email");
    add("an error code with markup", answer(R"({"error": "<b>no</b>"})", 400), "request_refused");
    add("an error code of a thousand characters", answer("{\"error\": \"" + QByteArray(1000, 'e') + "\"}", 400),
        "request_refused");
    add("an error code with a line break at its end", answer(R"({"error": "invalid_grant\n"})", 400), "request_refused");
    add("an empty error code", answer(R"({"error": ""})", 400), "request_refused");
    add("an error of the wrong type", answer(R"({"error": {"code": 1}})"), "unknown_error");
    add("an error that is a number", answer(R"({"error": 401})", 401), "client_refused");
    add("an error that is a number, 200", answer(R"({"error": 401})"), "unknown_error");
    add("GitHub, unknown client", answer(R"({"error": "Not Found"})", 404), "endpoint_missing");
    add("401, a reason phrase", answer(R"({"status": 401, "error": "Unauthorized", "path": "/token"})", 401), "client_refused");
    add("403, a reason phrase", answer(R"({"error": "Forbidden"})", 403), "access_refused");
    add("a code in capitals, 200", answer(R"({"error": "Unauthorized"})"), "unknown_error");
    add("429, too fast", answer(R"({"error": "slow_down"})", 429), "slow_down");
    add("403, too fast, with a limit", answer(R"({"error": "slow_down", "error_description": "rate limit"})", 403), "slow_down");
    add("428, nothing yet", answer(R"({"error": "authorization_pending"})", 428), "authorization_pending");
    add("declined, as Microsoft says it", answer(R"({"error": "authorization_declined"})", 400), "access_denied");
    add("declined, as LinkedIn says it", answer(R"({"error": "user_cancelled_authorize"})", 400), "access_denied");
    add("expired, as Microsoft says it", answer(R"({"error": "code_expired"})", 400), "expired_token");
    add("400, empty", answer("", 400), "request_refused");
    add("401, an empty object", answer("{}", 401), "client_refused");
    add("401, a page with a challenge",
        {.status = 401, .mediaType = "text/html", .body = "<h1>401", .headers = {{"WWW-Authenticate", "Basic"}}}, "client_refused");
    add("403, not JSON", answer("No.", 403, "text/plain"), "access_refused");
    add("403, labelled HTML", answer(R"({"error": "invalid_grant"})", 403, "text/html"), "invalid_grant");
    add("404, empty", answer("", 404), "endpoint_missing");
    add("422, a token nevertheless", answer(R"({"access_token": "gho_1"})", 422), "http_422");
}

void TestTokenResponse::serverThatSaysNoIsDenied()
{
    QFETCH(http::Answer, given);
    QFETCH(QString, code);
    const auto tokens = read(given);
    QVERIFY(!tokens);
    QCOMPARE(tokens.error().code, code);
    QCOMPARE(tokens.error().kind, Error::Kind::Denied);
    QCOMPARE(tokens.error().status, given.status);
}

void TestTokenResponse::serverThatCannotJustNowIsUnreachable_data()
{
    QTest::addColumn<http::Answer>("given");
    QTest::newRow("temporarily_unavailable") << answer(R"({"error": "temporarily_unavailable"})", 400);
    QTest::newRow("temporarily_unavailable with status 200") << form("error=temporarily_unavailable");
    QTest::newRow("server_error") << answer(R"({"error": "server_error"})", 400);
}

void TestTokenResponse::serverThatCannotJustNowIsUnreachable()
{
    QFETCH(http::Answer, given);
    const auto tokens = read(given);
    QVERIFY(!tokens);
    QCOMPARE(tokens.error().kind, Error::Kind::Unreachable);
}

void TestTokenResponse::unreadableAnswerIsMalformed_data()
{
    QTest::addColumn<http::Answer>("given");
    QTest::newRow("empty") << answer("");
    QTest::newRow("only spaces") << answer(" \r\n");
    QTest::newRow("HTML") << answer("<!DOCTYPE html><p>Log in to the Wi-Fi", 200, "text/html");
    QTest::newRow("HTML that says it is JSON") << answer("\n <html>");
    QTest::newRow("HTML with status 400") << answer("<html>", 400, "text/html");
    QTest::newRow("HTML without a mark") << answer("Please sign in to the Wi-Fi", 200, "text/html");
    QTest::newRow("HTML with a byte order mark") << answer("\xef\xbb\xbf<html>access_token=1");
    QTest::newRow("a sentence with a form in it") << answer("see access_token=1", 200, "text/plain");
    QTest::newRow("an array") << answer(R"([{"access_token": "gho_1"}])");
    QTest::newRow("a string") << answer(R"("gho_1")");
    QTest::newRow("half an object") << answer(R"({"access_token": "gho_1")");
    QTest::newRow("an empty object") << answer("{}");
    QTest::newRow("a redirect") << answer(R"({"access_token": "gho_1"})", 302);
    QTest::newRow("a form without a token") << form("token_type=bearer");

    QTest::newRow("access_token null") << answer(R"({"access_token": null, "token_type": "bearer"})");
    QTest::newRow("access_token empty") << answer(R"({"access_token": ""})");
    QTest::newRow("access_token number") << answer(R"({"access_token": 12})");
    QTest::newRow("access_token true") << answer(R"({"access_token": true})");
    QTest::newRow("access_token array") << answer(R"({"access_token": ["gho_1"]})");
    QTest::newRow("access_token object") << answer(R"({"access_token": {"value": "gho_1"}})");
    QTest::newRow("access_token with LF") << answer(R"({"access_token": "gho_1\nX: y"})");
    QTest::newRow("access_token with CR") << answer(R"({"access_token": "gho_1\rX: y"})");
    QTest::newRow("access_token with space") << answer(R"({"access_token": "gho 1"})");
    QTest::newRow("access_token with NUL") << answer(R"({"access_token": "gho\u00001"})");
    QTest::newRow("access_token with DEL") << answer(R"({"access_token": "gho\u007f1"})");
    QTest::newRow("access_token not ASCII") << answer(R"({"access_token": "ghö_1"})");
    QTest::newRow("access_token with CR LF in a form") << form("access_token=gho_1%0D%0AX:y");

    QTest::newRow("token_type mac") << answer(R"({"access_token": "gho_1", "token_type": "mac"})");
    QTest::newRow("token_type DPoP") << answer(R"({"access_token": "gho_1", "token_type": "DPoP"})");
}

void TestTokenResponse::unreadableAnswerIsMalformed()
{
    QFETCH(http::Answer, given);
    const auto tokens = read(given);
    QVERIFY(!tokens);
    QCOMPARE(tokens.error().kind, Error::Kind::Malformed);
    QVERIFY(!tokens.error().code.isEmpty());
}

void TestTokenResponse::scopesAreSplitByCommaAndBySpace_data()
{
    QTest::addColumn<QByteArray>("member");
    QTest::addColumn<QStringList>("scopes");
    const auto add = [](const char *name, const QByteArray &member, const QStringList &scopes) {
        QTest::newRow(name) << member << scopes;
    };
    const QStringList two{QStringLiteral("read:user"), QStringLiteral("user:email")};
    add("space", R"("scope": "read:user user:email")", two);
    add("comma, as GitHub", R"("scope": "read:user,user:email")", two);
    add("comma and space", R"("scope": " read:user, user:email,")", two);
    add("empty, as a GitHub App", R"("scope": "")", {});
    add("absent: those asked for", R"("x": 1)", {QStringLiteral("asked"), QStringLiteral("for")});
    add("a number: those asked for", R"("scope": 1)", {QStringLiteral("asked"), QStringLiteral("for")});
    add("an object: those asked for", R"("scope": {})", {QStringLiteral("asked"), QStringLiteral("for")});
    add("a list", R"("scope": ["read:user", "user:email"])", two);
    add("words that are none", R"("scope": "read:user \u001b[31mred caf\u00e9 user:email")", two);
    add("null: those asked for", R"("scope": null)", {QStringLiteral("asked"), QStringLiteral("for")});
}

void TestTokenResponse::scopesAreSplitByCommaAndBySpace()
{
    QFETCH(QByteArray, member);
    QFETCH(QStringList, scopes);
    const auto tokens = read(with(member));
    QVERIFY(tokens);
    QCOMPARE(tokens->scopes, scopes);
}

void TestTokenResponse::lifetimeIsRead_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QDateTime>("end");
    const QDateTime tenYears = now.addSecs(10LL * 365 * 24 * 3600);
    QTest::newRow("number") << QByteArray("28800") << now.addSecs(28800);
    QTest::newRow("number in quotes") << QByteArray("\"28800\"") << now.addSecs(28800);
    QTest::newRow("fraction") << QByteArray("60.5") << now.addSecs(61);
    QTest::newRow("fraction of a second") << QByteArray("0.5") << now.addSecs(1);
    QTest::newRow("absurd") << QByteArray("1e30") << tenYears;
    QTest::newRow("absurd in quotes") << QByteArray("\"1e300\"") << tenYears;
    QTest::newRow("infinite") << QByteArray("\"inf\"") << tenYears;
    QTest::newRow("0") << QByteArray("0") << QDateTime();
    QTest::newRow("negative") << QByteArray("-1") << QDateTime();
    QTest::newRow("null") << QByteArray("null") << QDateTime();
    QTest::newRow("text") << QByteArray("\"soon\"") << QDateTime();
    QTest::newRow("not a number") << QByteArray("\"nan\"") << QDateTime();
    QTest::newRow("true") << QByteArray("true") << QDateTime();
    QTest::newRow("array") << QByteArray("[28800]") << QDateTime();
    QTest::newRow("object") << QByteArray("{}") << QDateTime();
}

void TestTokenResponse::lifetimeIsRead()
{
    QFETCH(QByteArray, value);
    QFETCH(QDateTime, end);
    const auto tokens = read(with("\"expires_in\": " + value));
    QVERIFY(tokens);
    QCOMPARE(tokens->expiresAt, end);
}

void TestTokenResponse::bothLifetimesAreKept()
{
    const auto never = read(with(R"("scope": "a")"));
    QVERIFY(!never->expiresAt.isValid());
    QVERIFY(!never->refreshExpiresAt.isValid());

    const auto both =
        read(with(R"("expires_in": 28800, "refresh_token": "ghr_2", "refresh_token_expires_in": 15811200)"));
    QCOMPARE(both->expiresAt, now.addSecs(28800));
    QCOMPARE(both->refreshExpiresAt, now.addSecs(15811200));
}

void TestTokenResponse::unusableRefreshTokenCountsAsAbsent_data()
{
    QTest::addColumn<http::Answer>("given");
    QTest::newRow("empty") << with(R"("refresh_token": "")");
    QTest::newRow("null") << with(R"("refresh_token": null)");
    QTest::newRow("absent") << with(R"("scope": "")");
    QTest::newRow("number") << with(R"("refresh_token": 1)");
    QTest::newRow("object") << with(R"("refresh_token": {})");
    QTest::newRow("with LF") << with(R"("refresh_token": "ghr\n1")");
    QTest::newRow("empty in a form") << form("access_token=gho_1&refresh_token=");
}

void TestTokenResponse::unusableRefreshTokenCountsAsAbsent()
{
    QFETCH(http::Answer, given);
    const auto tokens = read(given);
    QVERIFY(tokens);
    QVERIFY(tokens->refreshToken.isEmpty());
    QVERIFY(!tokens->isRefreshable());
}

void TestTokenResponse::plusAndPercentInAFormAreDecodedOnce()
{
    const auto tokens = read(form("access_token=a%2Bb%2Fc%3D%2525&scope=a+b%2Bc"));
    QVERIFY(tokens);
    QCOMPARE(tokens->accessToken, QStringLiteral("a+b/c=%25"));
    QCOMPARE(tokens->scopes, QStringList({QStringLiteral("a"), QStringLiteral("b+c")}));
}

void TestTokenResponse::errorDescriptionIsDecodedAndShown()
{
    const auto fromForm = read(form("error=redirect_uri_mismatch&error_description=The+redirect_uri%3F+%E2%82%AC"));
    QCOMPARE(fromForm.error().detail, QStringLiteral("The redirect_uri? €"));
    const auto fromJson =
        read(answer("{\"error\": \"invalid_grant\", \"error_description\": \"one\\r\\n two\\u0007\"}", 400));
    QCOMPARE(fromJson.error().detail, QStringLiteral("one two"));
}

void TestTokenResponse::secretInAnErrorDescriptionIsNotRepeated_data()
{
    QTest::addColumn<QString>("secret");
    QTest::newRow("GitHub's token") << QStringLiteral("gho_16C7e42F292c6912E7710c838347Ae178B4a");
    QTest::newRow("base64") << QStringLiteral("SGVsbG8gd29ybGQsIHRoaXMgaXMgYSBzZWNyZXQ+/w==");
    QTest::newRow("JWT") << QStringLiteral("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P");
    QTest::newRow("our own state") << QStringLiteral("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    QTest::newRow("RFC 6749's refresh token, twice") << QStringLiteral("tGzv3JOkF0XG5Qx2TlKWIAtGzv3JOkF0XG5Qx2TlKWIA");
}

void TestTokenResponse::secretInAnErrorDescriptionIsNotRepeated()
{
    QFETCH(QString, secret);
    const QString description = QStringLiteral("The token %1 is unknown").arg(secret);
    const auto tokens =
        read(answer("{\"error\": \"invalid_grant\", \"error_description\": \"" + description.toUtf8() + "\"}", 400));
    QVERIFY(!tokens);
    QCOMPARE(tokens.error().detail, QStringLiteral("The token … is unknown"));
}

void TestTokenResponse::tokenIsNotInTheErrorOfAnAnswerThatIsRefused()
{
    const auto tokens = read(answer(R"({"access_token": "gho_geheim", "token_type": "mac"})"));
    QVERIFY(!tokens);
    QVERIFY(!(tokens.error().code + tokens.error().detail).contains(QLatin1String("geheim")));
}

} // namespace tst_tokenresponse

LATCHKEY_TEST(tst_tokenresponse, TestTokenResponse, QCoreApplication)

#include "tst_tokenresponse.moc"
