// SPDX-FileCopyrightText: 2026 The Latchkey authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "github/viewer.h"

#include "support/test.h"

namespace tst_viewer {

using github::Viewer;

/// From GitHub's documentation, shortened.
const QByteArray octocat = R"({ )"
        R"("login": "octocat", "id": 1, "node_id": "MDQ6VXNlcjE=", )"
        R"("avatar_url": "https://github.com/images/error/octocat_happy.gif", )"
        R"("html_url": "https://github.com/octocat", "type": "User", "site_admin": false, "name": "monalisa octocat", )"
        R"("company": "GitHub", "blog": "https://github.com/blog", "location": "San Francisco", "email": "octocat@github.com", )"
        R"("hireable": false, "bio": "There once was...", "public_repos": 2, "public_gists": 1, "followers": 20, )"
        R"("following": 0, )"
        R"("created_at": "2008-01-14T04:33:35Z", "plan": {"name": "Medium", "space": 400}})";

Result<Viewer> readUser(const QByteArray &body)
{
    return github::viewer(QUrl(QStringLiteral("https://api.github.com"))).read({.status = 200, .body = body});
}

Result<Viewer> readClaims(const QByteArray &body)
{
    return github::viewerFromUserinfo(QUrl(QStringLiteral("https://sso.example/me"))).read({.status = 200, .body = body});
}

/// A user with one member.
Viewer userWith(const char *name, const QString &value)
{
    QString body = QStringLiteral("{\"login\": \"a\", \"%1\": \"%2\"}").arg(QLatin1String(name), value);
    return *readUser(body.toUtf8());
}

class TestViewer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsRead();
    void nullsAndAbsentOnesAreEmpty_data();
    void nullsAndAbsentOnesAreEmpty();
    void wrongTypesAreLeftOut();
    void withoutLoginItIsMalformed_data();
    void withoutLoginItIsMalformed();
    void websiteIsAWebAddressOrNothing_data();
    void websiteIsAWebAddressOrNothing();
    void avatarIsAWebAddressOrNothing_data();
    void avatarIsAWebAddressOrNothing();
    void countsAreNumbersOrNothing_data();
    void countsAreNumbersOrNothing();
    void requestIsWhatGitHubAsksFor_data();
    void requestIsWhatGitHubAsksFor();
    void claimsAreRead();
    void loginIsTheBestClaim_data();
    void loginIsTheBestClaim();
    void claimsWithoutSubjectAreMalformed_data();
    void claimsWithoutSubjectAreMalformed();
    void claimsCannotNameOtherAddresses();
    void imageIsItsBytes();
    void whatIsNoPictureIsRefused_data();
    void whatIsNoPictureIsRefused();
};

void TestViewer::everythingIsRead()
{
    const auto viewer = readUser(octocat);
    QVERIFY(viewer);
    QCOMPARE(viewer->login, QStringLiteral("octocat"));
    QCOMPARE(viewer->name, QStringLiteral("monalisa octocat"));
    QCOMPARE(viewer->displayName(), QStringLiteral("monalisa octocat"));
    QCOMPARE(viewer->bio, QStringLiteral("There once was..."));
    QCOMPARE(viewer->company, QStringLiteral("GitHub"));
    QCOMPARE(viewer->location, QStringLiteral("San Francisco"));
    QCOMPARE(viewer->email, QStringLiteral("octocat@github.com"));
    QCOMPARE(viewer->website, QUrl(QStringLiteral("https://github.com/blog")));
    QCOMPARE(viewer->page, QUrl(QStringLiteral("https://github.com/octocat")));
    QCOMPARE(viewer->avatar, QUrl(QStringLiteral("https://github.com/images/error/octocat_happy.gif")));
    QCOMPARE(viewer->followers, std::optional<qint64>(20));
    QCOMPARE(viewer->following, std::optional<qint64>(0));
    QCOMPARE(viewer->publicRepositories, std::optional<qint64>(2));
    QCOMPARE(viewer->memberSince, QDate(2008, 1, 14));
}

void TestViewer::nullsAndAbsentOnesAreEmpty_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("null") << QByteArray(
        R"({"login": "octocat", "name": null, "bio": null, "company": null, "location": null, )"
        R"("email": null, "blog": null, "html_url": null, "avatar_url": null, "followers": null, "following": null, )"
        R"("public_repos": null, "created_at": null})");
    QTest::newRow("absent") << QByteArray(R"({"login": "octocat"})");
    QTest::newRow("empty and blank") << QByteArray(R"({"login": " octocat ", "name": "", "bio": "  ", "company": "\n", )"
        R"("location": "", "email": "", "blog": "", "html_url": "", "avatar_url": "", "created_at": ""})");
}

void TestViewer::nullsAndAbsentOnesAreEmpty()
{
    QFETCH(QByteArray, body);
    const auto viewer = readUser(body);
    QVERIFY(viewer);
    QCOMPARE(viewer->login, QStringLiteral("octocat"));
    QCOMPARE(viewer->displayName(), QStringLiteral("octocat"));
    for (const QString &text : {viewer->name, viewer->bio, viewer->company, viewer->location, viewer->email})
        QCOMPARE(text, QString());
    for (const QUrl &url : {viewer->website, viewer->page, viewer->avatar})
        QVERIFY(url.isEmpty());
    QVERIFY(!viewer->followers && !viewer->following && !viewer->publicRepositories);
    QVERIFY(!viewer->memberSince.isValid());
}

void TestViewer::wrongTypesAreLeftOut()
{
    const auto viewer =
        readUser(R"({"login": "octocat", "name": 7, "bio": ["x"], "company": {"name": "x"}, "email": true, )"
        R"("blog": 80, "avatar_url": [], "followers": ["20"], "following": {}, "public_repos": true, )"
        R"("created_at": 1200285215})");
    QVERIFY(viewer);
    QCOMPARE(viewer->displayName(), QStringLiteral("octocat"));
    QVERIFY(viewer->bio.isEmpty() && viewer->company.isEmpty() && viewer->email.isEmpty());
    QVERIFY(viewer->website.isEmpty() && viewer->avatar.isEmpty());
    QVERIFY(!viewer->followers && !viewer->following && !viewer->publicRepositories);
    QVERIFY(!viewer->memberSince.isValid());
}

void TestViewer::withoutLoginItIsMalformed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("absent") << QByteArray("{}");
    QTest::newRow("null") << QByteArray(R"({"login": null})");
    QTest::newRow("blank") << QByteArray(R"({"login": " "})");
    QTest::newRow("number") << QByteArray(R"({"login": 1})");
    QTest::newRow("array") << QByteArray(R"([{"login": "octocat"}])");
    QTest::newRow("HTML") << QByteArray("<html>");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut off") << octocat.first(100);
}

void TestViewer::withoutLoginItIsMalformed()
{
    QFETCH(QByteArray, body);
    const auto viewer = readUser(body);
    QVERIFY(!viewer);
    QCOMPARE(viewer.error().kind, Error::Kind::Malformed);
}

void TestViewer::websiteIsAWebAddressOrNothing_data()
{
    QTest::addColumn<QString>("blog");
    QTest::addColumn<QString>("url");
    const auto add = [](const char *blog, const char *url) {
        QTest::newRow(blog) << QString::fromUtf8(blog) << QString::fromUtf8(url);
    };
    add("https://octocat.example/a?b=c", "https://octocat.example/a?b=c");
    add("http://octocat.example", "http://octocat.example");
    add("octocat.example", "http://octocat.example");
    add("  www.octocat.example/blog ", "http://www.octocat.example/blog");
    add("octocat.example:8080", "http://octocat.example:8080");
    add("javascript:alert(1)", "");
    add("JavaScript:alert(1)//.example", "");
    add("data:text/html,<script>", "");
    add("file:///etc/passwd", "");
    add("/etc/passwd", "");
    add("smb://host/share", "");
    add("vscode://open", "");
    add("mailto:octocat@github.com", "");
    add("https://", "");
    add("https:///etc/passwd", "");
}

void TestViewer::websiteIsAWebAddressOrNothing()
{
    QFETCH(QString, blog);
    QFETCH(QString, url);
    QCOMPARE(userWith("blog", blog).website, QUrl(url));
}

void TestViewer::avatarIsAWebAddressOrNothing_data()
{
    QTest::addColumn<QString>("avatar");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("https") << QStringLiteral("https://avatars.githubusercontent.com/u/1?v=4") << true;
    QTest::newRow("demo provider") << QStringLiteral("http://127.0.0.1:8080/avatar.png") << true;
    QTest::newRow("file") << QStringLiteral("file:///etc/passwd") << false;
    QTest::newRow("path") << QStringLiteral("/etc/passwd") << false;
    QTest::newRow("resource") << QStringLiteral("qrc:/icons/a.png") << false;
    QTest::newRow("data") << QStringLiteral("data:image/png;base64,AAAA") << false;
    QTest::newRow("ftp") << QStringLiteral("ftp://host.example/a.png") << false;
}

void TestViewer::avatarIsAWebAddressOrNothing()
{
    QFETCH(QString, avatar);
    QFETCH(bool, isTaken);
    QCOMPARE(userWith("avatar_url", avatar).avatar, isTaken ? QUrl(avatar) : QUrl());
    QCOMPARE(userWith("html_url", avatar).page, isTaken ? QUrl(avatar) : QUrl());
}

void TestViewer::countsAreNumbersOrNothing_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<std::optional<qint64>>("count");
    QTest::newRow("0") << QByteArray("0") << std::optional<qint64>(0);
    QTest::newRow("large") << QByteArray("9007199254740993") << std::optional<qint64>(9007199254740993);
    QTest::newRow("negative") << QByteArray("-3") << std::optional<qint64>();
    QTest::newRow("fraction") << QByteArray("1.5") << std::optional<qint64>();
    QTest::newRow("1e30") << QByteArray("1e30") << std::optional<qint64>();
    QTest::newRow("text") << QByteArray("\"5\"") << std::optional<qint64>(5);
    QTest::newRow("text of words") << QByteArray("\"five\"") << std::optional<qint64>();
    QTest::newRow("list") << QByteArray("[5]") << std::optional<qint64>();
}

void TestViewer::countsAreNumbersOrNothing()
{
    QFETCH(QByteArray, value);
    QFETCH(std::optional<qint64>, count);
    const auto viewer = readUser("{\"login\": \"a\", \"followers\": " + value + '}');
    QVERIFY(viewer);
    QVERIFY(viewer->followers == count);
}

void TestViewer::requestIsWhatGitHubAsksFor_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("url");
    QTest::newRow("github.com") << QStringLiteral("https://api.github.com")
                                << QStringLiteral("https://api.github.com/user");
    QTest::newRow("own host") << QStringLiteral("https://ghe.example/api/v3")
                              << QStringLiteral("https://ghe.example/api/v3/user");
}

void TestViewer::requestIsWhatGitHubAsksFor()
{
    QFETCH(QString, base);
    QFETCH(QString, url);
    const QNetworkRequest request = github::viewer(QUrl(base)).request;
    QCOMPARE(request.url(), QUrl(url));
    QCOMPARE(request.rawHeader("Accept"), "application/vnd.github+json");
    QCOMPARE(request.rawHeader("X-GitHub-Api-Version"), "2022-11-28");
    QVERIFY(!request.hasRawHeader("Authorization"));
}

void TestViewer::claimsAreRead()
{
    const auto viewer = readClaims(R"({"sub": "248289761001", "preferred_username": "j.doe", "name": "Jane Doe", )"
        R"("email": "jane@example.com", "picture": "https://example.com/me.jpg", "website": "example.com", )"
        R"("profile": "https://example.com/jane", "address": {"formatted": "Paris"}, "updated_at": 1})");
    QVERIFY(viewer);
    QCOMPARE(viewer->login, QStringLiteral("j.doe"));
    QCOMPARE(viewer->name, QStringLiteral("Jane Doe"));
    QCOMPARE(viewer->email, QStringLiteral("jane@example.com"));
    QCOMPARE(viewer->location, QStringLiteral("Paris"));
    QCOMPARE(viewer->avatar, QUrl(QStringLiteral("https://example.com/me.jpg")));
    QCOMPARE(viewer->website, QUrl(QStringLiteral("http://example.com")));
    QCOMPARE(viewer->page, QUrl(QStringLiteral("https://example.com/jane")));
    QVERIFY(!viewer->followers);
    QCOMPARE(github::viewerFromUserinfo(QUrl(QStringLiteral("https://sso.example/me"))).request.url(),
             QUrl(QStringLiteral("https://sso.example/me")));
}

void TestViewer::loginIsTheBestClaim_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("login");
    QTest::newRow("nickname") << QByteArray(R"({"sub": "1", "email": "a@b.example", "nickname": "jd"})")
                              << QStringLiteral("jd");
    QTest::newRow("email") << QByteArray(R"({"sub": "1", "email": "a@b.example", "nickname": null})")
                           << QStringLiteral("a@b.example");
    QTest::newRow("subject") << QByteArray(R"({"sub": "1", "preferred_username": " ", "address": "Paris"})")
                             << QStringLiteral("1");
}

void TestViewer::loginIsTheBestClaim()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, login);
    const auto viewer = readClaims(body);
    QVERIFY(viewer);
    QCOMPARE(viewer->login, login);
}

void TestViewer::claimsWithoutSubjectAreMalformed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty object") << QByteArray("{}");
    QTest::newRow("number") << QByteArray(R"({"sub": 1})");
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("HTML") << QByteArray("<p>");
}

void TestViewer::claimsWithoutSubjectAreMalformed()
{
    QFETCH(QByteArray, body);
    const auto viewer = readClaims(body);
    QVERIFY(!viewer);
    QCOMPARE(viewer.error().kind, Error::Kind::Malformed);
}

void TestViewer::claimsCannotNameOtherAddresses()
{
    const auto viewer =
        readClaims(R"json({"sub": "1", "picture": "file:///etc/passwd", "website": "javascript:alert(1)", )json"
        R"json("profile": "data:text/html,x"})json");
    QVERIFY(viewer);
    QVERIFY(viewer->avatar.isEmpty() && viewer->website.isEmpty() && viewer->page.isEmpty());
}

void TestViewer::imageIsItsBytes()
{
    const auto request = github::image(QUrl(QStringLiteral("https://example.com/me.jpg")));
    QCOMPARE(request.request.rawHeader("Accept"), "image/*");
    const auto image = request.read({.status = 200, .body = "\x89PNG"});
    QVERIFY(image);
    QCOMPARE(*image, "\x89PNG");
}

void TestViewer::whatIsNoPictureIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isPicture");
    QTest::newRow("JPEG") << QByteArray("\xff\xd8\xff\xe0") << true;
    QTest::newRow("GIF") << QByteArray("GIF89a") << true;
    QTest::newRow("WebP") << QByteArray("RIFF\1\2\3\4WEBPVP8 ") << true;
    QTest::newRow("AVIF") << QByteArray("\1\1\1\1ftypavif") << true;
    QTest::newRow("icon") << QByteArray("\0\0\1\0\1", 5) << true;
    QTest::newRow("SVG") << QByteArray("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>") << true;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("page of a captive portal") << QByteArray("<!DOCTYPE html><html><body>Welcome</body></html>") << false;
    QTest::newRow("page with a drawing in it") << QByteArray("<html><svg></svg></html>") << false;
    QTest::newRow("JSON") << QByteArray("{}") << false;
}

void TestViewer::whatIsNoPictureIsRefused()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, isPicture);
    const auto image = github::image(QUrl(QStringLiteral("https://example.com/me.jpg"))).read({.status = 200, .body = body});
    QCOMPARE(bool(image), isPicture);
    QVERIFY(isPicture || image.error().code == QLatin1String("not_an_image"));
}

} // namespace tst_viewer

LATCHKEY_TEST(tst_viewer, TestViewer, QCoreApplication)

#include "tst_viewer.moc"
